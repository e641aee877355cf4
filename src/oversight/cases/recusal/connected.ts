import { z } from 'zod';
import { type HeldRole, rolesAt, tiesAt } from '../../../access/index.ts';
import { unitsOf } from '../../../agencies/index.ts';
import { type Client, maybe } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { sql } from './sql.ts';

const Accused = z.object({
  id: z.string(),
  name: z.string(),
  post: z.string().nullable(),
  category: z.string(),
  unitId: z.string(),
  unitName: z.string(),
});
export type Accused = z.output<typeof Accused>;

export interface Connected {
  accused: Accused;
  /** Accounts that may neither see nor decide: the accused's own, and of those who lead their units. */
  accountIds: readonly string[];
  /** Whether the accused leads the institution itself. */
  head: boolean;
  /** False where no account was said to be theirs: whether they hold one is then not known. */
  tied: boolean;
}

/**
 * Who must be kept from a case about this person. A leader of the whole institution is everybody's superior and decides
 * about most; they are kept out where they are reported themselves.
 * @throws Refusal cases.personUnknown (404)
 */
export async function connectedTo(
  client: Client,
  agencyId: string,
  about: { personId: string; head: boolean },
  now: Date,
): Promise<Connected> {
  const accused = await maybe(client, sql.person, { agencyId, personId: about.personId }, Accused);
  if (!accused) throw new Refusal('cases.personUnknown', 404);
  const ties = (await tiesAt(client, agencyId)).filter(({ personId }) => personId === accused.id);
  const own = ties.map(({ accountId }) => accountId);
  const roles = (await rolesAt(client, agencyId, now)).filter(({ endedAt }) => endedAt === null);
  const leaders = roles.filter(({ role }) => role === 'leader');
  const isHead = ({ unitId }: HeldRole) => unitId === null;
  const head = about.head || leaders.some((one) => isHead(one) && own.includes(one.accountId));
  const chain = await unitChain(client, agencyId, accused.unitId);
  const superior = (one: HeldRole) => (isHead(one) ? head : chain.has(one.unitId as string));
  const superiors = leaders.filter(superior).map(({ accountId }) => accountId);
  return { accused, head, tied: own.length > 0, accountIds: [...new Set([...own, ...superiors])] };
}

/** The unit and all above it. */
async function unitChain(client: Client, agencyId: string, unitId: string): Promise<Set<string>> {
  const parents = new Map((await unitsOf(client, agencyId)).map((unit) => [unit.id, unit.parentId]));
  const chain = new Set<string>();
  for (let at: string | null | undefined = unitId; at && !chain.has(at); at = parents.get(at)) chain.add(at);
  return chain;
}
