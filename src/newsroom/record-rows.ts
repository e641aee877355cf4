import { formatDate, formatNumber } from '../platform/format.ts';
import { type Lang, messageOf } from '../platform/i18n.ts';
import { type DraftRecord, RECORD_FIELDS, type RecordFieldName, type Span } from './checker/index.ts';

/** One value of a draft record in words, with the span that it came from. */
export interface RecordRow {
  readonly field: RecordFieldName;
  readonly said: string;
  readonly span: Span;
  readonly derived: boolean;
}

type Value = Readonly<Record<string, unknown>>;

/** What the text says of a ceremony, a row for each value; what it does not say has no row. */
export function recordRows(record: DraftRecord, lang: Lang): RecordRow[] {
  return RECORD_FIELDS.flatMap((field) => {
    const found = record[field];
    if (!found) return [];
    const { value, start, end, derived } = found;
    const row = (item: unknown, span: Span) => ({ field, said: say(lang, field, item), span, derived });
    if (!Array.isArray(value)) return [row(value, { start, end })];
    return value.map((item) => row(item, isSpan(item) ? item : { start, end }));
  }).filter((row) => row.said !== '');
}

function say(lang: Lang, field: RecordFieldName, value: unknown): string {
  if (typeof value === 'number') return formatNumber(lang, value);
  if (typeof value === 'string') return sayText(lang, field, value);
  const of = value as Value;
  const said = (SAYS[field] ?? plainly)(of, lang);
  return said.filter((part) => part !== '').join(', ');
}

function sayText(lang: Lang, field: RecordFieldName, value: string): string {
  if (field === 'dateResolved' || field === 'dateNotBefore') return formatDate(lang, value, true);
  return word(lang, field, value);
}

const SAYS: { [Field in RecordFieldName]?: (value: Value, lang: Lang) => string[] } = {
  leader: person,
  speakers: person,
  letter: ({ kind, number, issuer, date }, lang) => [
    [text(kind), text(number)].filter(Boolean).join(' '),
    text(issuer),
    typeof date === 'string' ? formatDate(lang, date) : '',
  ],
  skb: ({ instrument, garbled }, lang) => [text(instrument), garbled ? word(lang, 'skb', 'garbled') : ''],
  otherBases: ({ instrument, articles }) => [
    text(instrument),
    ...(Array.isArray(articles) ? articles.map(text) : []),
  ],
  participants: ({ who, quantity }) => [[text(quantity), text(who)].filter(Boolean).join(' ')],
  count: ({ number, qualifier, words, of, alsoSaid }, lang) => [
    [
      typeof number === 'number' ? word(lang, 'count', text(qualifier)) : '',
      typeof number === 'number' ? formatNumber(lang, number) : text(words),
      text(of),
    ]
      .filter(Boolean)
      .join(' '),
    ...(Array.isArray(alsoSaid) ? alsoSaid.map((also) => `"${text(also)}"`) : []),
  ],
  points: (point) => [text(point.text)],
  signing: ({ what, manner, who, order }, lang) => [
    text(what),
    word(lang, 'signing', text(manner)),
    text(who),
    ...(Array.isArray(order) ? [order.map(text).join(' → ')] : []),
  ],
};

function person({ name, office, status }: Value, lang: Lang): string[] {
  const standing = text(status);
  const before = standing === '' || standing === 'definitive' ? '' : `${word(lang, 'status', standing)} `;
  return [text(name), office ? `${before}${text(office)}` : ''];
}

/** For fields without words of their own: every part that is text or a number. */
function plainly(value: Value): string[] {
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'start' || key === 'end' ? [] : [text(part)],
  );
}

/** The word of a code in the reader's language; text that is no code stays as it is. */
function word(lang: Lang, field: string, value: string): string {
  return messageOf(lang, `newsroom.value.${field}.${value.replaceAll(' ', '-')}`) ?? value;
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isSpan(item: unknown): item is Span {
  return typeof item === 'object' && item !== null && 'start' in item && 'end' in item;
}
