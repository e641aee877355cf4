import * as z from 'zod';
import type { Article, Instrument } from '../types.ts';

/** What stands in the database as JSON, held against the types of the register before it is believed. */
const confidence = z.enum(['verified', 'inferred', 'recalled', 'conflict']);
const text = (max: number) => z.string().trim().min(1).max(max);
const datedFact = z.strictObject({ date: z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/), confidence });
const source = z.strictObject({ url: text(500), note: z.string().trim().max(2000) });
const number = z.strictObject({
  issuer: text(100),
  number: text(60),
  year: z.number().int().min(1945).max(2200).nullable(),
});
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const ref = z.strictObject({
  pasal: z.string().regex(/^\d{1,3}[A-Z]?$/),
  ayat: z
    .string()
    .regex(/^\d{1,2}[a-z]?$/)
    .exactOptional(),
  huruf: z
    .string()
    .regex(/^[a-z]$/)
    .exactOptional(),
  angka: z
    .string()
    .regex(/^\d{1,2}$/)
    .exactOptional(),
});

const instrument = z.strictObject({
  id,
  type: z.enum([
    ...(['uu', 'perppu', 'pp', 'perpres', 'keppres', 'inpres', 'permen', 'kepmen'] as const),
    ...(['perbkn', 'pkpu', 'perbawaslu', 'perda', 'skb', 'se', 'mk'] as const),
  ]),
  name: text(80),
  numbers: z.array(number).min(1).max(10),
  title: text(500).nullable(),
  nicknames: z.array(text(100)).max(20).exactOptional(),
  signed: datedFact.exactOptional(),
  inForceFrom: datedFact.exactOptional(),
  inForceUntil: datedFact.exactOptional(),
  status: z.enum(['in-force', 'amended', 'revoked', 'superseded', 'unknown']),
  revokedBy: id.exactOptional(),
  replaces: z.array(id).max(20).exactOptional(),
  amends: z.array(id).max(20).exactOptional(),
  touchedBy: z.array(id).max(20).exactOptional(),
  lastPasal: z.strictObject({ number: z.number().int().min(1).max(2000), confidence }).exactOptional(),
  note: text(1000).exactOptional(),
  sources: z.array(source).min(1).max(30),
  confidence,
}) satisfies z.ZodType<Instrument>;

const article = z.strictObject({
  instrument: id,
  ref,
  gist: z.strictObject({ id: text(600), en: text(600) }),
  about: z.array(
    z.enum([
      ...(['pns', 'asn', 'pppk', 'non-asn', 'state-official', 'official', 'village-head'] as const),
      ...(['tni-polri', 'campaign-executor', 'candidate', 'spouse', 'ppk', 'anyone'] as const),
    ]),
  ),
  keywords: z.array(text(60)).max(40),
  mapsTo: z.array(ref).max(20).exactOptional(),
  note: text(1000).exactOptional(),
  sources: z.array(source).min(1).max(30),
  confidence,
}) satisfies z.ZodType<Article>;

export const INSTRUMENT = instrument;
export const ARTICLE = article;
/** The recipients an article may speak of, in the order of forms. */
export const SUBJECTS = article.shape.about.element.options;
export const TYPES = instrument.shape.type.options;
export const STATUSES = instrument.shape.status.options;
export const CONFIDENCES = confidence.options;
