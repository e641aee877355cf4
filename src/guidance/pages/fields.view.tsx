import type { VNode } from 'preact';
import { SelectField, TextField } from '../../platform/html/form.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { TARGETS } from '../answer-on.ts';
import { t } from '../messages.ts';
import { WHO } from '../topic.ts';
import type { AskedFor } from './circumstances.ts';

/** Who, for whom, when and where: the same four fields in front of an answer and beside it. */
export function CircumstanceFields({ lang, asked }: { lang: Lang; asked: AskedFor }): VNode {
  const tr = t(lang);
  const { errors } = asked;
  const who = WHO.map((value) => ({ value: value as string, text: tr(`guidance.who.${value}`) }));
  const targets = TARGETS.map((value) => ({ value: value as string, text: tr(`guidance.target.${value}`) }));
  return (
    <>
      <SelectField
        name="siapa"
        label={tr('guidance.who')}
        value={asked.who ?? ''}
        options={[{ value: '', text: tr('guidance.whoAny') }, ...who]}
      />
      <SelectField
        name="untuk"
        label={tr('guidance.target')}
        value={asked.target ?? ''}
        options={[{ value: '', text: tr('guidance.targetAny') }, ...targets]}
      />
      <TextField name="pada" type="date" short label={tr('guidance.when')} value={asked.on} errors={errors} />
      <TextField
        name="di"
        label={tr('guidance.where')}
        hint={tr('guidance.whereHint')}
        value={asked.place}
        errors={errors}
        maxLength={60}
      />
    </>
  );
}
