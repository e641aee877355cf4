import type { Lang } from '../../platform/i18n.ts';
import { t } from './messages.ts';
import { lineFinder } from './text/lines.ts';
import type { CheckResult, CitationOut, Finding } from './types.ts';

/** The result for a person at a terminal: findings first, each with its line, its reason and its sources. */
export function printCheck(text: string, { findings, citations, record }: CheckResult, lang: Lang): string {
  const say = t(lang);
  const place = placeIn(text);
  const at = (start: number) => say('newsroom.check.cli.at', place(start));
  const found =
    findings.length === 0
      ? [say('newsroom.check.cli.none')]
      : findings.map((f) => printFinding(f, at(f.start), lang));
  const fields = Object.entries(record).map(([name, field]) => {
    const mark = field.derived ? ` (${say('newsroom.check.cli.derived')})` : '';
    return `  ${name}${mark}: ${short(field.value)}`;
  });
  return [
    say('newsroom.check.cli.findings', { count: findings.length }),
    ...found,
    '',
    say('newsroom.check.cli.citations', { count: citations.length }),
    ...citations.map((citation) => printCitationLine(citation, at(citation.start))),
    '',
    say('newsroom.check.cli.record'),
    ...fields,
  ].join('\n');
}

function printFinding({ code, text, message, sources }: Finding, at: string, lang: Lang): string {
  const source = sources.map(({ url }) => `\n    ${t(lang)('newsroom.check.cli.source')}: ${url}`).join('');
  return `  ${at} [${code}] "${clip(text)}"\n    ${message}${source}`;
}

function printCitationLine({ instrument, article, confidence, text }: CitationOut, at: string): string {
  return `  ${at}: ${[article, instrument].filter(Boolean).join(' ')} [${confidence}] "${clip(text)}"`;
}

/** Line and column, both from 1. */
function placeIn(text: string): (offset: number) => { line: number; column: number } {
  const find = lineFinder(text);
  return (offset) => {
    const { line, start } = find(offset);
    return { line: line + 1, column: offset - start + 1 };
  };
}

/** Control characters must not reach a terminal from a stranger's file. */
function clip(text: string): string {
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ');
  return plain.length > 90 ? `${plain.slice(0, 89)}…` : plain;
}

function short(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => short(item)).join('; ');
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).filter(([key]) => key !== 'start' && key !== 'end');
    return parts.map(([key, part]) => `${key} ${short(part)}`).join(', ');
  }
  return clip(String(value));
}
