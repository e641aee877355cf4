import type { Cell } from '../../platform/files/index.ts';
import type { IdCode } from './codes.ts';
import { notANationalNumber } from './id-lookalikes.ts';
import { ageInMonths, isDate, isFuture } from './nip-dates.ts';
import type { Category, IdKind } from './types.ts';

export type Sex = 'male' | 'female';

/** `birthDate` is ISO `yyyy-mm-dd`; both it and `sex` are null for a local number, which says nothing. */
export type IdNumber = { ok: true; kind: IdKind; number: string; birthDate: string | null; sex: Sex | null };
export type IdRefusal = { ok: false; code: IdCode; params: Readonly<Record<string, string | number>> };

/** Plain text, or the spreadsheet cell: a number cell has lost digits that its text no longer shows. */
export type RawId = string | Pick<Cell, 'kind' | 'text'>;

/** `today` (ISO) refuses births and appointments in the future; without it they are not looked at. */
export type IdOptions = { today?: string };

/**
 * Reads an identity number by the rules of its category. The number itself is never in `params`: what was refused
 * may be somebody's NIK.
 *
 * NIP, 18 digits (Perka BKN 22/2007): birth yyyymmdd, first appointment yyyymm, sex 1 or 2, serial 3. No check digit.
 * NI PPPK, 18 digits: birth yyyymmdd, year yyyy, frequency code (often 21, so no month), sex 1 or 2, serial 3.
 * The split of the NI PPPK is inferred from published examples, not from a primary text.
 */
export function parseIdNumber(raw: RawId, category: Category, options: IdOptions = {}): IdNumber | IdRefusal {
  const cell = typeof raw === 'string' ? { kind: 'text' as const, text: raw } : raw;
  const stored = unwrap(cell.text);
  if (stored === '') return no(category === 'non-asn' ? 'id.local-missing' : 'id.missing');
  if (cell.kind === 'formula') return no('id.formula');
  if (cell.kind === 'date' || looksLikeDate(stored)) return no('id.is-date');
  const lost = lostDigits(cell.kind, stored);
  if (lost) return lost;
  const text = cell.kind === 'number' ? String(Number(stored)) : stored;
  if (category === 'non-asn') return parseLocal(text, options);
  const digits = text.replace(/[\s.-]/g, '');
  if (!/^\d+$/.test(digits)) return no('id.not-digits');
  const other = notANationalNumber(text, digits);
  if (other) return other;
  if (digits.length !== 18) return no('id.length', { length: digits.length });
  if (digits.endsWith('000')) return no('id.rounded');
  return category === 'pns' || category === 'cpns' ? parsePns(digits, options) : parsePppk(digits, options);
}

/** `198503122010011005` is shown as `19850312 201001 1 005`, a NI PPPK as `19850312 2023 21 1 005`. */
export function formatNip(number: string, kind: IdKind = 'nip'): string {
  if (!/^\d{18}$/.test(number)) return number;
  const shape = kind === 'ni-pppk' ? /^(\d{8})(\d{4})(\d\d)(\d)(\d{3})$/ : /^(\d{8})(\d{6})(\d)(\d{3})$/;
  return number.match(shape)!.slice(1).join(' ');
}

/** Which kind an 18-digit number can be, by its shape alone: for files that do not state a category. */
export function inferCategory(raw: RawId): 'pns' | 'pppk' | null {
  const pns = parseIdNumber(raw, 'pns');
  if (pns.ok) return 'pns';
  return parseIdNumber(raw, 'pppk').ok ? 'pppk' : null;
}

/** A leading apostrophe and `="…"` are how spreadsheets are told that digits are text. */
function unwrap(text: string): string {
  if (/^\d+$/.test(text)) return text;
  const bare = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim();
  const quoted = /^="(.*)"$/.exec(bare);
  const inner = (quoted?.[1] ?? bare).replace(/^['`\u2018\u2019]+/, '').trim();
  return /^[-\u2013\u2014]*$/.test(inner) ? '' : inner;
}

function looksLikeDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d(T|\s|$)/.test(text) || /^\d{1,2}[/-]\d{1,2}[/-]\d{4}$/.test(text);
}

/**
 * A spreadsheet number keeps 15 digits; the rest became zeros, or went into an exponent. Nothing can restore them,
 * and some programs write a wrong neighbour instead of zeros, so that even whole-looking digits are not believed.
 */
function lostDigits(kind: Cell['kind'], text: string): IdRefusal | null {
  if (kind !== 'number') return /^\d(?:[.,]\d+)?[eE]\+?\d{1,3}$/.test(text) ? no('id.exponent') : null;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) return no('id.not-digits');
  if (value >= 1e15 && value < 1e16) return no('id.nik');
  return value >= 1e16 ? no('id.precision') : null;
}

function parsePns(digits: string, options: IdOptions): IdNumber | IdRefusal {
  const birth = digits.slice(0, 8);
  if (!isDate(birth)) return no('id.birth-date');
  const year = digits.slice(8, 12);
  const month = Number(digits.slice(12, 14));
  if (month < 1 || month > 12) {
    return month > 12 && parsePppk(digits, options).ok ? no('id.looks-like-pppk') : no('id.start-month');
  }
  const age = Math.floor(ageInMonths(birth, Number(year), month) / 12);
  if (age < 15 || age > 60) return no('id.age', { age });
  if (isFuture(birth, options.today) || isFuture(`${year}${digits.slice(12, 14)}01`, options.today))
    return no('id.future');
  return withSex('nip', digits);
}

/** The law knows PPPK since PP 49/2018: an earlier year with a real month in 13-14 is a PNS number in the wrong row. */
const FIRST_PPPK_YEAR = 2019;

function parsePppk(digits: string, options: IdOptions): IdNumber | IdRefusal {
  const birth = digits.slice(0, 8);
  if (!isDate(birth)) return no('id.birth-date');
  const year = Number(digits.slice(8, 12));
  const month = Number(digits.slice(12, 14));
  if (year < FIRST_PPPK_YEAR && month >= 1 && month <= 12 && parsePns(digits, options).ok)
    return no('id.looks-like-pns');
  const age = year - Number(birth.slice(0, 4));
  if (age < 15 || age > 66) return no('id.age', { age });
  if (isFuture(birth, options.today) || isFuture(`${year}0101`, options.today)) return no('id.future');
  return withSex('ni-pppk', digits);
}

function withSex(kind: IdKind, digits: string): IdNumber | IdRefusal {
  const sex = digits[14];
  if (sex !== '1' && sex !== '2') return no('id.sex');
  const birthDate = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  return { ok: true, kind, number: digits, birthDate, sex: sex === '1' ? 'male' : 'female' };
}

/** The office's own number: 1 to 40 letters, digits and `. / - _`; nothing that looks like a national number. */
function parseLocal(text: string, options: IdOptions): IdNumber | IdRefusal {
  const digits = text.replace(/[\s.-]/g, '');
  const other = /^\d+$/.test(digits) ? notANationalNumber(text, digits, true) : null;
  if (other) return other;
  if (/^\d{18}$/.test(digits) && parsePns(digits, options).ok) return no('id.looks-like-pns');
  if (/^\d{18}$/.test(digits) && parsePppk(digits, options).ok) return no('id.looks-like-pppk');
  const number = text.replace(/\s+/g, ' ').toUpperCase();
  if (!/^[A-Z0-9](?:[A-Z0-9 ./_-]{0,38}[A-Z0-9])?$/.test(number)) return no('id.local-shape');
  return { ok: true, kind: 'local', number, birthDate: null, sex: null };
}

function no(code: IdCode, params: IdRefusal['params'] = {}): IdRefusal {
  return { ok: false, code, params };
}
