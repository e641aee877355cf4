import type { VNode } from 'preact';
import type { Register } from '../../law/index.ts';
import { formatDate, formatNumber } from '../../platform/format.ts';
import { Notice, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import type { CheckResult, Finding } from '../checker/index.ts';
import { severityOf } from '../findings.ts';
import { t } from '../messages.ts';
import { passagesOf } from '../passage.ts';
import { recordRows } from '../record-rows.ts';
import { Citations } from './citations.view.tsx';
import type { JudgedOn } from './judged-on.ts';
import { IN_CELL, Quoted, type ShowSpan } from './passage.view.tsx';
import { RecordTable } from './record-table.view.tsx';

interface Shown {
  lang: Lang;
  text: string;
  result: CheckResult;
  day: JudgedOn;
  /** With the corrections of this installation. */
  register: Register;
}

/** A page cannot hold what a hostile text can hold; the counts above the lists are of all. */
export const MOST_SHOWN = 200;

export function CheckResultView({ lang, text, result, day, register }: Shown): VNode {
  const tr = t(lang);
  const passage = passagesOf(text);
  const inCell = passagesOf(text, IN_CELL);
  const { findings, citations, record } = result;
  const rows = recordRows(record, lang);
  return (
    <>
      <h1>{tr('newsroom.given.result')}</h1>
      <p>
        {tr('newsroom.given.summary', {
          findings: formatNumber(lang, findings.length),
          citations: formatNumber(lang, citations.length),
          values: formatNumber(lang, rows.length),
        })}
      </p>
      <p class="quiet">{tr(`newsroom.given.because.${day.because}`, { date: formatDate(lang, day.date) })}</p>
      <h2>{tr('newsroom.given.findings')}</h2>
      {findings.length === 0 ? <p>{tr('newsroom.noFindings')}</p> : null}
      {(['error', 'warning'] as const).map((severity) => (
        <Findings key={severity} {...{ lang, severity, findings, passage }} />
      ))}
      <h2>{tr('newsroom.given.citations')}</h2>
      <Citations {...{ lang, citations, day, register }} passage={inCell} />
      <h2>{tr('newsroom.given.record')}</h2>
      <p class="prose">{tr('newsroom.given.recordHint')}</p>
      <RecordTable lang={lang} rows={rows} passage={inCell} />
    </>
  );
}

function Findings(props: {
  lang: Lang;
  severity: 'error' | 'warning';
  findings: readonly Finding[];
  passage: ShowSpan;
}): VNode | null {
  const { lang, severity, findings, passage } = props;
  const tr = t(lang);
  const some = findings.filter(({ code }) => severityOf(code) === severity);
  if (some.length === 0) return null;
  return (
    <>
      <h3>{tr(`newsroom.given.${severity}s`, { n: formatNumber(lang, some.length) })}</h3>
      {some.slice(0, MOST_SHOWN).map((finding) => (
        <OneFinding
          key={`${finding.code} ${finding.start} ${finding.end}`}
          {...{ lang, severity, finding, passage }}
        />
      ))}
      {some.length > MOST_SHOWN ? <p>{tr('newsroom.given.more', { n: MOST_SHOWN })}</p> : null}
    </>
  );
}

function OneFinding(props: {
  lang: Lang;
  severity: 'error' | 'warning';
  finding: Finding;
  passage: ShowSpan;
}): VNode {
  const { lang, severity, finding, passage } = props;
  const tr = t(lang);
  const { code, message, sources } = finding;
  const tone = severity === 'error' ? 'bad' : 'warn';
  const place = passage(finding);
  return (
    <Notice tone={tone}>
      <p>
        <Tag tone={tone}>{tr(`newsroom.severity.${severity}`)}</Tag>{' '}
        <strong>{tr(`newsroom.kind.${code}`)}</strong>{' '}
        <span class="quiet">{tr('newsroom.atLine', { line: place.line })}</span>
      </p>
      <blockquote>
        <Quoted passage={place} />
      </blockquote>
      <p>{message}</p>
      {sources.map(({ url, note }) => (
        <p class="quiet" key={url + note}>
          {tr('newsroom.ground')}: <span class="mono">{url}</span>
        </p>
      ))}
    </Notice>
  );
}
