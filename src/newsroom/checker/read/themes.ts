/** The four obligations that the pledges share. Their number is not fixed: a point may have no theme of these. */
export type Theme = 'neutrality' | 'conflict-of-interest' | 'social-media' | 'money-politics';

export const THEMES: readonly Theme[] = [
  'neutrality',
  'conflict-of-interest',
  'social-media',
  'money-politics',
];

/** With which words a point of each theme begins. */
const OPENERS: readonly (readonly [Theme, string])[] = [
  [
    'neutrality',
    String.raw`(?:menjaga|menegakkan|menjunjung\stinggi)(?:,?\s(?:dan|serta)\s(?:menegakkan|menjaga|menjunjung\stinggi))?\s(?:prinsip(?:-prinsip)?\s|asas\s|sikap\s)?netralitas`,
  ],
  [
    'conflict-of-interest',
    String.raw`menghindari\s(?:segala\s(?:bentuk\s)?|terjadinya\s)?(?:konflik|benturan)\skepentingan`,
  ],
  [
    'social-media',
    String.raw`(?:bijak(?:sana)?\s(?:dalam\s)?)?(?:menggunakan|memanfaatkan)\s(?:media\ssosial|medsos|sosmed|sosial\smedia)|(?:bijak|bijaksana)\s(?:dalam\s)?(?:bermedia\ssosial|bermedsos|menggunakan\smedia)`,
  ],
  [
    'money-politics',
    String.raw`(?:menolak|tidak\sterlibat|menjauhi)\s(?:segala\s(?:bentuk\s)?|praktik\s|dengan\stegas\s|secara\stegas\s){0,2}(?:politik\suang|money\spolitics?)`,
  ],
];

const OPENER = new RegExp(`\\b(?:${OPENERS.map(([, source]) => `(${source})`).join('|')})\\b`, 'gi');

/** What a point is about, whatever it begins with. */
const ABOUT: readonly (readonly [Theme, RegExp])[] = [
  ['money-politics', /politik\suang|money\spolitic|segala\sjenis\spemberian|gratifikasi/i],
  ['social-media', /media\ssosial|medsos|sosmed|ujaran\skebencian|berita\sbohong|hoa(?:ks|x)/i],
  ['conflict-of-interest', /(?:konflik|benturan)\skepentingan|intimidasi/i],
  ['neutrality', /netralitas|netral\b/i],
];

export interface Opener {
  readonly theme: Theme;
  readonly start: number;
}

export function openersIn(text: string, offset: number): Opener[] {
  return [...text.matchAll(OPENER)].map((match) => {
    const index = OPENERS.findIndex((_, i) => match[i + 1] !== undefined);
    return { theme: (OPENERS[index] as readonly [Theme, string])[0], start: offset + match.index };
  });
}

export function themeOf(point: string): Theme | undefined {
  const opener = openersIn(point, 0)[0];
  if (opener && opener.start < 40) return opener.theme;
  return ABOUT.find(([, pattern]) => pattern.test(point))?.[0];
}
