import type { VNode } from 'preact';
import { formatDate } from '../../platform/format.ts';
import { Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import type { TextFinding } from '../findings.ts';
import { t } from '../messages.ts';
import type { RecordFinding } from '../record-findings.ts';

/** Each finding with its place, the words themselves, why, and on what ground. */
export function TextFindings({ lang, findings }: { lang: Lang; findings: readonly TextFinding[] }): VNode {
  const tr = t(lang);
  if (findings.length === 0) return <p>{tr('newsroom.noFindings')}</p>;
  return (
    <>
      {findings.map((finding) => (
        <OneFinding key={`${finding.code} ${finding.line} ${finding.quote}`} lang={lang} finding={finding} />
      ))}
    </>
  );
}

function OneFinding({ lang, finding }: { lang: Lang; finding: TextFinding }): VNode {
  const tr = t(lang);
  const { code, severity, line, quote, message, sources } = finding;
  const error = severity === 'error';
  return (
    <section class={`notice ${error ? 'bad' : 'warn'}`}>
      <p>
        <Tag tone={error ? 'bad' : 'warn'}>{tr(`newsroom.severity.${severity}`)}</Tag>{' '}
        <strong>{tr(`newsroom.kind.${code}`)}</strong>{' '}
        <span class="quiet">{line === 0 ? tr('newsroom.atTitle') : tr('newsroom.atLine', { line })}</span>
      </p>
      {quote ? (
        <blockquote lang="id">
          <mark>{quote}</mark>
        </blockquote>
      ) : null}
      <p>{message}</p>
      {sources.map((source) => (
        <p class="quiet" key={source.url}>
          {tr('newsroom.ground')}: <span class="mono">{source.url}</span>
        </p>
      ))}
    </section>
  );
}

export function RecordFindings({
  lang,
  findings,
}: {
  lang: Lang;
  findings: readonly RecordFinding[];
}): VNode {
  const tr = t(lang);
  if (findings.length === 0) return <p>{tr('newsroom.noRecordFindings')}</p>;
  return (
    <>
      {findings.map(({ code, params }) => (
        <div class="notice warn" key={`${code} ${Object.values(params).join(' ')}`}>
          <p>{tr(`newsroom.record.${code}`, readable(lang, params))}</p>
        </div>
      ))}
    </>
  );
}

/** Dates among the parameters as people write them. */
function readable(lang: Lang, params: RecordFinding['params']): Record<string, string | number> {
  const entries = Object.entries(params).map(([key, value]) => {
    const isDate = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
    return [key, isDate ? formatDate(lang, value, true) : value] as const;
  });
  return Object.fromEntries(entries);
}
