import { CRIMINAL } from './data/criminal.ts';
import { DISCIPLINE } from './data/discipline.ts';
import { ETHICS } from './data/ethics.ts';
import type { ActKind, CriminalSide, ItemId, Violation } from './types.ts';

/** All twenty items: seven of ethics, thirteen of discipline, in the order of the decree. */
export const VIOLATIONS: readonly Violation[] = [...ETHICS, ...DISCIPLINE];

const byId = new Map(VIOLATIONS.map((violation) => [violation.id as string, violation]));

/** `KE1` to `KE7`, `D1` to `D13`. */
export function findViolation(id: string): Violation | undefined {
  return byId.get(id);
}

/**
 * The item for an act before the determination of candidates, and from that day on. `null`: the list has no item for it
 * there. Three kinds are discipline on both sides (D3, D9/D10, D11 concern prospective candidates; D5 needs none).
 */
export const SIDES: Readonly<Record<ActKind, { before: ItemId | null; after: ItemId }>> = {
  'display-devices': { before: 'KE1', after: 'D1' },
  'social-media-campaign': { before: 'KE2', after: 'D2' },
  'attend-with-support': { before: 'KE3', after: 'D4' },
  'post-like-follow': { before: 'KE4', after: 'D6' },
  photo: { before: 'KE5', after: 'D7' },
  'join-campaign': { before: 'KE6', after: 'D4' },
  'spouse-campaign': { before: 'KE7', after: 'D4' },
  'seek-candidacy': { before: 'D3', after: 'D3' },
  'party-member': { before: 'D5', after: 'D5' },
  'partisan-activity': { before: null, after: 'D8' },
  'campaign-team': { before: 'D9', after: 'D10' },
  'identity-card-support': { before: 'D11', after: 'D11' },
  decision: { before: null, after: 'D12' },
  other: { before: 'D13', after: 'D13' },
};

export const ACT_KINDS = Object.keys(SIDES) as readonly ActKind[];

/** The election-law side of an item, in both kinds of election. */
export function criminalSideOf(item: ItemId): readonly CriminalSide[] {
  return CRIMINAL.filter((side) => side.items.includes(item));
}
