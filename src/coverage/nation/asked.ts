import type { Overseer } from '../../access/index.ts';
import { ELECTIONS } from '../../elections/index.ts';
import type { Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { provinceName } from './figures.ts';
import { CENTRAL } from './nation-report.ts';
import { electionsHere } from './read-nation.ts';

export const PAGE = 50;

/** The election that was asked for, and those that can be. */
export interface Asked {
  readonly election: string;
  readonly choices: readonly string[];
}

/**
 * Without a word in the address the newest election for which a campaign was opened here.
 * @throws Refusal nation.noElection (404) for one that this program does not know
 */
export async function electionAsked(
  c: Ctx,
  { reader, now }: Pick<Platform, 'reader' | 'now'>,
  name = 'pemilu',
): Promise<Asked> {
  const here = new Set(await electionsHere(reader, now()));
  const known = ELECTIONS.map(({ id }) => id);
  const choices = known.filter((id) => here.has(id));
  const wanted = c.req.query(name);
  if (wanted !== undefined && !known.includes(wanted)) throw new Refusal('nation.noElection', 404);
  const election = wanted ?? choices.at(-1) ?? known.at(-1)!;
  return { election, choices: choices.includes(election) ? choices : [...choices, election] };
}

/** @throws Refusal nation.noRegion (404); access.notYours (403) for a province of somebody else */
export function regionAsked(c: Ctx, overseer: Overseer): string {
  const region = c.req.param('region') ?? '';
  if (region !== CENTRAL && provinceName(region) === null) throw new Refusal('nation.noRegion', 404);
  mustReach(overseer, region);
  return region;
}

/** @throws Refusal access.notYours (403) */
export function mustReach({ regions }: Overseer, province: string | null): void {
  if (regions !== null && (province === null || !regions.includes(province)))
    throw new Refusal('access.notYours', 403);
}

/** Counting from 1; whatever is no number is the first. */
export function pageAsked(c: Ctx): number {
  const page = Number(c.req.query('halaman'));
  return Number.isInteger(page) && page >= 1 && page < 1_000_000 ? page : 1;
}
