import { encode, type Face, measure, RESOURCE } from './face.ts';
import { num } from './syntax.ts';

/** Grey level of a mark: 0 is black, 1 is paper; or red, green, blue, each 0..1. */
export type Tone = number | readonly [number, number, number];

export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly tone?: Tone;
  /** Extra space after each character, in points. */
  readonly tracking?: number;
}

/** Operators that set `text` with its baseline starting at (x, y). */
export function textAt(x: number, y: number, style: TextStyle, text: string): string {
  if (text === '') return '';
  const spaced = style.tracking ? `${num(style.tracking)} Tc ` : '';
  const shown = `<${encode(style.face, text)}> Tj`;
  const set = `BT /${RESOURCE[style.face]} ${num(style.size)} Tf ${spaced}${num(x)} ${num(y)} Td ${shown} ET`;
  return toned(style.tone, spaced ? `q ${set} Q` : set);
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

/** A straight rule of `thickness` points. */
export function rule(x1: number, y1: number, x2: number, y2: number, thickness: number, tone?: Tone): string {
  return toned(tone, `${num(thickness)} w ${num(x1)} ${num(y1)} m ${num(x2)} ${num(y2)} l S`);
}

export function filledBox(x: number, y: number, width: number, height: number, tone?: Tone): string {
  return toned(tone, `${num(x)} ${num(y)} ${num(width)} ${num(height)} re f`);
}

export function strokedBox(x: number, y: number, width: number, height: number, tone?: Tone): string {
  return toned(tone, `0.5 w ${num(x)} ${num(y)} ${num(width)} ${num(height)} re S`);
}

function toned(tone: Tone | undefined, operators: string): string {
  if (tone === undefined || tone === 0) return `${operators}\n`;
  const levels = typeof tone === 'number' ? [tone] : tone;
  const fill = levels.length === 1 ? 'g' : 'rg';
  const colour = levels.map(num).join(' ');
  return `q ${colour} ${fill} ${colour} ${fill.toUpperCase()} ${operators} Q\n`;
}
