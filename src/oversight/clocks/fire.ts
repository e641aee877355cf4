import type { ClientBase } from 'pg';
import type { Agency } from '../../agencies/index.ts';
import { exec, transaction } from '../../platform/db/index.ts';
import { dateIn, instantOf } from '../../platform/format.ts';
import type { Platform } from '../../platform/platform.ts';
import { writeStep } from '../cases/workflow/write-step.ts';
import { recorded } from '../events/record.ts';
import { newRandomId } from '../seal/index.ts';
import { type CaseGround, firedOf, groundOf } from './ground.ts';
import { nextBodyOf } from './next-body.ts';
import { type Owed, worthAMail } from './owed.ts';
import type { OwnDays } from './settings.ts';
import { sql } from './sql.ts';
import { keyOfFired, untold } from './untold.ts';

/**
 * Tells all that is owed for one case, in one transaction: the row that makes it once, its event, the proposal to go to
 * the next body, the mails to come. Read again inside, so that a step written a moment ago counts.
 * Crash point: before the commit nothing was told; behind it all of it was.
 * @returns how many were told by us, not by another who was quicker
 */
export function fireCase(
  { pool, now, config }: Platform,
  agency: Agency,
  caseId: string,
  own: readonly OwnDays[],
): Promise<number> {
  return transaction(pool, async (client) => {
    const at = now();
    const today = dateIn(at, agency.zone);
    const place = { agencyId: agency.id, caseIds: [caseId] };
    const [one] = await groundOf(client, { ...place, closedSince: null });
    if (!one) return 0;
    const fired = new Set((await firedOf(client, agency.id, [caseId])).map(keyOfFired));
    const told: Owed[] = [];
    for (const owed of untold(one, own, today, fired))
      if (await tell(client, { agencyId: agency.id, one, owed, at, today })) told.push(owed);
    if (config.mail && worthAMail(told)) await toldByMail(client, agency, caseId, at, today);
    return told.length;
  });
}

interface Telling {
  agencyId: string;
  one: CaseGround;
  owed: Owed;
  at: Date;
  today: string;
}

/** @returns whether it was for us to tell */
async function tell(client: ClientBase, telling: Telling): Promise<boolean> {
  const { agencyId, one, owed, at } = telling;
  const { of, what, forDay } = owed;
  const { caseId } = one;
  const key = { clock: of.rule.clock, startN: of.startN, what, forDay };
  if ((await exec(client, sql.fire, { agencyId, caseId, ...key, at })) === 0) return false;
  await recorded(client, { agencyId, caseId, at, actor: 'system', kind: 'case.clockFired', data: key });
  if (what === 'escalated') await propose(client, telling);
  return true;
}

/** A step by the system that names the next body; people carry it out or say why not. */
async function propose(
  client: ClientBase,
  { agencyId, one, owed: { of }, at, today }: Telling,
): Promise<void> {
  const next = nextBodyOf(of, one, today);
  if (!next) return;
  const { clock } = of.rule;
  const data = { clock, startN: of.startN, dueOn: of.due, to: next.to, holder: of.rule.holder };
  const step = { agencyId, caseId: one.caseId, what: 'escalated', onDate: today, by: 'system' } as const;
  await writeStep(client, { ...step, basis: next.basis, data }, at);
}

const MORNING = '07:00';

/** One a day to each, in the morning at the earliest. */
async function toldByMail(
  client: ClientBase,
  { id: agencyId, zone }: Agency,
  caseId: string,
  at: Date,
  day: string,
): Promise<void> {
  const morning = instantOf(day, MORNING, zone);
  const dueAt = at > morning ? at : morning;
  await exec(client, sql.addNotices, { agencyId, caseId, day, dueAt, now: at, token: newRandomId() });
}
