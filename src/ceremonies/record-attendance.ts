import type { ClientBase } from 'pg';
import { z } from 'zod';
import { exec, one } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import { tallyFacts } from '../tally/index.ts';
import { ATTENDANCE_FACTS, type AttendanceFact, sql } from './ceremony.ts';
import { ceremonyHead } from './find-ceremony.ts';

export interface Attendance {
  agencyId: string;
  ceremonyId: string;
  personIds: readonly string[];
  fact: AttendanceFact;
  by: string;
  /** Only people of exactly these units may be among them; null or absent: anyone of the audience. */
  unitIds?: readonly string[] | null;
}

/**
 * Records what people of the audience did at the ceremony. Saying the same twice changes nothing.
 * @returns how many were not recorded before
 * @throws Refusal ceremonies.unknown (404); ceremonies.notInAudience where one of them is not of the campaign's audience
 *   or of the given units: then nobody is recorded
 */
export async function recordAttendance(
  client: ClientBase,
  attendance: Attendance,
  now: Date,
): Promise<number> {
  const { agencyId, ceremonyId, fact, by, unitIds = null } = attendance;
  if (!ATTENDANCE_FACTS.includes(fact)) throw new Error(`No such fact of attendance: ${fact}`);
  const { campaignId } = await ceremonyHead(client, agencyId, ceremonyId);
  const personIds = [...new Set(attendance.personIds)].sort();
  if (personIds.length === 0) return 0;
  const among = { agencyId, campaignId, personIds, unitIds };
  const { count } = await one(client, sql.audienceAmong, among, z.object({ count: z.number() }));
  if (count !== personIds.length) throw new Refusal('ceremonies.notInAudience');
  const row = { agencyId, ceremonyId, campaignId, personIds, fact, by, now };
  const added = await exec(client, sql.recordAttendance, row);
  if (added === 0) return 0;
  await tallyFacts(client, { agencyId, campaignId, persons: personIds });
  const data = { fact, added };
  await happened(client, {
    agencyId,
    at: now,
    actor: by,
    kind: 'ceremony.attendance',
    subject: ceremonyId,
    data,
  });
  return added;
}
