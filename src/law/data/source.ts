import type { Source } from '../types.ts';

/** A page where the statement was seen. Addresses that end in an ellipsis were only recorded shortened. */
export function seen(url: string, note: string): Source {
  return { url, note };
}

/** Nothing was seen: the address is where an administrator should check, not a proof. */
export function toCheck(
  note = 'Not seen; from general knowledge. Check the official text here before relying on it.',
): Source {
  return { url: 'https://peraturan.bpk.go.id/', note };
}

export const KOMPAS_2023_11_06 = 'https://www.kompas.com/tren/read/2023/11/06/133000265/…';
export const DISIPLIN_REPO = 'https://github.com/wawannug/disiplin-pns';
export const RMOL_2021_09_14 = 'https://rmol.id/amp/2021/09/14/504341/…';
export const KOMPASIANA_P5N = 'https://kompasiana.com/inapurmini/65340178110fce582508ee62/…';
export const LAJUR = 'https://www.lajur.co/uu-pemilu-asn-jadi-tim-kampanye-bisa-dipenjara-1-tahun/';
export const JABARNEWS =
  'https://jabarnews.com/daerah/pemilu-2024-bawaslu-purwakarta-ingatkan-asn-dan-kades-soal-ini/2';
export const SEDAYU_UU20 = 'https://sedayu.net/2023/11/03/…';
export const SCRIBD_SKB = 'https://www.scribd.com/document/602350661/SKB-Netralitas-ASN-22-September-2022';
