import { REGION_ROWS } from './data/regions.ts';
import type { Region } from './types.ts';

/** All provinces, kabupaten and kota, by code. */
export const REGIONS: readonly Region[] = REGION_ROWS.flatMap(readRow);

const byCode = new Map(REGIONS.map((region) => [region.code, region]));

export function findRegion(code: string): Region | undefined {
  return byCode.get(code);
}

/** True where `code` is the region itself or lies within it: `19` holds `19.01`, `19.01` holds `19.01.05`. */
export function regionHolds(outer: string, code: string): boolean {
  return code === outer || code.startsWith(`${outer}.`);
}

function readRow(row: string): Region[] {
  const [code, name, members] = row.split('|') as [string, string, string];
  const province: Region = { code, name, level: 'province', administrative: false };
  return [province, ...members.split(';').map((member) => readMember(code, member))];
}

function readMember(province: string, member: string): Region {
  const number = member.slice(0, 2);
  return {
    code: `${province}.${number}`,
    name: member.slice(3).replace('*', ''),
    level: Number(number) >= 71 ? 'kota' : 'kabupaten',
    administrative: member.endsWith('*'),
  };
}
