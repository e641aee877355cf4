import type { ArticleRef, Instrument } from '../types.ts';
import { printArticle } from './article-ref.ts';
import { LABELS } from './name.ts';

export interface Citation {
  readonly instrument: Instrument;
  readonly article?: ArticleRef;
}

/**
 * - `full`: Pasal 5 huruf n Peraturan Pemerintah Nomor 94 Tahun 2021
 * - `official`: PP Nomor 94 Tahun 2021 Pasal 5 huruf n
 * - `short`: Pasal 5 huruf n PP 94/2021
 * - `abbreviated`: Ps. 5 hrf. n PP No. 94/2021
 */
export type CitationStyle = 'full' | 'official' | 'short' | 'abbreviated';

export const CITATION_STYLES: readonly CitationStyle[] = ['full', 'official', 'short', 'abbreviated'];

/** The citation as we print it; {@link parseCitation} reads every style back to the same article. */
export function printCitation({ instrument, article }: Citation, style: CitationStyle): string {
  const name = printInstrument(instrument, style);
  if (!article) return name;
  const ref = printArticle(article, style === 'abbreviated');
  return style === 'official' ? `${name} ${ref}` : `${ref} ${name}`;
}

function printInstrument(instrument: Instrument, style: CitationStyle): string {
  if (style === 'short') return instrument.name;
  if (instrument.type === 'skb' && style === 'full') return printDecree(instrument);
  const { number, year, issuer } = instrument.numbers[0] as Instrument['numbers'][number];
  if (year === null) return `${style === 'full' ? LABELS.mk.long : LABELS.mk.short} Nomor ${number}`;
  const label = printLabel(instrument, issuer, style);
  return style === 'abbreviated'
    ? `${label} No. ${number}/${year}`
    : `${label} Nomor ${number} Tahun ${year}`;
}

function printLabel(instrument: Instrument, issuer: string, style: CitationStyle): string {
  const short = instrument.name.slice(0, instrument.name.lastIndexOf(' '));
  if (style !== 'full') return short;
  const { long } = LABELS[instrument.type];
  if (instrument.type === 'se') return `${long} ${issuer}`;
  if (instrument.type === 'permen' || instrument.type === 'kepmen')
    return `${long} ${issuer.replace(/^Menteri /, '')}`;
  return long;
}

/** Each number with its own agency: a decree of five is never one string. */
function printDecree(instrument: Instrument): string {
  const pairs = instrument.numbers.map(
    (n) => `${n.issuer} Nomor ${n.number}${n.year === null ? '' : ` Tahun ${n.year}`}`,
  );
  return `${LABELS.skb.long} ${pairs.slice(0, -1).join(', ')}, dan ${pairs.at(-1)}`;
}
