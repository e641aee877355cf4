import type { UnitKind } from '../roster/index.ts';

/** First match wins; words that offices in Indonesia begin their names with. */
const BEGINNINGS: readonly (readonly [RegExp, UnitKind])[] = [
  [/^kecamatan\b/i, 'kecamatan'],
  [/^kelurahan\b/i, 'kelurahan'],
  [/^(uptd?|upt\w*|puskesmas|balai|labkes\w*|laboratorium)\b/i, 'upt'],
  [/^(tk|paud|sd|sdn|sdlb|smp|smpn|sma|sman|smk|smkn|slb|sekolah|madrasah|min|mtsn?|man)\b/i, 'school'],
  [/^(bidang|bagian|seksi|subbag\w*|sub|subbid\w*|sekretariat (dinas|badan)|kelompok)\b/i, 'section'],
  [/^(dinas|badan|sekretariat|inspektorat|satuan|satpol|kantor|rsud|rumah sakit)\b/i, 'opd'],
];

/** What a unit named in a roster most likely is; a person can see and correct it, nothing is decided by it. */
export function unitKindOf(name: string): UnitKind {
  return BEGINNINGS.find(([beginning]) => beginning.test(name.trim()))?.[1] ?? 'other';
}
