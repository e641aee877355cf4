import type { Campaign } from '../campaigns/index.ts';
import { type Register, SHIPPED, type Source } from '../law/index.ts';
import type { Lang } from '../platform/i18n.ts';
import { type CheckOptions, checkDocument, type FindingCode } from './checker/index.ts';

/** A finding as pages show it: where, the words themselves, why, on what ground. */
export interface TextFinding {
  readonly code: FindingCode;
  /** An error keeps a release from being approved; a warning does not. */
  readonly severity: 'error' | 'warning';
  /** Counts from 1; the title is line 0. Null where the text has no title of its own. */
  readonly line: number;
  readonly quote: string;
  readonly message: string;
  readonly sources: readonly Source[];
}

/** What keeps a release from being approved, and stands first on a page. */
export const severityOf = (code: FindingCode): TextFinding['severity'] =>
  ERRORS.has(code) ? 'error' : 'warning';

const ERRORS: ReadonlySet<FindingCode> = new Set([
  'law-not-in-force',
  'citation-garbled',
  'article-misquoted',
  'weekday-mismatch',
  'date-contradiction',
  'point-count-mismatch',
  'title-body-conflict',
  'text-duplicated',
]);

/** Errors first, then by place. @param on the day as of which law and offices are judged; null: the text's own day */
export function textFindings(
  text: { title: string; body: string },
  context: { on: string | null; campaign: Campaign; lang: Lang; register?: Register },
): TextFinding[] {
  const whole = `${text.title}\n${text.body}`;
  const pinned = context.campaign.pledge ?? context.campaign.pact;
  const options: CheckOptions = {
    lang: context.lang,
    ...(context.register ? { register: context.register } : {}),
    ...(context.on ? { on: context.on } : {}),
    ...(pinned && !pinned.draft ? { pinned } : {}),
  };
  const findings = checkDocument(whole, options).findings.map((finding): TextFinding => {
    const { code, message, sources, start, end } = finding;
    const line = whole.slice(0, start).split('\n').length - 1;
    return {
      code,
      message,
      sources,
      line,
      severity: severityOf(code),
      quote: quoted(whole, start, end),
    };
  });
  return findings.sort(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error') || a.line - b.line,
  );
}

/** The day that a text itself gives, stated or derived; null where it gives none. */
export function ownDay(text: string, register: Register = SHIPPED): string | null {
  const day = checkDocument(text, { register }).record.dateResolved?.value;
  return typeof day === 'string' ? day : null;
}

const LONGEST_QUOTE = 240;

function quoted(text: string, start: number, end: number): string {
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words;
}
