import { z } from 'zod';
import { type Client, many, maybe } from '../platform/db/index.ts';
import { Refusal } from '../platform/refusal.ts';
import {
  ATTENDANCE_FACTS,
  type AttendanceFact,
  type Ceremony,
  CeremonyHead,
  Officer,
  Participation,
  SourceRow,
  sql,
} from './ceremony.ts';

/** @throws Refusal ceremonies.unknown (404) */
export async function ceremonyOf(client: Client, agencyId: string, ceremonyId: string): Promise<Ceremony> {
  const at = { agencyId, ceremonyId };
  const head = await ceremonyHead(client, agencyId, ceremonyId);
  const counts = await many(client, sql.attendanceCounts, at, Count);
  return {
    ...head,
    officers: await many(client, sql.officers, at, Officer),
    participations: await many(client, sql.participations, at, Participation),
    sources: await many(client, sql.sources, at, SourceRow),
    attendance: { ...NOBODY, ...Object.fromEntries(counts.map(({ fact, count }) => [fact, count])) },
  };
}

/** The ceremony's own row alone. @throws Refusal ceremonies.unknown (404) */
export async function ceremonyHead(
  client: Client,
  agencyId: string,
  ceremonyId: string,
): Promise<CeremonyHead> {
  const head = await maybe(client, sql.ceremony, { agencyId, ceremonyId }, CeremonyHead);
  if (!head) throw new Refusal('ceremonies.unknown', 404);
  return head;
}

/** The ceremonies of a campaign by date, those of unknown date last. */
export function ceremoniesOf(client: Client, agencyId: string, campaignId: string): Promise<CeremonyHead[]> {
  return many(client, sql.ceremoniesOf, { agencyId, campaignId }, CeremonyHead);
}

/** What is recorded of these people, by person. */
export async function attendanceOf(
  client: Client,
  agencyId: string,
  ceremonyId: string,
  personIds: readonly string[],
): Promise<Map<string, Set<AttendanceFact | 'attended'>>> {
  const rows = await many(client, sql.attendanceOf, { agencyId, ceremonyId, personIds }, Recorded);
  const found = new Map<string, Set<AttendanceFact | 'attended'>>();
  for (const { personId, fact } of rows) found.set(personId, (found.get(personId) ?? new Set()).add(fact));
  return found;
}

const RecordedFact = z.enum(['attended', ...ATTENDANCE_FACTS]);
const Count = z.object({ fact: RecordedFact, count: z.number() });
const Recorded = z.object({ personId: z.string(), fact: RecordedFact });
const NOBODY: Ceremony['attendance'] = { attended: 0, read: 0, witnessed: 0, symbolic: 0 };
