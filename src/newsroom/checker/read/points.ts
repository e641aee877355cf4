import type { Prepared } from '../text/prepare.ts';
import { overlaps } from '../text/spans.ts';
import type { Span } from '../types.ts';
import { type Opener, openersIn, type Theme, themeOf } from './themes.ts';

export interface Point extends Span {
  readonly text: string;
  readonly theme?: Theme;
}

export interface PointList {
  readonly points: readonly Point[];
  /** "empat poin": the number that the text announces, where it does. */
  readonly announced?: Span & { readonly count: number };
  /** False where the text says that it names only some ("antara lain"). */
  readonly whole: boolean;
  /** How many points the text counts out by words ("pertama", "selanjutnya"); 0 where it does not. */
  readonly countedOut: number;
}

const COUNT_WORDS = [
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
];
const ANNOUNCED = new RegExp(
  String.raw`\b(${COUNT_WORDS.slice(1).join('|')}|[2-9]|10)(?:\s?\([\w\s]{1,9}\))?\s(?:butir|poin|point|pokok|pernyataan|item|ikrar|janji|komitmen|isi)(?:-?\w+)?\b`,
  'gi',
);
const CONTEXT = /ikrar|pakta|integritas|deklarasi|netral|dibaca|diucap/i;
const OPENING =
  /\b(?:poin-poin|point-point|butir-butir|isi\s(?:dari\s)?(?:naskah\s)?(?:ikrar|pakta|deklarasi)|ikrar\s(?:tersebut\s|netralitas\s(?:\w+\s)?)?(?:ber(?:isi|bunyi)|memuat|meliputi)|(?:kami|saya)[^.:\n]{0,80}(?:berikrar|menyatakan|berjanji)[^.:\n]{0,60}:?|naskah\sikrar|sebagai\sberikut|(?:ber(?:isi|bunyi)|menyatakan)\s?:|isinya|yang\sdibacakan)/gi;
const PARTIAL = /\b(?:antara\slain|di\s?antaranya|salah\ssatu(?:nya)?|misalnya|seperti)\b/i;
const REACH = 5000;
const NUMBERED =
  /(?:^|\n)\s{0,12}(?:\(?(\d{1,2})[.)]|(\p{Ll})[.)]|(Pertama|Kedua|Ketiga|Keempat|Kelima|Keenam|Ketujuh|Kedelapan)\s?[,:.])\s{0,3}(?=\S)/gu;
const INLINE_NUMBER = /(?:[:;,.]|\s)\s?\(?(\d{1,2})[.)]\s?(?=\p{L})/gu;
const ORDINAL =
  /\b(?:yang\s)?(pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan)\b\s?(?:,|:|adalah|yakni|yaitu)?\s/gi;
const ORDINALS = ['pertama', 'kedua', 'ketiga', 'keempat', 'kelima', 'keenam', 'ketujuh', 'kedelapan'];
const STEP =
  /\b(?:yang\s)?(?:pertama|kedua|ketiga|keempat|kelima|kemudian|selanjutnya|berikutnya|terakhir)\b/gi;
const TAIL =
  /(?:[\s;,.:"'-]|\b(?:dan|serta|kemudian|selanjutnya|berikutnya|untuk|terakhir|lalu|agar|akan|yang|pertama|kedua|ketiga|keempat|kelima|adalah|yakni)\b)+$/i;

/** The pledge's points where the text lists them: by numbers, by ordinals, or in prose by how each begins. */
export function readPoints(doc: Prepared): PointList | undefined {
  const announced = announcedIn(doc);
  const from = openingOf(doc, announced);
  if (from === undefined) return undefined;
  const region = doc.clean.slice(from, from + REACH);
  const points = numbered(doc, from, region) ?? ordinals(doc, from, region) ?? prose(doc, from, region);
  if (points.length === 0) return undefined;
  const lead = doc.clean.slice(Math.max(0, from - 60), (points[0] as Point).start);
  return {
    points,
    ...(announced ? { announced } : {}),
    whole: !PARTIAL.test(lead),
    countedOut: stepsIn(doc, from, points.at(-1) as Point),
  };
}

/** The number announced, even where no point is listed after it. */
export function announcedIn(doc: Prepared): (Span & { count: number }) | undefined {
  for (const match of doc.clean.slice(doc.bodyStart, doc.bodyStart + 60_000).matchAll(ANNOUNCED)) {
    const start = doc.bodyStart + match.index;
    const around = doc.clean.slice(Math.max(0, start - 120), start + match[0].length + 80);
    const word = (match[1] as string).toLowerCase();
    const count = /\d/.test(word) ? Number(word) : COUNT_WORDS.indexOf(word) + 1;
    if (CONTEXT.test(around)) return { start, end: start + match[0].length, count };
  }
  return undefined;
}

function openingOf(doc: Prepared, announced: Span | undefined): number | undefined {
  if (announced) return announced.start;
  const body = doc.clean.slice(doc.bodyStart, doc.bodyStart + 60_000);
  const openers = openersIn(body, doc.bodyStart);
  for (const match of body.matchAll(OPENING)) {
    const end = doc.bodyStart + match.index + match[0].length;
    const next = doc.clean.slice(end, end + 300);
    const isList =
      openers.some((opener) => opener.start >= end - 4 && opener.start < end + 160) || listStart(next);
    if (isList && CONTEXT.test(doc.clean.slice(Math.max(0, end - 400), end + 200))) return end;
  }
  return openers.find((_opener, i) => themesFrom(openers, i) >= 3)?.start;
}

/** Without any announcement only three obligations close together are a list; a speech may well name two. */
function themesFrom(openers: readonly Opener[], at: number): number {
  const limit = (openers[at] as Opener).start + 1500;
  const near = openers.slice(at, at + 6).filter((opener) => opener.start < limit);
  return new Set(near.map((opener) => opener.theme)).size;
}

function listStart(text: string): boolean {
  return (
    /^[^\n]{0,80}\n\s{0,12}(?:\(?1[.)]|a[.)]|Pertama|Kesatu)/.test(text) ||
    /^\s{0,3}:?\s{0,3}\(?1[.)]\s/.test(text)
  );
}

function numbered(doc: Prepared, from: number, region: string): Point[] | undefined {
  const lines = sequence([...region.matchAll(NUMBERED)], (m) => numberOf(m));
  const inline =
    lines.length > 1 ? lines : sequence([...region.matchAll(INLINE_NUMBER)], (m) => Number(m[1]));
  return inline.length > 1 ? cut(doc, from, region, inline, lines.length > 1) : undefined;
}

function ordinals(doc: Prepared, from: number, region: string): Point[] | undefined {
  const found = sequence(
    [...region.matchAll(ORDINAL)],
    (m) => ORDINALS.indexOf((m[1] as string).toLowerCase()) + 1,
  );
  return found.length > 2 ? cut(doc, from, region, found, false) : undefined;
}

/** The marks 1, 2, 3 … in order, each within reach of the last. */
function sequence(
  matches: readonly RegExpExecArray[],
  numberOfMatch: (m: RegExpExecArray) => number,
): RegExpExecArray[] {
  const run: RegExpExecArray[] = [];
  for (const match of matches) {
    const last = run.at(-1);
    if (numberOfMatch(match) === run.length + 1 && (!last || match.index - last.index < 1500))
      run.push(match);
  }
  return run;
}

function numberOf(match: RegExpExecArray): number {
  if (match[1]) return Number(match[1]);
  if (match[2]) return match[2].charCodeAt(0) - 96;
  return ORDINALS.indexOf((match[3] as string).toLowerCase()) + 1;
}

function cut(
  doc: Prepared,
  from: number,
  region: string,
  marks: readonly RegExpExecArray[],
  byLine: boolean,
): Point[] {
  return marks.map((mark, i) => {
    const start = mark.index + mark[0].length;
    const next = marks[i + 1]?.index ?? endOfLast(region, start, byLine);
    return toPoint(doc, from + start, from + next);
  });
}

function endOfLast(region: string, start: number, byLine: boolean): number {
  const rest = region.slice(start);
  const stop = rest.search(
    byLine ? /\n\s*\n|\n(?=\s*(?:Demikian|Ikrar|Pakta|Pernyataan)\b)|\.\s*\n/ : /[.;](?:\s|["']|$)|\n/,
  );
  return stop < 0 ? region.length : start + stop;
}

function prose(doc: Prepared, from: number, region: string): Point[] {
  const openers = openersIn(region, from).filter(
    (o, i, all) => all.findIndex((p) => p.theme === o.theme) === i,
  );
  return openers.flatMap((opener, i) => {
    const end = Math.min(openers[i + 1]?.start ?? Number.MAX_SAFE_INTEGER, endOfSentence(doc, opener));
    const previous = openers[i - 1];
    return previous && opener.start - previous.start > 1600
      ? []
      : [toPoint(doc, opener.start, end, opener.theme)];
  });
}

function endOfSentence(doc: Prepared, opener: Opener): number {
  const own = doc.sentences.find((sentence) => sentence.start <= opener.start && opener.start < sentence.end);
  return own?.end ?? Math.min(doc.clean.length, opener.start + 600);
}

function toPoint(doc: Prepared, start: number, rawEnd: number, known?: Theme): Point {
  const quoted = doc.clean.indexOf('"', start);
  const closed = quoted > start && quoted < rawEnd ? quoted : rawEnd;
  const piece = doc.clean.slice(start, Math.min(closed, start + 1500)).replace(TAIL, '');
  const text = piece.replace(/\s+/g, ' ');
  const theme = known ?? themeOf(text);
  return { text, start, end: start + piece.length, ...(theme ? { theme } : {}) };
}

/** Words that count points out, before the last of them; those inside a point's own sentence included. */
function stepsIn(doc: Prepared, from: number, last: Point): number {
  const text = doc.clean.slice(from, last.start);
  return [...text.matchAll(STEP)].filter(
    (m) => !overlaps(doc.duplicates, { start: from + m.index, end: from + m.index + 1 }),
  ).length;
}
