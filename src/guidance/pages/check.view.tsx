import type { VNode } from 'preact';
import { formatNumber, formatShare } from '../../platform/format.ts';
import { Choices, ErrorSummary, type FieldErrors } from '../../platform/html/form.view.tsx';
import { DataTable, Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { LEAST, type Together } from '../check/results.ts';
import { MODES, type Mode } from '../check/setting.ts';
import { t } from '../messages.ts';

interface Shown {
  lang: Lang;
  mode: Mode;
  campaign: string;
  back: string;
  /** Whether this visitor may change it. */
  may: boolean;
  saved: boolean;
  errors: FieldErrors;
  results: readonly Together[];
}

export function CheckView(props: Shown): VNode {
  const { lang, mode, campaign, back, may, saved, errors } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={back}>{tr('guidance.check.backToCampaign')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('guidance.check.title')}</h1>
      <p>{campaign}</p>
      <p class="prose">{tr('guidance.check.lead')}</p>
      {saved ? (
        <Notice tone="good">
          <p>{tr('guidance.check.saved')}</p>
        </Notice>
      ) : null}
      {may ? <ModeForm {...props} /> : <Current lang={lang} mode={mode} />}
      <p class="quiet prose">{tr('guidance.check.requiredNote')}</p>
      <Results {...props} />
    </>
  );
}

function ModeForm({ lang, mode, errors }: Shown): VNode {
  const tr = t(lang);
  return (
    <form method="post">
      <Choices
        legend={tr('guidance.check.mode')}
        name="mode"
        type="radio"
        error={errors.mode}
        options={MODES.map((value) => ({
          ...{ value, checked: value === mode },
          text: tr(`guidance.check.${value}`),
        }))}
      />
      <button type="submit">{tr('guidance.check.save')}</button>
    </form>
  );
}

function Current({ lang, mode }: { lang: Lang; mode: Mode }): VNode {
  const tr = t(lang);
  return (
    <p>
      {tr('guidance.check.now')}: <strong>{tr(`guidance.check.${mode}`)}</strong>
    </p>
  );
}

function Results({ lang, results }: Shown): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('guidance.check.results')}</h2>
      <p class="prose">{tr('guidance.check.resultsNote', { least: LEAST })}</p>
      {results.length === 0 ? (
        <p>{tr('guidance.check.noResults')}</p>
      ) : (
        <DataTable
          caption={tr('guidance.check.results')}
          columns={[
            { head: tr('guidance.check.question'), cell: ({ question }) => question.quiz.ask[lang] },
            {
              head: tr('guidance.check.answered'),
              cell: ({ answered }) => formatNumber(lang, answered),
              number: true,
            },
            { head: tr('guidance.check.right'), cell: ({ share }) => shareText(lang, share), number: true },
          ]}
          rows={results}
        />
      )}
    </>
  );
}

/** In tenths: 0 and 100 % would be more exact than what is kept apart. */
function shareText(lang: Lang, share: number): string {
  return `± ${formatShare(lang, share)}`;
}
