import type { ClientBase } from 'pg';
import { z } from 'zod';
import { unitsOf } from '../agencies/index.ts';
import { audiencePerson, checkLine, type Problem, refuseProblems } from '../campaigns/index.ts';
import { type Client, exec, many, queries } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import { sql as ceremonySql } from './ceremony.ts';
import { needed } from './check-ceremony.ts';
import { ceremonyHead } from './find-ceremony.ts';
import { recordAttendance } from './record-attendance.ts';
import sqlText from './symbolic.sql';

const sql = queries(sqlText);

export interface SymbolicSigning {
  agencyId: string;
  ceremonyId: string;
  /** One of the audience; null: the named official, who is of no audience here. */
  personId: string | null;
  /** Of the official; ignored where there is a person. */
  name: string;
  office: string;
  /** For whom they stand: units, words, or both. */
  unitIds: readonly string[];
  words: string;
  by: string;
  /** Only people of exactly these units, standing for these units alone; null: anyone. */
  within: readonly string[] | null;
}

/** What keeps it from being recorded; empty when nothing does. Fields are named as in {@link SymbolicSigning}. */
export function checkSymbolic(signing: Omit<SymbolicSigning, 'agencyId' | 'ceremonyId' | 'by'>): Problem[] {
  const { personId, name, office, unitIds, words } = signing;
  const official = [...needed('name', name, 200), ...checkLine('office', office, 300)];
  const forNobody = unitIds.length === 0 && words === '';
  return [
    ...(personId === null ? official : []),
    ...(forNobody ? [{ field: 'words', code: 'plan.standsForNobody' }] : checkLine('words', words, 500)),
  ];
}

/**
 * Records that somebody signed in front for others. Nobody they stand for has signed by it, nor have they themselves.
 * Said again of the same person or official, the newer counts.
 * @throws Refusal with the first problem of {@link checkSymbolic}; ceremonies.unknown (404), ceremonies.notInAudience,
 *   plan.unknownUnit
 */
export async function recordSymbolic(client: ClientBase, signing: SymbolicSigning, now: Date): Promise<void> {
  refuseProblems(checkSymbolic(signing));
  const { agencyId, ceremonyId, personId, by, within } = signing;
  const who = await whoSigned(client, signing);
  const units = await chosenUnits(client, signing);
  await exec(client, ceremonySql.holdCeremony, { agencyId, ceremonyId });
  if (personId !== null) {
    const marked = { agencyId, ceremonyId, personIds: [personId], fact: 'symbolic', by } as const;
    await recordAttendance(client, { ...marked, unitIds: within }, now);
  }
  const unitIds = units.map(({ id }) => id);
  const standsFor = [...units.map(({ name }) => name), signing.words].filter(Boolean).join('; ');
  await exec(client, sql.addSymbolic, {
    ...{ agencyId, ceremonyId, personId, ...who, standsFor, unitIds, by, now },
  });
  const data = { personId, ...(personId === null ? { name: who.name } : {}), unitIds };
  const kind = 'ceremony.symbolic';
  await happened(client, { agencyId, at: now, actor: by, kind, subject: ceremonyId, data });
}

async function whoSigned(client: Client, { agencyId, ceremonyId, personId, ...typed }: SymbolicSigning) {
  const { campaignId } = await ceremonyHead(client, agencyId, ceremonyId);
  if (personId === null) return { name: typed.name, office: typed.office || null };
  const person = await audiencePerson(client, agencyId, campaignId, personId);
  if (!person) throw new Refusal('ceremonies.notInAudience');
  return { name: person.name, office: person.post && `${STATUS[person.postStatus]}${person.post}` };
}

/** As it stands before the post in letters of the service. */
const STATUS = { definitive: '', plt: 'Plt. ', plh: 'Plh. ', pj: 'Pj. ', pjs: 'Pjs. ' } as const;

async function chosenUnits(client: Client, { agencyId, unitIds, within }: SymbolicSigning) {
  const units = (await unitsOf(client, agencyId)).filter(({ id }) => unitIds.includes(id));
  const strange =
    units.length !== new Set(unitIds).size || units.some(({ id }) => within?.includes(id) === false);
  if (strange) throw new Refusal('plan.unknownUnit');
  return units;
}

const Symbolic = z.object({
  name: z.string(),
  office: z.string().nullable(),
  /** null: recorded on the attendance list alone, where nobody wrote it down. */
  standsFor: z.string().nullable(),
  personId: z.string().nullable(),
  unitId: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: z.date(),
});
export type Symbolic = z.output<typeof Symbolic>;

/** Who signed symbolically, in the order in which it was recorded. None of it is anybody's signature. */
export function symbolicOf(client: Client, agencyId: string, ceremonyId: string): Promise<Symbolic[]> {
  return many(client, sql.symbolicOf, { agencyId, ceremonyId }, Symbolic);
}
