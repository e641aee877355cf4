import { sameElection } from '../read/election.ts';
import { countsIn } from '../read/participants.ts';
import type { Reading } from '../read/reading.ts';
import { readSigning } from '../read/signing.ts';
import type { RawFinding, Span } from '../types.ts';

const NON_ASN = /\bnon[\s-]?ASN\b|\bPPNPN\b|\b(?:tenaga\s)?honorer\b|\btenaga\skontrak\b/i;
const SIGNS = /\b(?:penanda\s?tangan\w*|tanda\s?tangani?|teken|menandatangani)\b/i;
const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  puluhan: [10, 99],
  ratusan: [100, 999],
  ribuan: [1000, 9999],
};

/** Where the title says one thing and the body another. */
export function findTitle(reading: Reading): RawFinding[] {
  const { title } = reading.doc;
  return title ? [...election(reading, title), ...signers(reading, title), ...size(reading, title)] : [];
}

function election({ elections }: Reading, title: Span): RawFinding[] {
  const { election: body, titleElection } = elections;
  if (!body || !titleElection || titleElection.start >= title.end) return [];
  const [a, b] = [titleElection, body].map(({ start }) => elections.mentions.find((m) => m.start === start));
  if (!a || !b || sameElection(a, b)) return [];
  const params = { title: titleElection.value, body: body.value };
  return [
    { code: 'title-body-conflict', variant: 'election', start: a.start, end: a.end, params, sources: [] },
  ];
}

/** The title lets non-ASN sign; in the body only ASN sign and the others look on. */
function signers({ doc }: Reading, title: Span): RawFinding[] {
  const words = doc.clean.slice(title.start, title.end);
  const others = NON_ASN.exec(words);
  if (!others || !SIGNS.test(words)) return [];
  const signing = doc.sentences.filter(({ start, end }) =>
    /menanda\s?tangani|ditanda\s?tangani|diawali\soleh/i.test(doc.clean.slice(start, end)),
  );
  const all = signing.map(({ start, end }) => doc.clean.slice(start, end)).join(' ');
  if (!readSigning(doc) || signing.length === 0 || NON_ASN.test(all)) return [];
  const start = title.start + others.index;
  return [
    {
      code: 'title-body-conflict',
      variant: 'signers',
      start,
      end: start + others[0].length,
      params: { group: others[0] },
      sources: [],
    },
  ];
}

function size({ doc }: Reading, title: Span): RawFinding[] {
  const named = countsIn({ ...doc }, title)[0];
  const range = named?.value.words && SIZES[named.value.words];
  const body = doc.sentences
    .flatMap((sentence) => countsIn(doc, sentence))
    .find((count) => count.value.number !== undefined);
  const number = body?.value.number;
  if (!named || !range || number === undefined || (number >= range[0] && number <= range[1])) return [];
  const params = { title: named.value.words as string, body: number };
  return [
    { code: 'title-body-conflict', variant: 'size', start: named.start, end: named.end, params, sources: [] },
  ];
}
