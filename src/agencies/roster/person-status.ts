import type { PersonStatus } from './types.ts';
import { plain } from './words.ts';

/** First match wins. Words of SIASN's kedudukan_hukum and of the remarks that offices write. */
const PATTERNS: readonly (readonly [RegExp, PersonStatus])[] = [
  [/\bmeninggal|\bwafat|\balm(?:arhum|arhumah)?\b/, 'deceased'],
  [/\bpensiun|\bpurna ?tugas|\bbup\b/, 'retired'],
  [/\bpemberhentian sementara|\bberhenti sementara|\bskors/, 'suspended'],
  [/\bcltn\b|\bcuti\b/, 'leave'],
  [/\b(?:tugas|ijin|izin) belajar\b/, 'study'],
  [/\bdpk\b|\bdpb\b|dipekerjakan|diperbantukan|penugasan/, 'seconded'],
  [/\bmutasi|\bpindah/, 'moved'],
  [/\bdiberhentikan|\bpemberhentian|\bptdh\b|\bpecat|\bberhenti|\bmengundurkan diri|\bresign/, 'dismissed'],
  [/\baktif\b|\bactive\b/, 'active'],
];

/** Null when the words say nothing of a person's status. "Tidak aktif" is not enough to know which. */
export function parsePersonStatus(text: string): PersonStatus | null {
  const word = plain(text);
  if (/\b(?:tidak|non|belum) ?aktif\b/.test(word)) return null;
  return PATTERNS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}
