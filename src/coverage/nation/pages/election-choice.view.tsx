import type { VNode } from 'preact';
import { electionName } from '../../../elections/index.ts';
import { SelectField } from '../../../platform/html/form.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { t } from '../messages.ts';

/** One or two elections to choose from; the page is asked for again. */
export function ElectionChoice(props: {
  lang: Lang;
  action: string;
  fields: readonly { name: string; label: string; value: string }[];
  choices: readonly string[];
}): VNode | null {
  const { lang, action, fields, choices } = props;
  if (choices.length < 2) return null;
  const options = choices.map((value) => ({ value, text: electionName(lang, value) }));
  return (
    <form method="get" action={action} class="row no-print">
      {fields.map((field) => (
        <SelectField key={field.name} {...field} options={options} />
      ))}
      <button type="submit" class="second">
        {t(lang)('nation.show')}
      </button>
    </form>
  );
}
