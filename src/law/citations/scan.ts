import type { Register } from '../make-register.ts';
import { SHIPPED } from '../register.ts';
import type { Confidence, Instrument, InstrumentType, IsoDate } from '../types.ts';
import { type FoundArticle, scanArticles } from './article-ref.ts';
import { type Head, scanHeads } from './heads.ts';
import { issuersIn } from './issuers.ts';
import { type Garble, readDecree } from './joint-decree.ts';
import { shortName } from './name.ts';

export interface FoundInstrument {
  readonly start: number;
  readonly end: number;
  readonly type: InstrumentType;
  /** Canonical short form, also for what the register does not know: `UU 99/2022`. */
  readonly name: string;
  readonly instrument?: Instrument;
  /** `inferred` where it was known by name, title or an earlier mention rather than by its number. */
  readonly reading: Confidence;
  readonly garbles: readonly Garble[];
}

export interface FoundCitations {
  readonly instruments: readonly FoundInstrument[];
  readonly articles: readonly FoundArticle[];
}

const WORDS = String.raw`(?:\s{1,3}\(?(?!(?:Nomor|No|Pasal|Tahun|yang)\b)[A-Za-z'&-]{1,30}\)?,?){0,14}?`;
const NUMBER = String.raw`\s{0,3}[,:(]?\s{0,2}(?:Nomor|Nomer|No\.?)?\s{0,2}[:.]?\s{0,2}(\d{1,3})\s{0,2}(?:,?\s{0,2}(?:Tahun|Thn\.?|Th\.?)\s{0,2}|\/\s?)((?:19|20)\d{2})(?!\d)`;
const TAIL = new RegExp(`^${WORDS}${NUMBER}`, 'i');
const MORE =
  /^\s{0,2}(?:,|dan|serta|jo\.?|juncto|jis\.?)\s{1,2}(?:Nomor\s{0,2}|No\.?\s{0,2})?(\d{1,3})(?:\s{1,2}Tahun\s{1,2}|\/)((?:19|20)\d{2})(?!\d)/i;
const RULING =
  /(?:\bPutusan\s{1,3})?(?:(?:Mahkamah\s{1,3}Konstitusi|MK)\s{1,3})?(?:\(MK\)\s{0,2})?(?:(?:Nomor|No\.?)\s{0,2}:?\s{0,2})?\b(\d{1,3}\/PUU-[IVXLC]{1,8}\/\d{4})/g;
const REACH = 420;

/** The ASN law changed on this day; its nickname means another law before and after. */
const ASN_LAW = ['uu asn', 'undang-undang asn'];
const ASN_LAW_CHANGED: IsoDate = '2023-10-31';

/**
 * Every citation of an instrument and every article in the text, in order. `on` (`YYYY-MM-DD`) is only used for names
 * whose meaning changed with time, as "UU ASN". Offsets are UTF-16 units. Work is linear in the length of the text.
 */
export function scanCitations(text: string, on?: IsoDate, register: Register = SHIPPED): FoundCitations {
  const found = [...scanNumbered(text, register), ...scanRulings(text, register)];
  found.sort((a, b) => a.start - b.start);
  const merged = mergeNicknames(found, scanNicknames(text, on, register));
  return { instruments: merged, articles: scanArticles(text) };
}

function scanNumbered(text: string, register: Register): FoundInstrument[] {
  const heads = scanHeads(text);
  const found: FoundInstrument[] = [];
  let done = 0;
  heads.forEach((head, i) => {
    if (head.start < done) return;
    const limit = (heads[i + 1] as Head | undefined)?.start ?? text.length;
    const read = head.type === 'skb' ? readJoint : readRun;
    const hits = read(text, head, limit, register);
    found.push(...hits);
    done = hits.at(-1)?.end ?? done;
  });
  return found;
}

function readJoint(text: string, head: Head, limit: number, register: Register): FoundInstrument[] {
  const decree = readDecree(text, head, limit, register);
  if (decree.how === 'none' && decree.printed === head.text) return [];
  const name = decree.instrument?.name ?? decree.printed.replace(/\s+/g, ' ').slice(0, 80);
  return [
    {
      start: head.start,
      end: decree.end,
      type: 'skb',
      name,
      ...(decree.instrument ? { instrument: decree.instrument } : {}),
      reading: decree.how === 'number' ? 'verified' : 'inferred',
      garbles: decree.garbles,
    },
  ];
}

function readRun(text: string, head: Head, limit: number, register: Register): FoundInstrument[] {
  const window = text.slice(head.end, Math.min(limit, head.end + REACH));
  const tail = TAIL.exec(window);
  if (!tail) return [];
  const issuer = issuersIn(head.text + tail[0])[0];
  const build = builder(register, head, issuer);
  const found = [build(head.start, head.end + tail[0].length, tail, 'verified')];
  let end = tail[0].length;
  for (
    let more = MORE.exec(window.slice(end));
    more && found.length < 20;
    more = MORE.exec(window.slice(end))
  ) {
    const start = end + more[0].search(/nomor|no\b|\d/i);
    end += more[0].length;
    found.push(build(head.end + start, head.end + end, more, 'inferred'));
  }
  return found;
}

function builder(register: Register, { type }: Head, issuer: string | undefined) {
  return (start: number, end: number, match: RegExpExecArray, reading: Confidence): FoundInstrument => {
    const number = String(Number(match[1]));
    const year = Number(match[2]);
    const instrument = register.findByNumber(type, number, year, issuer);
    const name = instrument?.name ?? shortName(type, number, year, issuer);
    return { start, end, type, name, ...(instrument ? { instrument } : {}), reading, garbles: [] };
  };
}

function scanRulings(text: string, register: Register): FoundInstrument[] {
  return [...text.matchAll(RULING)].map((match) => {
    const number = match[1] as string;
    const instrument = register.findByNumber('mk', number, null);
    return {
      start: match.index,
      end: match.index + match[0].length,
      type: 'mk',
      name: instrument?.name ?? `Putusan MK ${number}`,
      ...(instrument ? { instrument } : {}),
      reading: 'verified',
      garbles: [],
    };
  });
}

function scanNicknames(text: string, on: IsoDate | undefined, register: Register): FoundInstrument[] {
  const nicknames = new Map(
    register.instruments.flatMap((i) => (i.nicknames ?? []).map((name) => [name.toLowerCase(), i] as const)),
  );
  return [...text.matchAll(anyOf([...nicknames.keys(), ...ASN_LAW]))].flatMap((match) => {
    const instrument = nicknames.get(match[0].toLowerCase()) ?? asnLawOn(on, register);
    if (!instrument) return [];
    const { type, name } = instrument;
    const end = match.index + match[0].length;
    return [{ start: match.index, end, type, name, instrument, reading: 'inferred' as const, garbles: [] }];
  });
}

function anyOf(names: readonly string[]): RegExp {
  const escaped = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`\\b(?:${escaped.join('|')})\\b`, 'gi');
}

function asnLawOn(on: IsoDate | undefined, register: Register): Instrument | undefined {
  if (on === undefined) return undefined;
  return register.findByNumber('uu', on < ASN_LAW_CHANGED ? '5' : '20', on < ASN_LAW_CHANGED ? 2014 : 2023);
}

/** A number says more than a name: a nickname inside a numbered citation is dropped. */
function mergeNicknames(
  numbered: readonly FoundInstrument[],
  named: readonly FoundInstrument[],
): FoundInstrument[] {
  const merged: FoundInstrument[] = [];
  let i = 0;
  for (const name of named) {
    while (i < numbered.length && (numbered[i] as FoundInstrument).end <= name.start)
      merged.push(numbered[i++]!);
    const next = numbered[i];
    if (!next || next.start >= name.end) merged.push(name);
  }
  return [...merged, ...numbered.slice(i)];
}
