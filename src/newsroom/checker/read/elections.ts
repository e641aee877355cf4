import { ELECTIONS, type Election } from '../../../elections/index.ts';
import type { Span } from '../types.ts';

export interface ElectionMention extends Span {
  /** `Pemilu 2024`, `Pilkada Serentak 2024`, `Pemilu dan Pemilihan 2024`. */
  readonly name: string;
  readonly kinds: readonly ('pemilu' | 'pemilihan')[];
  readonly year?: number;
}

const KIND = String.raw`Pemilihan\s{1,2}Umum(?:\s{0,2}\(Pemilu\))?|Pemilu(?:kada)?|Pilkada(?:\s{1,2}Ulang)?|Pilpres|Pileg|Pilgub|Pilbup|Pilwa[lk]\w{0,3}|Pemilihan\s{1,2}(?:Kepala\s{1,2}Daerah|Serentak|Ulang|Presiden|Gubernur|Bupati|Wali\s?kota|Legislatif)(?:\s{0,2}\(\w{1,10}\))?`;
const MENTION = new RegExp(
  String.raw`\b(${KIND})(?:\s{1,2}(?:dan|maupun|serta)\s{1,2}(Pemilihan(?:\s{1,2}Kepala\s{1,2}Daerah)?|Pilkada))?(\s{1,2}Serentak)?(?:\s{1,2}(?:pada\s|di\s)?(?:tahun\s{1,2})?((?:19|20)\d{2}))?(?![\w])`,
  'gi',
);
const INCLUDED = new RegExp(
  String.raw`^\s?,?\s?(?:termasuk|yakni|meliputi)\s((?:${KIND})(?:(?:\s?,\s?|\sdan\s|\s?,\sdan\s)(?:${KIND})){0,4})`,
  'i',
);

export function scanElections(text: string): ElectionMention[] {
  return [...text.matchAll(MENTION)].map((match) => {
    const [whole, head = '', second, together, year] = match;
    const kinds = [...new Set([kindOf(head), ...(second ? ['pemilihan' as const] : [])])];
    const name = nameOf(head, second, together !== undefined || /serentak/i.test(head), year);
    return {
      start: match.index,
      end: match.index + whole.length,
      name,
      kinds,
      ...(year ? { year: Number(year) } : {}),
    };
  });
}

/** What the text says right after: "Pemilu 2024, termasuk Pemilihan Presiden dan Pemilihan Kepala Daerah". */
export function readIncluded(text: string, { end }: Span): { text: string; end: number } | undefined {
  const match = INCLUDED.exec(text.slice(end, end + 200));
  return match ? { text: match[0].replace(/^\s?,?\s?/, ', '), end: end + match[0].length } : undefined;
}

/** The elections of the calendar that are meant; none where the year is not known. */
export function knownElections(mentions: readonly ElectionMention[]): Election[] {
  return ELECTIONS.filter((election) =>
    mentions.some((m) => m.year === election.year && m.kinds.includes(election.kind)),
  );
}

function kindOf(head: string): 'pemilu' | 'pemilihan' {
  return /^(?:Pemilihan\s+Umum|Pemilu$|Pilpres|Pileg|Pemilihan\s+(?:Presiden|Legislatif))/i.test(head)
    ? 'pemilu'
    : 'pemilihan';
}

function nameOf(
  head: string,
  second: string | undefined,
  together: boolean,
  year: string | undefined,
): string {
  const base = /^Pemilihan\s+Umum|^Pemilu$/i.test(head) ? 'Pemilu' : plainName(head);
  const joined = second ? `${base} dan ${/pilkada|kepala/i.test(second) ? 'Pilkada' : 'Pemilihan'}` : base;
  return [joined, together && 'Serentak', year].filter(Boolean).join(' ');
}

function plainName(head: string): string {
  if (/Ulang/i.test(head)) return /^Pilkada/i.test(head) ? 'Pilkada Ulang' : 'Pemilihan Ulang';
  if (/^Pemilihan\s+Kepala|^Pilkada|^Pemilukada/i.test(head)) return 'Pilkada';
  if (/^Pemilihan\s+Serentak/i.test(head)) return 'Pemilihan';
  const plain = head.replace(/\s{0,2}\(\w{1,10}\)/, '').replace(/\s+/g, ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
