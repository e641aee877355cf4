import { DISIPLIN_REPO, seen } from '../data/source.ts';
import type { DatedFact } from '../types.ts';

/** Where the list of the joint decree was seen, reprinted; the appendix itself was not. */
export const BKN_MEDAN =
  'https://medan.bkn.go.id/2023/10/apa-pelanggaran-disiplin-dan-jenis-sanksi-atas-pelanggaran-netralitas-pegawai-asn';
export const NTBSATU =
  'https://ntbsatu.com/2024/02/06/dari-denda-hingga-pidana-penjara-ini-sanksi-bagi-asn-yang-langgar-netralitas.html/3';
export const TRIBUN_TIMUR = 'https://makassar.tribunnews.com/2023/11/29/…?page=3';
export const RBTV = 'https://rbtv.disway.id/amp/20939/…/32';
export const MURIANEWS = 'https://berita.murianews.com/saiful-anwar/425033/…?page=2';
export const SEKITARJABAR =
  'https://sekitarjabar.com/netralitas-aparatur-sipil-negara-asn-di-tahun-politik/5';
/** A public code repository whose regulation data carry their own marks "to be verified" (SIMPEL, a state university). */
export const SIMPEL = 'https://github.com/mfp-max/simpel-disiplin';

export const inRepo = (note: string) => seen(DISIPLIN_REPO, `${note}; public code, not the primary text`);
export const inSimpel = (note: string) =>
  seen(SIMPEL, `supabase/seed/regulasi.ts: ${note}; public code whose own data say to verify`);

/** The joint decree of 2022 was signed and took effect on this day. */
export const DECREE_2022: DatedFact = { date: '2022-09-22', confidence: 'verified' };
export const PP94: DatedFact = { date: '2021-08-31', confidence: 'verified' };
export const PERBKN6: DatedFact = { date: '2022', confidence: 'verified' };
