import * as z from 'zod';
import {
  type Api,
  afterCursor,
  answerOnce,
  apiLang,
  type Caller,
  cursorOf,
  describe,
  idempotencyKey,
} from '../platform/api/index.ts';
import { type Client, many, one, transaction } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';

import type { Platform } from '../platform/platform.ts';
import { sql } from './api-sql.ts';
import { SentPerson } from './judge-people.ts';
import { CATEGORIES, POST_STATUSES, STATUSES } from './person.ts';
import { sql as agencySql } from './sql.ts';
import { unitsBelow } from './unit.ts';
import { Written, writePeople } from './write-people.ts';

const Listed = z.object({
  id: z.string().meta({ description: 'Ours; stays the same for a person' }),
  idKind: z.enum(['nip', 'ni-pppk', 'local']),
  idNumber: z.string().nullable(),
  name: z.string(),
  category: z.enum(CATEGORIES),
  rank: z.string().nullable(),
  post: z.string().nullable(),
  postStatus: z.enum(POST_STATUSES),
  unitId: z.string(),
  unitName: z.string(),
  unitCode: z.string().nullable().meta({ description: 'The code of the unit in your own system' }),
  email: z.string().nullable(),
  status: z.enum(STATUSES),
  changedAt: z.iso.datetime(),
});
const Row = Listed.extend({ status: z.string(), changedAt: z.date() });

const Roster = z.object({
  people: z.array(Listed),
  next: z.string().nullable().meta({ description: 'The cursor of the next page; null: this was the last' }),
  asOf: z.iso.datetime(),
});

const RosterQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
  updatedSince: z.iso.datetime({ offset: true }).optional(),
});

/** The roster for programs: reading it page by page, and writing people by their numbers. */
export function rosterApi(api: Api, { pool, now }: Platform): void {
  describe(api, {
    ...{ method: 'GET', path: '/roster', name: 'readRoster', scope: 'roster:read' },
    summary: {
      id: 'Daftar pegawai, halaman demi halaman; dengan updatedSince hanya yang berubah sejak itu',
      en: 'The roster, page by page; with updatedSince only who changed since then',
    },
    query: RosterQuery,
    answer: Roster,
    example: { answer: { people: [EXAMPLE], next: null, asOf: '2024-09-18T00:15:00.000Z' } },
  }, async ({ caller, query: { cursor, limit, updatedSince } }) => {
    const asOf = now();
    const unitIds = await unitsOfCaller(pool, caller);
    const params = {
      ...{ agencyId: caller.agencyId, after: afterCursor('roster', cursor), limit: limit + 1 },
      ...{ unitIds, since: updatedSince ?? null },
    };
    const rows = await many(pool, sql.rosterAfter, params, Row);
    const people = rows.slice(0, limit);
    await transaction(pool, (client) =>
      readByToken(client, caller, { list: 'roster', count: people.length, unitIds }, asOf),
    );
    return {
      people: people.map((row) => ({
        ...row,
        status: row.status as (typeof STATUSES)[number],
        changedAt: row.changedAt.toISOString(),
      })),
      next: rows.length > limit ? cursorOf('roster', people.at(-1)?.id as string) : null,
      asOf: asOf.toISOString(),
    };
  });

  describe(api, {
    ...{ method: 'PUT', path: '/roster/people', name: 'writePeople', scope: 'roster:write' },
    summary: {
      id: 'Menambah atau memperbarui sampai 500 orang menurut nomornya, dengan hasil untuk tiap orang',
      en: 'Adds or updates up to 500 people by their numbers, with a result for each',
    },
    body: z.object({ people: z.array(SentPerson).min(1).max(500) }),
    headers: {
      'Idempotency-Key': 'The same key again within 48 hours: the same answer, and nothing done twice',
    },
    answer: Written,
    example: {
      body: { people: [SENT] },
      answer: { added: 1, changed: 0, same: 0, refused: 0, results: [RESULT] },
    },
  }, async ({ c, caller, body }) => {
    const { agencyId } = caller;
    const key = idempotencyKey(c);
    const unitIds = await unitsOfCaller(pool, caller);
    const { answer, again } = await transaction(pool, async (client) => {
      await one(client, agencySql.lockAgency, { agencyId });
      const sending = { caller, unitIds, people: body.people, lang: apiLang(c) };
      return answerOnce(client, caller, { key, asked: body, now: now() }, () =>
        writePeople(client, sending, now()),
      );
    });
    if (again) c.header('Idempotency-Replayed', 'true');
    return answer;
  });
}

/** The units that the token may see, those below included; null: all. */
export async function unitsOfCaller(client: Client, { agencyId, unitIds }: Caller): Promise<string[] | null> {
  return unitIds === null ? null : unitsBelow(client, agencyId, unitIds);
}

/** Who reads data of people by a token is told in the trail: one event a request, not one a person. */
export async function readByToken(
  client: Parameters<typeof happened>[0],
  { agencyId, by, tokenId }: Caller,
  {
    list,
    count,
    unitIds,
    of,
  }: { list: string; count: number; unitIds: readonly string[] | null; of?: string },
  now: Date,
): Promise<void> {
  if (count === 0) return;
  const data = { list, count, unitIds, ...(of ? { of } : {}) };
  await happened(client, {
    agencyId,
    at: now,
    actor: by,
    kind: 'people.readByToken',
    subject: tokenId,
    data,
  });
}

const EXAMPLE = {
  ...{
    id: '06abcdefgh012345',
    idKind: 'nip',
    idNumber: '198503122010012007',
    name: 'Rekawati Contoh, S.Sos.',
  },
  ...{ category: 'pns', rank: 'III/a', post: 'Analis', postStatus: 'definitive', unitId: '06abcdefgh0unit1' },
  ...{ unitName: 'Dinas Contoh', unitCode: '1.01.01', email: null, status: 'active' },
  changedAt: '2024-09-02T01:00:00.000Z',
};
const SENT = {
  ...{ idNumber: '198503122010012007', name: 'Rekawati Contoh, S.Sos.', category: 'pns' },
  ...{ rank: 'III/a', post: 'Analis', unitCode: '1.01.01' },
};
const RESULT = { row: 0, result: 'added', personId: '06abcdefgh012345', problems: [] };
