import type { VNode } from 'preact';
import { formatDate } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import { Tag, type Tone } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import type { Confidence, DatedFact, Source, Standing } from '../index.ts';
import { t } from '../messages.ts';

const STANDING_TONE: Record<Standing, Tone> = {
  'in-force': 'good',
  'not-yet': 'warn',
  revoked: 'bad',
  unknown: 'info',
};

export function StandingTag({ lang, standing }: { lang: Lang; standing: Standing }): VNode {
  return <Tag tone={STANDING_TONE[standing]}>{t(lang)(`law.standing.${standing}`)}</Tag>;
}

const CONFIDENCE_TONE: Record<Confidence, Tone> = {
  verified: 'good',
  inferred: 'info',
  recalled: 'warn',
  conflict: 'bad',
};

export function ConfidenceTag({ lang, confidence }: { lang: Lang; confidence: Confidence }): VNode {
  return <Tag tone={CONFIDENCE_TONE[confidence]}>{t(lang)(`law.confidence.${confidence}`)}</Tag>;
}

/** A date as far as it is known, and how sure that is. */
export function Dated({ lang, fact }: { lang: Lang; fact: DatedFact | undefined }): VNode {
  if (!fact) return <>–</>;
  return (
    <>
      {formatPartial(lang, fact.date)} <ConfidenceTag lang={lang} confidence={fact.confidence} />
    </>
  );
}

/** 2023 · Oktober 2023 · 31 Oktober 2023. */
export function formatPartial(lang: Lang, date: string): string {
  if (date.length === 10) return formatDate(lang, date);
  if (date.length === 4) return date;
  return formatDate(lang, `${date}-01`).replace(/^1 /, '');
}

/** Numbered, as the statements of the page name them. Addresses that were shortened in the register are shown, not linked. */
export function Sources({ sources }: { sources: readonly Source[] }): VNode {
  return (
    <ol>
      {sources.map(({ url, note }, at) => (
        <li key={url + note} id={`sumber-${at + 1}`}>
          {url.startsWith('https://') && !url.includes('…') ? (
            <a href={url} rel="noopener noreferrer">
              {url}
            </a>
          ) : (
            <span class="mono">{url}</span>
          )}
          {note ? (
            <span class="quiet" lang="en">
              {' '}
              ({note})
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

export function DayForm(props: { lang: Lang; on: string; error: string | null; search?: string }): VNode {
  const { lang, on, error, search } = props;
  const tr = t(lang);
  const errors: FieldErrors = error ? { pada: error } : {};
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <form method="get" class="no-print">
        {search === undefined ? null : (
          <TextField name="cari" label={tr('law.search')} value={search} maxLength={100} />
        )}
        <TextField
          name="pada"
          type="date"
          label={tr('law.on')}
          hint={tr('law.onHint')}
          value={on}
          errors={errors}
          short
        />
        <p>
          <button class="second" type="submit">
            {tr('law.show')}
          </button>
        </p>
      </form>
    </>
  );
}
