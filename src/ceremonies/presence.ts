import type { ClientBase } from 'pg';
import { z } from 'zod';
import { checkLine, refuseProblems } from '../campaigns/index.ts';
import { type Client, exec, many, one, queries, textArray } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import { tallyFacts } from '../tally/index.ts';
import { sql as ceremonySql } from './ceremony.ts';
import { ceremonyHead } from './find-ceremony.ts';
import sqlText from './presence.sql';

const sql = queries(sqlText);

/** `late` was there as well. `excused`: absent with a reason; `absent`: without one. */
export const STANDINGS = ['present', 'late', 'duty-elsewhere', 'excused', 'absent'] as const;
export const PRESENCE_WAYS = ['slip', 'site-code', 'list', 'paper'] as const;
export type Standing = (typeof STANDINGS)[number];
export type PresenceWay = (typeof PRESENCE_WAYS)[number];

/** What is said of one person. */
export interface Mark {
  personId: string;
  standing: Standing;
  /** Needed for `duty-elsewhere` and `excused`. */
  reason: string | null;
  how: PresenceWay;
  /** A site of the plan. */
  site: string | null;
  /** What the clock of a device said that kept this until there was a network. */
  deviceAt: Date | null;
}

export interface Marking {
  agencyId: string;
  ceremonyId: string;
  marks: readonly Mark[];
  /** `account:ID`, `tablet:ID`, or `person:ID` for somebody who came in by the site's code. */
  by: string;
  /** Only people of exactly these units may be among them; null or absent: anyone of the audience. */
  unitIds?: readonly string[] | null;
}

const PresenceRow = z.object({
  personId: z.string(),
  seq: z.number(),
  standing: z.enum(STANDINGS),
  reason: z.string().nullable(),
  how: z.enum(PRESENCE_WAYS),
  site: z.string().nullable(),
  deviceAt: z.date().nullable(),
  recordedBy: z.string(),
  recordedAt: z.date(),
});
/** The newest that is known of one person at one ceremony. */
export type Presence = z.output<typeof PresenceRow>;

/**
 * Records who was there. What is known already changes nothing; anything else is a new row, and the newest counts.
 * Of two marks of one person in one call the later counts.
 * @returns how many rows are new
 * @throws Refusal ceremonies.unknown (404), ceremonies.reasonNeeded, ceremonies.notInAudience where one of them is not
 *   of the campaign's audience or of the given units: then nobody is recorded
 */
export async function recordPresence(client: ClientBase, marking: Marking, now: Date): Promise<number> {
  const { agencyId, ceremonyId, by, unitIds = null } = marking;
  const marks = [...new Map(marking.marks.map((mark) => [mark.personId, mark])).values()];
  for (const mark of marks) checkMark(mark);
  const { campaignId } = await ceremonyHead(client, agencyId, ceremonyId);
  if (marks.length === 0) return 0;
  await exec(client, ceremonySql.holdCeremony, { agencyId, ceremonyId });
  const personIds = marks.map((mark) => mark.personId).sort();
  const among = { agencyId, campaignId, personIds, unitIds };
  const { count } = await one(client, ceremonySql.audienceAmong, among, z.object({ count: z.number() }));
  if (count !== personIds.length) throw new Refusal('ceremonies.notInAudience');
  const columns = {
    persons: textArray(marks.map((mark) => mark.personId)),
    standings: textArray(marks.map((mark) => mark.standing)),
    reasons: textArray(marks.map((mark) => mark.reason)),
    hows: textArray(marks.map((mark) => mark.how)),
    sites: textArray(marks.map((mark) => mark.site)),
    deviceTimes: textArray(marks.map((mark) => mark.deviceAt?.toISOString() ?? null)),
  };
  const added = await exec(client, sql.addPresence, { agencyId, ceremonyId, by, now, ...columns });
  if (added === 0) return 0;
  await tallyFacts(client, { agencyId, campaignId, persons: personIds });
  const data = { added, how: [...new Set(marks.map((mark) => mark.how))] };
  const kind = 'ceremony.presence';
  await happened(client, { agencyId, at: now, actor: by, kind, subject: ceremonyId, data });
  return added;
}

function checkMark({ standing, reason }: Mark): void {
  refuseProblems(checkLine('reason', reason ?? '', 300));
  const needed = standing === 'duty-elsewhere' || standing === 'excused';
  if (needed && !reason) throw new Refusal('ceremonies.reasonNeeded');
}

/** The newest of each of these people, by person; who is missing was never recorded. */
export async function presenceOf(
  client: Client,
  agencyId: string,
  ceremonyId: string,
  personIds: readonly string[],
): Promise<Map<string, Presence>> {
  const rows = await many(client, sql.presenceOf, { agencyId, ceremonyId, personIds }, PresenceRow);
  return new Map(rows.map((row) => [row.personId, row]));
}

/** Everything that was recorded of one person, oldest first. */
export function presenceHistory(
  client: Client,
  agencyId: string,
  ceremonyId: string,
  personId: string,
): Promise<Presence[]> {
  return many(client, sql.presenceHistory, { agencyId, ceremonyId, personId }, PresenceRow);
}
