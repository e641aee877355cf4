import type { VNode } from 'preact';
import { Choices, TextArea } from '../../../platform/html/form.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import { UnlockNotice } from '../../keys/index.ts';
import { t } from '../messages.ts';

interface Props {
  lang: Lang;
  agencyId: string;
  caseId: string;
  mailbox: boolean;
  mode: string;
}

/** What was written, opened in the browser; and writing, which works without script and then says what that means. */
export function Talk(props: Props): VNode {
  const { lang, agencyId, caseId, mailbox } = props;
  const tr = t(lang);
  const audiences = [...(mailbox ? (['dialogue'] as const) : []), 'team' as const, 'own' as const];
  return (
    <>
      <h2>{tr('cases.contents')}</h2>
      <UnlockNotice lang={lang} agencyId={agencyId} />
      <div id="isi-perkara" data-sealed="" aria-live="polite">
        <p class="quiet">{tr('cases.locked')}</p>
      </div>
      <Templates lang={lang} />
      <details>
        <summary>{tr('cases.write')}</summary>
        <form method="post" action={to('caseContent', { agency: agencyId, case: caseId })} data-write="">
          <Choices
            legend={tr('cases.audience')}
            name="audience"
            type="radio"
            options={audiences.map((audience, at) => ({
              value: audience,
              text: tr(`cases.audience.${audience}`),
              checked: at === 0,
            }))}
          />
          <TextArea name="text" label={tr('cases.text')} hint={tr('cases.sealHint')} rows={5} required />
          <div class="field" data-script-only="" hidden>
            <label for="f-files">{tr('cases.files')}</label>
            <p class="hint" id="h-files">
              {tr('cases.filesHint')}
            </p>
            <input id="f-files" type="file" multiple aria-describedby="h-files" />
          </div>
          <p data-told="" role="status" />
          <button type="submit">{tr('cases.send')}</button>
        </form>
      </details>
    </>
  );
}

const TEXTS = [
  ...(['by.reporter', 'by.you', 'by.team', 'audience.dialogue', 'audience.team', 'audience.own'] as const),
  ...(['audience.identity', 'whatHead', 'whoHead', 'whenHead', 'whereHead', 'howHead', 'nameHead'] as const),
  ...(['contactHead', 'download', 'downloading', 'unopened', 'nothing', 'sending', 'meanwhile'] as const),
  ...(['failed', 'release', 'releaseHint', 'stripped', 'original', 'fileBroken'] as const),
] as const;

/** Words for the island, in the language of the page. */
function Templates({ lang }: { lang: Lang }): VNode {
  const tr = t(lang);
  return (
    <div id="kata-perkara" hidden>
      {TEXTS.map((key) => (
        <span key={key} data-key={key}>
          {tr(`cases.say.${key}`)}
        </span>
      ))}
    </div>
  );
}
