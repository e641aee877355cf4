import type { InstrumentType } from '../types.ts';
import { labelOf } from './issuers.ts';

export const LABELS: Readonly<Record<InstrumentType, { readonly short: string; readonly long: string }>> = {
  uu: { short: 'UU', long: 'Undang-Undang' },
  perppu: { short: 'Perppu', long: 'Peraturan Pemerintah Pengganti Undang-Undang' },
  pp: { short: 'PP', long: 'Peraturan Pemerintah' },
  perpres: { short: 'Perpres', long: 'Peraturan Presiden' },
  keppres: { short: 'Keppres', long: 'Keputusan Presiden' },
  inpres: { short: 'Inpres', long: 'Instruksi Presiden' },
  permen: { short: 'Permen', long: 'Peraturan Menteri' },
  kepmen: { short: 'Kepmen', long: 'Keputusan Menteri' },
  perbkn: { short: 'PerBKN', long: 'Peraturan BKN' },
  pkpu: { short: 'PKPU', long: 'Peraturan KPU' },
  perbawaslu: { short: 'Perbawaslu', long: 'Peraturan Bawaslu' },
  perda: { short: 'Perda', long: 'Peraturan Daerah' },
  skb: { short: 'SKB', long: 'Keputusan Bersama' },
  se: { short: 'SE', long: 'Surat Edaran' },
  mk: { short: 'Putusan MK', long: 'Putusan Mahkamah Konstitusi' },
};

/** Canonical short form of an instrument that need not be in the register: `UU 99/2022`, `SE MenPANRB 3/2021`. */
export function shortName(type: InstrumentType, number: string, year: number, issuer?: string): string {
  const label = issuer && labelOf(issuer);
  const joined = type === 'permen' || type === 'kepmen' ? label?.replace(/^Men/, '') : undefined;
  const body = type === 'se' && label ? ` ${label}` : '';
  return `${LABELS[type].short}${joined ?? ''}${body} ${number}/${year}`;
}
