import { type Face, measure, RESOURCE, setCodes } from './face.ts';

/** Grey level of a mark: 0 is black, 1 is paper; or red, green, blue, each 0..1. */
export type Tone = number | readonly [number, number, number];

export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly tone?: Tone;
  /** Extra space after each character, in points. */
  readonly tracking?: number;
}

/**
 * Operators are set as bytes on one desk and taken from it as a string: text is most of a document, and a string
 * grown by four digits a letter costs many times as much.
 */
let desk = Buffer.allocUnsafeSlow(64 * 1024);
let used = 0;

/** Runs `draw` and returns the operators it set. One may stand within another. */
export function inked(draw: () => void): string {
  const from = used;
  try {
    draw();
    return desk.toString('latin1', from, used);
  } finally {
    used = from;
  }
}

/** Sets `text` with its baseline starting at (x, y). */
export function setText(x: number, y: number, style: TextStyle, text: string): void {
  if (text === '') return;
  const { tone, tracking } = style;
  const apart = (tone !== undefined && tone !== 0) || tracking !== undefined;
  makeRoom(200);
  if (apart) setWord('q ');
  if (tone) setTone(tone);
  openText(x, y, style);
  if (tracking) setNumbers([tracking], ' Tc ');
  showText(style.face, text);
  closeText();
  if (apart) setWord('Q\n');
}

/** Begins a text of several pieces. A tone or tracking is the caller's. */
export function openText(x: number, y: number, { face, size }: TextStyle): void {
  makeRoom(200);
  setWord('BT ');
  turnFace(face, size);
  moveText(x, y);
}

export function closeText(): void {
  makeRoom(10);
  setWord('ET\n');
}

export function turnFace(face: Face, size: number): void {
  makeRoom(40);
  setWord(FACE_OPERAND[face]);
  setNumber(size);
  setWord(' Tf ');
}

/** From where the piece before it began, or in page coordinates the first time. */
export function moveText(x: number, y: number): void {
  makeRoom(40);
  setNumber(x);
  desk[used++] = SPACE;
  setNumber(y);
  setWord(' Td ');
}

export function showText(face: Face, text: string): void {
  makeRoom(4 * text.length + 10);
  desk[used++] = 0x3c;
  used = setCodes(face, text, desk, used);
  setWord('> Tj ');
}

const FACE_OPERAND: Readonly<Record<Face, string>> = {
  regular: `/${RESOURCE.regular} `,
  bold: `/${RESOURCE.bold} `,
};

/** What `draw` sets is in this tone. */
export function setToned(tone: Tone | undefined, draw: () => void): void {
  const saved = tone !== undefined && tone !== 0;
  makeRoom(300);
  if (saved) {
    setWord('q ');
    setTone(tone);
  }
  draw();
  if (saved) setWord('Q\n');
}

/** A straight rule of `thickness` points. */
export function setRule(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  thickness: number,
  tone?: Tone,
): void {
  setToned(tone, () => setNumbers([thickness], ' w ', [x1, y1], ' m ', [x2, y2], ' l S\n'));
}

/** Operators made elsewhere. */
export function setMark(operators: string): void {
  makeRoom(operators.length);
  used += desk.write(operators, used, 'latin1');
}

/** Operators that set `text` with its baseline starting at (x, y). */
export function textAt(x: number, y: number, style: TextStyle, text: string): string {
  return inked(() => setText(x, y, style, text));
}

/** As `textAt`, centred between `left` and `right`. */
export function textCentred(left: number, right: number, y: number, style: TextStyle, text: string): string {
  return textAt((left + right - textWidth(style, text)) / 2, y, style, text);
}

/** As `textAt`, ending at `right`. */
export function textRight(right: number, y: number, style: TextStyle, text: string): string {
  return textAt(right - textWidth(style, text), y, style, text);
}

export function textWidth(style: TextStyle, text: string): number {
  return measure(style.face, style.size, text) + (style.tracking ?? 0) * Math.max(0, text.length - 1);
}

/** As `setRule`. */
export function rule(x1: number, y1: number, x2: number, y2: number, thickness: number, tone?: Tone): string {
  return inked(() => setRule(x1, y1, x2, y2, thickness, tone));
}

export function filledBox(x: number, y: number, width: number, height: number, tone?: Tone): string {
  return inked(() => setToned(tone, () => setNumbers([x, y, width, height], ' re f\n')));
}

export function strokedBox(x: number, y: number, width: number, height: number, tone?: Tone): string {
  return inked(() => setToned(tone, () => setNumbers([0.5], ' w ', [x, y, width, height], ' re S\n')));
}

function setTone(tone: Tone): void {
  const levels = typeof tone === 'number' ? [tone] : tone;
  const fill = levels.length === 1 ? ' g ' : ' rg ';
  setNumbers(levels, fill, levels, fill.toUpperCase());
}

function setNumbers(...parts: readonly (readonly number[] | string)[]): void {
  for (const part of parts) {
    if (typeof part === 'string') {
      setWord(part);
      continue;
    }
    for (let at = 0; at < part.length; at++) {
      if (at > 0) desk[used++] = SPACE;
      setNumber(part[at]!);
    }
  }
}

const [SPACE, MINUS, POINT, ZERO] = [0x20, 0x2d, 0x2e, 0x30];

/** As `num` writes it. */
function setNumber(value: number): void {
  let left = Math.round(value * 100);
  if (left < 0) {
    desk[used++] = MINUS;
    left = -left;
  }
  const whole = Math.floor(left / 100);
  setDigits(whole);
  const hundredths = left - 100 * whole;
  if (hundredths === 0) return;
  desk[used++] = POINT;
  desk[used++] = ZERO + Math.floor(hundredths / 10);
  if (hundredths % 10 !== 0) desk[used++] = ZERO + (hundredths % 10);
}

function setDigits(value: number): void {
  if (value >= 10) setDigits(Math.floor(value / 10));
  desk[used++] = ZERO + (value % 10);
}

/** ASCII, and there is room. */
function setWord(word: string): void {
  for (let at = 0; at < word.length; at++) desk[used++] = word.charCodeAt(at);
}

function makeRoom(more: number): void {
  if (used + more <= desk.length) return;
  const larger = Buffer.allocUnsafeSlow(2 * (used + more));
  desk.copy(larger, 0, 0, used);
  desk = larger;
}
