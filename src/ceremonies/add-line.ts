import type { ClientBase } from 'pg';
import { z } from 'zod';
import { checkLine, refuseProblems } from '../campaigns/index.ts';
import { maybe, one, type Params, type Query } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import { sql } from './ceremony.ts';
import {
  checkOfficer,
  checkParticipation,
  type OfficerValues,
  type ParticipationValues,
} from './check-ceremony.ts';

interface OfCeremony {
  agencyId: string;
  ceremonyId: string;
  by: string;
}

/** @returns its number. @throws Refusal with the first problem of checkOfficer; ceremonies.unknown (404) */
export async function addOfficer(
  client: ClientBase,
  officer: OfCeremony & OfficerValues,
  now: Date,
): Promise<number> {
  refuseProblems(checkOfficer(officer));
  const { by, ...row } = officer;
  const { role, name, office } = officer;
  return addLine(
    client,
    sql.addOfficer,
    officer,
    row,
    { kind: 'ceremony.officerAdded', data: { role, name, office } },
    now,
  );
}

/** @returns its number. @throws Refusal with the first problem of checkParticipation; ceremonies.unknown (404) */
export async function addParticipation(
  client: ClientBase,
  participation: OfCeremony & ParticipationValues,
  now: Date,
): Promise<number> {
  refuseProblems(checkParticipation(participation));
  const { by, ...row } = participation;
  const { fact, who, number, qualifier } = participation;
  const data = { fact, who, number, qualifier };
  return addLine(
    client,
    sql.addParticipation,
    participation,
    row,
    { kind: 'ceremony.participationAdded', data },
    now,
  );
}

export interface NewSource extends OfCeremony {
  title: string;
  publisher: string | null;
  body: string;
}

export const SOURCE_LIMIT = 200_000;

/**
 * Keeps a text about the event, to be checked against what is recorded.
 * @returns its number. @throws Refusal ceremonies.needed, ceremonies.sourceTooLong; ceremonies.unknown (404)
 */
export async function addSource(client: ClientBase, source: NewSource, now: Date): Promise<number> {
  const { title, publisher, body } = source;
  if (title === '' || body === '') throw new Refusal('ceremonies.needed');
  if (body.length > SOURCE_LIMIT) throw new Refusal('ceremonies.sourceTooLong', 422, { limit: '200.000' });
  refuseProblems([...checkLine('title', title, 300), ...checkLine('publisher', publisher ?? '', 300)]);
  return addLine(
    client,
    sql.addSource,
    source,
    { ...source, now },
    { kind: 'ceremony.sourceAdded', data: { title } },
    now,
  );
}

async function addLine(
  client: ClientBase,
  query: Query | undefined,
  { agencyId, ceremonyId, by }: OfCeremony,
  row: Params,
  event: { kind: string; data: Record<string, unknown> },
  now: Date,
): Promise<number> {
  if (!(await maybe(client, sql.holdCeremony, { agencyId, ceremonyId })))
    throw new Refusal('ceremonies.unknown', 404);
  const { seq } = await one(client, query, row, z.object({ seq: z.number() }));
  await happened(client, { agencyId, at: now, actor: by, subject: ceremonyId, ...event });
  return seq;
}
