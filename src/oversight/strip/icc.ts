import { concat, uint32 } from '../seal/bytes.ts';
import { startsWith, viewOf } from './stripped.ts';

/** Only what colours are computed from; not the description, the device, its maker (ICC.1:2022, 9.2). */
const TAGS = new Set(
  'rXYZ gXYZ bXYZ wtpt bkpt chad rTRC gTRC bTRC kTRC A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 cicp'.split(' '),
);
const MOST_TAGS = 100;
const HEADER = 128;
/** Date, then maker and model of the device, then its attributes, then who made the profile and its digest (7.2). */
const TELLING: readonly (readonly [number, number])[] = [
  [4, 8],
  [24, 36],
  [48, 56],
  [80, 100],
];

/** A profile of the same colours that does not say whose screen it was made for; null where it cannot be read. */
export function cleanProfile(profile: Uint8Array): Uint8Array | null {
  if (profile.length < HEADER + 4 || !startsWith(profile, 'acsp', 36)) return null;
  const view = viewOf(profile);
  const count = view.getUint32(HEADER);
  if (count > MOST_TAGS || HEADER + 4 + count * 12 > profile.length) return null;
  const kept: { name: Uint8Array; data: Uint8Array }[] = [];
  for (let at = HEADER + 4; at < HEADER + 4 + count * 12; at += 12) {
    const name = profile.subarray(at, at + 4);
    const [from, length] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    if (from + length > profile.length) return null;
    if (TAGS.has(String.fromCharCode(...name)))
      kept.push({ name, data: profile.subarray(from, from + length) });
  }
  return kept.length === 0 ? null : written(profile, kept);
}

function written(profile: Uint8Array, tags: readonly { name: Uint8Array; data: Uint8Array }[]): Uint8Array {
  const header = profile.slice(0, HEADER);
  for (const [from, to] of TELLING) header.fill(0, from, to);
  const table: Uint8Array[] = [uint32(tags.length)];
  const bodies: Uint8Array[] = [];
  const places = new Map<number, number>();
  let at = HEADER + 4 + tags.length * 12;
  for (const { name, data } of tags) {
    // Curves of three colours are often one: they stay one.
    const place = places.get(data.byteOffset) ?? at;
    table.push(name, uint32(place), uint32(data.length));
    if (place !== at) continue;
    places.set(data.byteOffset, at);
    bodies.push(data, new Uint8Array((4 - (data.length % 4)) % 4));
    at += Math.ceil(data.length / 4) * 4;
  }
  header.set(uint32(at), 0);
  return concat(header, ...table, ...bodies);
}
