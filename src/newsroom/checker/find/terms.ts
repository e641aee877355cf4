import type { Prepared } from '../text/prepare.ts';
import type { RawFinding } from '../types.ts';

/** Slips that travel from letter to letter. Only what is wrong or misleading: house style is left alone. */
const VARIANTS: readonly (readonly [string, string])[] = [
  [String.raw`fakta\sintegritas`, 'pakta integritas'],
  [String.raw`pakta\sintegeritas`, 'pakta integritas'],
  ['Ess[ae]lon|Esel+on(?<=ll[oO]n)|Essel+on', 'Eselon'],
  [String.raw`calon\spasangan(?=\stertentu)`, 'pasangan calon'],
  ['membancakan', 'membacakan'],
  [String.raw`penandatangan(?=\s(?:pakta|fakta|ikrar))`, 'penandatanganan'],
  ['point-point', 'poin-poin'],
  [String.raw`point(?=\s(?:integritas|ikrar|pakta|penting|yang|tersebut))`, 'poin'],
  ['Sekertaris', 'Sekretaris'],
  [String.raw`netralisasi(?=\s(?:ASN|pegawai))`, 'netralitas'],
  [String.raw`money\spolitik|politic\suang`, 'politik uang'],
  ['PPNPM', 'PPNPN'],
  ['P3K', 'PPPK'],
];
const ANY = new RegExp(`\\b(?:${VARIANTS.map(([source]) => `(${source})`).join('|')})\\b`, 'gi');

export function findTerms({ clean }: Prepared): RawFinding[] {
  return [...clean.matchAll(ANY)].map((match) => {
    const index = VARIANTS.findIndex((_, i) => match[i + 1] !== undefined);
    const standard = (VARIANTS[index] as readonly [string, string])[1];
    const { index: start } = match;
    return {
      code: 'term-variant',
      start,
      end: start + match[0].length,
      params: { printed: match[0], standard },
      sources: [],
    };
  });
}
