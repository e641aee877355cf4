import type { ClientBase } from 'pg';
import { happened } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import { addOwnDays } from './ground.ts';
import { OWN_NAMES, type OwnName } from './settings.ts';

export interface NewDays {
  agencyId: string;
  name: string;
  days: number;
  reason: string;
  by: string;
  /** The day from which it counts; what began before keeps its length. */
  fromDay: string;
}

const MOST = 365;

/** An institution's own number of days, for what starts from now on. @throws Refusal dueDays.set* (422), dueDays.setMeanwhile */
export async function setDays(client: ClientBase, set: NewDays, now: Date): Promise<void> {
  const { agencyId, days, reason, by, fromDay } = set;
  const name = OWN_NAMES.find((one) => one === set.name);
  if (!name) throw new Refusal('dueDays.setName');
  if (!Number.isInteger(days) || days < 1 || days > MOST)
    throw new Refusal('dueDays.setDays', 422, { most: MOST });
  if (reason === '') throw new Refusal('dueDays.setReason');
  const row = { agencyId, name: name as OwnName, days, fromDay, reason: reason.slice(0, 500), by, at: now };
  if (!(await addOwnDays(client, row))) throw new Refusal('dueDays.setMeanwhile', 409);
  const data = { name, days, fromDay };
  await happened(client, { agencyId, at: now, actor: by, kind: 'clocks.set', subject: name, data });
}
