import type { Prepared } from '../text/prepare.ts';
import type { RecordField } from '../types.ts';
import { type ElectionMention, readIncluded, scanElections } from './elections.ts';

const PLEDGE = /ikrar|netral|pakta|deklarasi/i;

export interface ElectionsRead {
  readonly mentions: readonly ElectionMention[];
  readonly election?: RecordField<string>;
  /** Only where the title names another election than the body. */
  readonly titleElection?: RecordField<string>;
}

/** The election that the pledge is for: the body's most frequent name with a year in a sentence about the pledge. */
export function readElection(doc: Prepared, letterSpans: (m: ElectionMention) => boolean): ElectionsRead {
  const reach = doc.clean.slice(0, doc.bodyStart + 60_000);
  const mentions = scanElections(reach).filter((mention) => !letterSpans(mention));
  const inTitle = mentions.filter((m) => m.start < doc.bodyStart);
  const inBody = mentions.filter((m) => m.start >= doc.bodyStart);
  const body = choose(doc, inBody);
  const title = inTitle.find((m) => m.year !== undefined) ?? inTitle[0];
  const election = body ?? title;
  const differs =
    body && title && title.year !== undefined && title.name !== body.name && !sameElection(title, body);
  return {
    mentions,
    ...(election ? { election: toField(doc, election) } : {}),
    ...(differs ? { titleElection: toField(doc, title) } : {}),
  };
}

/** Same year and same kinds: "Pemilu Serentak 2024" and "Pemilu 2024" are no conflict. */
export function sameElection(a: ElectionMention, b: ElectionMention): boolean {
  const kinds = (m: ElectionMention) => [...m.kinds].sort().join();
  return kinds(a) === kinds(b) && (a.year === undefined || b.year === undefined || a.year === b.year);
}

function choose(doc: Prepared, mentions: readonly ElectionMention[]): ElectionMention | undefined {
  const dated = mentions.filter((m) => m.year !== undefined);
  const pledged = dated.filter((m) => PLEDGE.test(doc.clean.slice(Math.max(0, m.start - 160), m.end + 20)));
  const both = pledged.find((m) => m.kinds.length > 1);
  if (both) return both;
  const pool = pledged.length > 0 ? pledged : dated;
  const counts = new Map<string, number>();
  for (const { name } of pool) counts.set(name, (counts.get(name) ?? 0) + 1);
  const count = (name: string) => counts.get(name) ?? 0;
  return [...pool].sort((a, b) => count(b.name) - count(a.name) || a.start - b.start)[0];
}

function toField(doc: Prepared, mention: ElectionMention): RecordField<string> {
  const included = scanElections(doc.clean.slice(doc.bodyStart, doc.bodyStart + 8000))
    .filter((m) => m.name === mention.name)
    .map((m) => readIncluded(doc.clean, { start: doc.bodyStart + m.start, end: doc.bodyStart + m.end }))
    .find((found) => found !== undefined);
  const value = mention.name + (included?.text ?? '');
  return { value, start: mention.start, end: mention.end, derived: false };
}
