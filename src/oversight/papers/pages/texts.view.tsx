import type { VNode } from 'preact';
import type { Agency } from '../../../agencies/index.ts';
import { formatMoment } from '../../../platform/format.ts';
import { ErrorSummary, TextArea } from '../../../platform/html/form.view.tsx';
import { Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import { FIELD_NAMES } from '../fields.ts';
import { KINDS, type Kind, RULES } from '../kinds.ts';
import { t } from '../messages.ts';
import type { PaperText } from '../texts.ts';
import { fieldName } from './field-name.ts';
import type { Wrong } from './texts.page.tsx';

interface Props {
  lang: Lang;
  agency: Agency;
  texts: Readonly<Record<Kind, PaperText>>;
  may: boolean;
  wrong?: Wrong | undefined;
}

export function TextsPage(props: Props): VNode {
  const { lang, wrong } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{tr('papers.texts')}</h1>
      <ErrorSummary lang={lang} errors={wrong ? { [`text-${wrong.kind}`]: wrong.why } : {}} />
      <p>{tr('papers.textsLead')}</p>
      <Notice tone="warn">{tr('papers.isDraft')}</Notice>
      <details>
        <summary>{tr('papers.marks')}</summary>
        <p>{tr('papers.marksHow')}</p>
        <ul>
          {FIELD_NAMES.map((name) => (
            <li key={name}>
              <code>{`{{${name}}}`}</code> {fieldName(lang, name)}
            </li>
          ))}
        </ul>
      </details>
      {KINDS.map((kind) => (
        <OneText key={kind} {...props} kind={kind} />
      ))}
    </>
  );
}

function OneText({ lang, agency, texts, may, wrong, kind }: Props & { kind: Kind }): VNode {
  const tr = t(lang);
  const { text, own } = texts[kind];
  const failed = wrong?.kind === kind ? wrong : undefined;
  const name = `text-${kind}`;
  return (
    <details open={failed !== undefined}>
      <summary>
        {tr(`papers.kind.${kind}`)}:{' '}
        {own ? tr('papers.ownText', { at: formatMoment(lang, own.at, agency.zone) }) : tr('papers.ourText')}
      </summary>
      <p>{tr('papers.needs', { fields: RULES[kind].needed.map((field) => `{{${field}}}`).join(', ') })}</p>
      {may ? (
        <form method="post" action={to('oversightPapers', { agency: agency.id })}>
          <input type="hidden" name="kind" value={kind} />
          <TextArea
            name={name}
            label={tr('papers.text')}
            rows={16}
            value={failed?.text ?? text}
            errors={failed ? { [name]: failed.why } : {}}
          />
          <div class="row">
            <button type="submit" name="act" value="own">
              {tr('papers.keepText')}
            </button>
            {own ? (
              <button class="plain" type="submit" name="act" value="ours">
                {tr('papers.takeOurs')}
              </button>
            ) : null}
          </div>
        </form>
      ) : (
        <pre lang="id">{text}</pre>
      )}
    </details>
  );
}
