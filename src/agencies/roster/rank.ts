const PNS = /^(iv|iii|ii|i|[1-4])[\s./-]*([a-e])$/;
const ROMAN = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
];

/**
 * A rank as it is written on forms: `III/a` for PNS (I/a to IV/e; SIASN codes 11 to 45), `IX` for PPPK (I to XVII).
 * Takes the name of the rank around it ("Penata Muda Tk. I, III/b"). Empty when there is none; null when unreadable.
 */
export function parseRank(text: string, pppk: boolean): string | '' | null {
  const bare = text.normalize('NFKC').trim();
  if (bare === '' || /^[-–—0]+$/.test(bare) || /^(?:tidak ada|non)\b/i.test(bare)) return '';
  return pppk ? pppkRank(bare) : pnsRank(bare);
}

function pnsRank(text: string): string | null {
  const code = /^([1-4])([1-5])$/.exec(text);
  if (code) return pnsForm(Number(code[1]), 'abcde'[Number(code[2]) - 1]!);
  const candidates = [text, ...(text.match(/\b(?:IV|III|II|I|[1-4])[\s./-]*[a-eA-E]\b/g) ?? [])];
  for (const candidate of candidates.reverse()) {
    const match = PNS.exec(candidate.toLowerCase().replace(/[()]/g, '').trim());
    if (match) return pnsForm(number(match[1]!), match[2]!);
  }
  return null;
}

function pnsForm(level: number, letter: string): string | null {
  return level < 4 && letter === 'e' ? null : `${ROMAN[level - 1]}/${letter}`;
}

function number(level: string): number {
  return /\d/.test(level) ? Number(level) : ROMAN.indexOf(level.toUpperCase()) + 1;
}

function pppkRank(text: string): string | null {
  const word = text
    .toUpperCase()
    .replace(/^(?:GOLONGAN|GOL)\b[. ]*/, '')
    .replace(/[()]/g, '')
    .trim();
  if (/^\d{1,2}$/.test(word)) return ROMAN[Number(word) - 1] ?? null;
  return ROMAN.includes(word) ? word : null;
}
