import type { UnitCode } from './codes.ts';

export type RegionLevel =
  | 'province'
  | 'kabupaten'
  | 'kota'
  | 'kecamatan'
  | 'kelurahan'
  | 'desa'
  | 'desa-adat';

/** `parent` is the code one level up, null for a province. */
export type RegionCode = { ok: true; code: string; level: RegionLevel; parent: string | null };
export type RegionRefusal = { ok: false; code: UnitCode; params: Readonly<Record<string, string | number>> };

/**
 * A Kemendagri region code `pp[.kk[.cc[.dddd]]]` (Kepmendagri 300.2.2-2138/2025): kabupaten 01-69, kota 71-99,
 * kelurahan 1xxx, desa 2xxx, desa adat 3xxx. Checks shape and ranges, not whether the region exists. Takes the
 * undotted form too (`1906`, `190601`, `1906011001`).
 */
export function parseRegionCode(text: string): RegionCode | RegionRefusal {
  const parts = split(text.trim());
  if (!parts) return { ok: false, code: 'region.shape', params: {} };
  const [pp, kk, cc, dddd] = parts;
  const outside = Number(pp) < 11 || [kk, cc, dddd].some((part) => part !== undefined && Number(part) === 0);
  const level = outside ? null : levelOf(kk, cc, dddd);
  if (!level) return { ok: false, code: 'region.range', params: {} };
  return { ok: true, code: parts.join('.'), level, parent: parts.slice(0, -1).join('.') || null };
}

function split(text: string): [string, string?, string?, string?] | null {
  const match =
    /^(\d\d)(?:\.(\d\d)(?:\.(\d\d)(?:\.(\d{4}))?)?)?$/.exec(text) ??
    /^(\d\d)(?:(\d\d)(?:(\d\d)(\d{4})?)?)?$/.exec(text);
  if (!match) return null;
  return match.slice(1).filter((part) => part !== undefined) as [string, string?, string?, string?];
}

function levelOf(kk?: string, cc?: string, dddd?: string): RegionLevel | null {
  if (kk === undefined) return 'province';
  if (Number(kk) === 70) return null;
  if (cc === undefined) return Number(kk) < 70 ? 'kabupaten' : 'kota';
  if (dddd === undefined) return 'kecamatan';
  return ({ 1: 'kelurahan', 2: 'desa', 3: 'desa-adat' } as const)[Number(dddd[0]) as 1 | 2 | 3] ?? null;
}
