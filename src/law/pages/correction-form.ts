import type { Lang } from '../../platform/i18n.ts';
import { shortName } from '../citations/name.ts';
import { type Field, REQUIRED, shapeOf } from '../corrections/fields.ts';
import { readLines, writingOf } from '../corrections/write-value.ts';
import { type Confidence, parseArticle, printArticle, type Register } from '../index.ts';
import { t } from '../messages.ts';
import type { InstrumentNumber, InstrumentType } from '../types.ts';

/** The fields of a correction as typed, by their Indonesian names in the form. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

export interface Asked {
  readonly instrumentId: string;
  readonly article: string | null;
  readonly field: Field;
}

export type ReadForm =
  | { readonly asked: Asked; readonly value: unknown }
  | { readonly errors: Readonly<Record<string, string>> };

/** What the form says, in the shape of its field; else which line of the form to mend. */
export function readForm(lang: Lang, asked: Asked, typed: Typed, register: Register): ReadForm {
  if (asked.field === 'instrument') return readInstrument(lang, typed, register);
  if (asked.field === 'article') return readArticle(lang, asked, typed);
  const value = fieldValue(asked.field, typed, register);
  const lost = strangers(asked.field, value, register)[0];
  if (lost) return { errors: { nilai: t(lang)('law.rule.leadsNowhere', { what: lost }) } };
  if (value === null && REQUIRED.has(asked.field)) return { errors: { nilai: t(lang)('law.form.empty') } };
  if (value !== null && !shapeOf(asked.field, asked.article !== null)?.safeParse(value).success)
    return { errors: { nilai: t(lang)(`law.form.${writingOf(asked.field)}`) } };
  return { asked, value };
}

function fieldValue(
  field: Exclude<Field, 'instrument' | 'article'>,
  typed: Typed,
  register: Register,
): unknown {
  const writing = writingOf(field);
  if (writing === 'gist') return gistOf(typed);
  if (writing === 'subjects') return many(typed, 'tentang');
  const value = readLines(writing, one(typed, 'nilai'), register);
  if (value === null) return null;
  const confidence = one(typed, 'kepastian');
  if (writing === 'dated') return { date: value, confidence };
  return writing === 'pasal' ? { number: value, confidence } : value;
}

/** Instruments named in the field that the register does not hold. */
function strangers(field: Field, value: unknown, register: Register): string[] {
  if (!NAMING.has(field)) return [];
  return ([value ?? []].flat() as string[]).filter((id) => !register.findInstrument(id));
}

const NAMING = new Set<Field>(['revokedBy', 'replaces', 'amends', 'touchedBy']);

/** A new article of an instrument that is there. */
function readArticle(lang: Lang, asked: Asked, typed: Typed): ReadForm {
  const ref = parseArticle(one(typed, 'pasal'));
  if (!ref) return { errors: { pasal: t(lang)('law.form.refs') } };
  const value = {
    instrument: asked.instrumentId,
    ref,
    gist: gistOf(typed),
    about: many(typed, 'tentang'),
    keywords: [],
    sources: [ownSource(typed)],
    confidence: one(typed, 'kepastian'),
  };
  if (!shapeOf('article', true)?.safeParse(value).success)
    return { errors: { nilai: t(lang)('law.form.gist') } };
  return { asked: { ...asked, article: printArticle(ref) }, value };
}

/** A new instrument; its identifier and short name follow from its type and first number. */
function readInstrument(lang: Lang, typed: Typed, register: Register): ReadForm {
  const numbers = readLines('numbers', one(typed, 'nomor'), register) as InstrumentNumber[] | null;
  const first = numbers?.[0];
  if (!numbers || !first?.number) return { errors: { nomor: t(lang)('law.form.numbers') } };
  const name = nameOf(one(typed, 'jenis') as InstrumentType, first);
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const from = one(typed, 'berlaku');
  const value = {
    ...{ id, type: one(typed, 'jenis'), name, numbers, status: one(typed, 'keadaan') },
    title: one(typed, 'judul') || null,
    ...(from ? { inForceFrom: { date: from, confidence: one(typed, 'kepastianBerlaku') } } : {}),
    sources: [ownSource(typed)],
    confidence: one(typed, 'kepastian') as Confidence,
  };
  const faults = shapeOf('instrument', false)?.safeParse(value).error?.issues ?? [];
  const fault = faults[0]?.path[0];
  if (fault === 'inForceFrom') return { errors: { berlaku: t(lang)('law.form.dated') } };
  if (fault !== undefined) return { errors: { nomor: t(lang)('law.form.numbers') } };
  return { asked: { instrumentId: id, article: null, field: 'instrument' }, value };
}

function nameOf(type: InstrumentType, { issuer, number, year }: InstrumentNumber): string {
  return year === null ? `Putusan MK ${number}` : shortName(type, number, year, issuer);
}

/** What is new has the correction's own source. */
function ownSource(typed: Typed): { url: string; note: string } {
  return { url: one(typed, 'sumber'), note: one(typed, 'alasan') };
}

function gistOf(typed: Typed): { id: string; en: string } | null {
  const [id, en] = [one(typed, 'nilai'), one(typed, 'nilaiEn')];
  return id === '' && en === '' ? null : { id, en };
}

export function one(typed: Typed, name: string): string {
  return [typed[name] ?? ''].flat().join(' ').trim();
}

function many(typed: Typed, name: string): readonly string[] {
  return [typed[name] ?? []].flat().filter((value) => value !== '');
}
