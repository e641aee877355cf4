import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asServer, freshDatabase, type TestDatabase } from '../../test/database.ts';
import { changeAtRandom, drawFrom, type Ground, layGround } from '../../test/tally-hands.ts';
import { recordAttendance, recordPresence } from '../ceremonies/index.ts';
import { forAgency, transaction } from '../platform/db/index.ts';
import { compareOne } from './nightly.ts';
import { lastComparison, recount, repair } from './recount.ts';
import { tallyAdded, tallySigned } from './tally.ts';

let db: TestDatabase;
let ground: Ground;
const NOW = new Date('2024-09-18T00:15:00Z');
beforeAll(async () => {
  db = await freshDatabase();
  ground = await layGround(db.pool, 'alfa', 250);
});
afterAll(() => db.drop());

const off = (which: Ground = ground) => recount(db.pool, which.agencyId, which.campaignId);
async function totals({ agencyId }: Ground = ground) {
  const { rows } = await db.pool.query(
    `select sum(audience)::int as audience, sum(signed)::int as signed, sum(declined)::int as declined,
       sum(exempted)::int as exempted, sum(symbolic)::int as symbolic, sum(attended)::int as attended
     from tally.total where agency_id = $1`,
    [agencyId],
  );
  return rows[0];
}

describe('the counts of a campaign', () => {
  it('begin with everybody and no fact', async () => {
    expect(await totals()).toEqual({
      ...{ audience: 250, signed: 0, declined: 0, exempted: 0, symbolic: 0, attended: 0 },
    });
    expect(await off()).toEqual([]);
  });

  it('follow one person from fact to fact, and back where a mark is set right', async () => {
    const { agencyId, campaignId } = ground;
    const mark = { personId: 'p7', reason: null, how: 'list', site: null, deviceAt: null } as const;
    const here = { agencyId, ceremonyId: 'a1', by: 'system' };
    const inOne = <T>(work: Parameters<typeof transaction<T>>[1]) => transaction(db.pool, work);
    await inOne((client) => recordPresence(client, { ...here, marks: [{ ...mark, standing: 'late' }] }, NOW));
    expect(await totals()).toMatchObject({ attended: 1 });
    await inOne((client) =>
      recordPresence(client, { ...here, marks: [{ ...mark, standing: 'absent' }] }, NOW),
    );
    expect(await totals()).toMatchObject({ attended: 0 });
    await inOne((client) => recordAttendance(client, { ...here, personIds: ['p7'], fact: 'symbolic' }, NOW));
    expect(await totals()).toMatchObject({ symbolic: 1 });
    await inOne((client) => tallySigned(client, { agencyId, campaignId }, [{ personId: 'p7', at: NOW }]));
    expect(await totals()).toMatchObject({ symbolic: 0, signed: 1 });
    // Nothing was sealed: the count is off until it is repaired, and the repair says what was wrong.
    const wrong = await inOne((client) => repair(client, { agencyId, campaignId, by: 'system' }, NOW));
    expect(wrong.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      ...['total signed', 'total symbolic', 'day signed', 'unit signed', 'unit symbolic', 'person facts'],
    ]);
    expect(await totals()).toMatchObject({ symbolic: 1, signed: 0 });
    expect(await off()).toEqual([]);
  });

  it('take in who is added to the audience later, in a category and unit of their own', async () => {
    await transaction(db.pool, async (client) => {
      await client.query(
        `insert into campaigns.audience select agency_id, campaign_id, 'late1', 'baru', 'Unit Baru', employer, id_kind, null,
           'Pegawai Contoh Baru', 'cpns', null, null, post_status from campaigns.audience where person_id = 'p1'`,
      );
      await tallyAdded(client, { ...ground, persons: ['late1'] });
    });
    expect(await totals()).toMatchObject({ audience: 251 });
    expect(await off()).toEqual([]);
  });

  it('are compared once a day, bound as the server is', async () => {
    const said: string[] = [];
    const platform = { pool: asServer(db.pool), now: () => NOW };
    const { agencyId, campaignId } = ground;
    expect(await compareOne(platform, (line) => said.push(line))).toBe(true);
    expect(await compareOne(platform, (line) => said.push(line))).toBe(false);
    expect(said).toEqual([]);
    const last = await forAgency(agencyId, () => lastComparison(platform.pool, agencyId, campaignId));
    expect(last).toEqual({ comparedAt: NOW, differences: 0 });
  });

  it('say so when a row was changed by hand', async () => {
    await db.pool.query(
      "update tally.total set signed = signed + 5 where agency_id = 'alfa' and category = 'pns'",
    );
    const said: string[] = [];
    const later = new Date(NOW.getTime() + 86_400_000);
    await compareOne({ pool: asServer(db.pool), now: () => later }, (line) => said.push(line));
    expect(said[0]).toContain('total pns: signed 5, counted 0');
    await transaction(db.pool, (client) => repair(client, { ...ground, by: 'system' }, later));
    expect(await off()).toEqual([]);
  });
});

describe('eight writers at once', () => {
  it('leave counts that equal a recount, also while somebody repairs', async () => {
    const crowd = await layGround(db.pool, 'beta', 400);
    let changes = 0;
    const writer = async (seed: number) => {
      const draw = drawFrom(seed);
      for (let round = 0; round < 25; round += 1) {
        const changed = await changeAtRandom(db.pool, crowd, draw, 20);
        changes += changed;
      }
    };
    const writers = Promise.all(Array.from({ length: 8 }, (_, at) => writer(at + 1)));
    for (let round = 0; round < 5; round += 1) {
      expect(await off(crowd)).toEqual([]);
      const of = { ...crowd, by: 'system' };
      expect(await transaction(db.pool, (client) => repair(client, of, NOW))).toEqual([]);
    }
    await writers;
    expect(changes).toBeGreaterThan(500);
    expect(await off(crowd)).toEqual([]);
  });
});
