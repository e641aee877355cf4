import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Agency, agencyOn } from '../../../agencies/index.ts';
import type { AgencyKind } from '../../../law/index.ts';
import { exec, one } from '../../../platform/db/index.ts';
import { dateIn } from '../../../platform/format.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { recorded } from '../../events/record.ts';
import { sql } from '../seen.ts';
import type { What } from '../stages.ts';
import { mayFollow } from './may-follow.ts';
import { stepsOf } from './steps.ts';

export interface NewStep {
  agencyId: string;
  caseId: string;
  what: What;
  onDate: string;
  basis?: readonly string[];
  /** Codes and days; never words about people. */
  data?: Readonly<Record<string, unknown>>;
  /** Sealed to the team. */
  note?: Uint8Array | null;
  /** Whether a message to the reporter is written in the same transaction. */
  message?: boolean;
  /** account:ID, reporter, system */
  by: string;
}

const About = z.object({ mailbox: z.boolean() });

/**
 * The one way to write a step, with its event, in the transaction of whatever belongs to it. Whether `by` may see the case
 * is asked before. Two who write at once: the second is refused, and looks again.
 * @returns its number
 * @throws Refusal cases.* of mayFollow (422), cases.meanwhile (409)
 */
export async function writeStep(client: ClientBase, step: NewStep, now: Date): Promise<number> {
  const { agencyId, caseId, what, onDate, basis = [], data = {}, note = null, message = false, by } = step;
  const agency = await agencyOn(client, agencyId, null);
  const { mailbox } = await one(client, sql.about, { agencyId, caseId }, About);
  const steps = await stepsOf(client, agencyId, caseId);
  const next = { what, onDate, basis, data, by, note: note !== null, message };
  const about = { today: dateIn(now, agency.zone), agency: kindOf(agency), mailbox };
  const stage = mayFollow(steps, next, about);
  const n = steps.length;
  const at = by === 'reporter' ? new Date(now.toISOString().slice(0, 10)) : now;
  const row = { agencyId, caseId, n, stage, what, onDate, basis, data, note, by, at };
  if ((await exec(client, sql.addStep, row)) === 0) throw new Refusal('cases.meanwhile', 409);
  await recorded(client, {
    agencyId,
    caseId,
    at: now,
    actor: by,
    kind: 'case.step',
    data: { n, what, onDate },
  });
  return n;
}

/** As who may decide is told: offices of a kabupaten or kota are its own, by the code of their region. */
export function kindOf({ level, regionCode }: Pick<Agency, 'level' | 'regionCode'>): AgencyKind {
  if (level === 'national') return 'central';
  if (level === 'opd') return regionCode?.includes('.') ? 'regency' : 'province';
  return level === 'province' ? 'province' : 'regency';
}
