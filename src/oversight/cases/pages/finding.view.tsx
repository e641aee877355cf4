import type { VNode } from 'preact';
import type { Agency } from '../../../agencies/index.ts';
import { Choices, TextArea, TextField } from '../../../platform/html/form.view.tsx';
import { Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import { UnlockNotice } from '../../keys/index.ts';
import type { MayHold } from '../access/holders.ts';
import { t } from '../messages.ts';

/** The same questions as those to reporters, and with whom the finding is shared. */
export function FindingView(props: {
  lang: Lang;
  agency: Agency;
  others: readonly MayHold[];
  from: string;
}): VNode {
  const { lang, agency, others, from } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{tr('cases.finding')}</h1>
      <p class="prose">{tr('cases.findingLead')}</p>
      <noscript>
        <Notice tone="warn">{tr('cases.findingNoScript')}</Notice>
      </noscript>
      <UnlockNotice lang={lang} agencyId={agency.id} />
      <form
        method="post"
        action={to('findingNew', { agency: agency.id })}
        data-finding=""
        data-agency={agency.id}
        data-from={from}
        data-locked={tr('cases.giveLocked')}
        data-broken={tr('cases.say.failed')}
        hidden
      >
        <TextArea name="what" label={tr('cases.say.whatHead')} rows={5} required />
        <TextField name="whoName" label={tr('cases.findingName')} autocomplete="off" />
        <TextField name="whoPost" label={tr('cases.findingPost')} autocomplete="off" />
        <TextField name="whoUnit" label={tr('cases.findingUnit')} autocomplete="off" />
        <TextField name="when" label={tr('cases.say.whenHead')} />
        <TextField name="where" label={tr('cases.say.whereHead')} />
        <TextArea name="how" label={tr('cases.say.howHead')} rows={3} />
        {others.length > 0 ? (
          <Choices
            legend={tr('cases.findingShare')}
            hint={tr('cases.findingShareHint')}
            name="with"
            type="checkbox"
            options={others.map(({ id, name }) => ({ value: id, text: name }))}
          />
        ) : null}
        <p data-told="" role="status" />
        <button type="submit">{tr('cases.findingButton')}</button>
      </form>
    </>
  );
}
