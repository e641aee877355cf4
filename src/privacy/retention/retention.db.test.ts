import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigningWorld, type SigningWorld, signAs } from '../../../test/signing-world.ts';
import { forAgency, transaction } from '../../platform/db/index.ts';
import { peopleRead, personRead } from '../../platform/reads.ts';
import { dueAt } from './due.ts';
import { keepUntil } from './keep-until.ts';
import { setPeriod } from './periods.ts';
import { RULE_IDS } from './rules.ts';
import { sweep } from './sweep.ts';

let site: SigningWorld;
let agencyId: string;
const now = new Date('2026-03-01T00:00:00Z');
beforeAll(async () => {
  site = await openSigningWorld('fakfak');
  agencyId = site.world.agencyId;
  const campaignId = await site.openedCampaign();
  await signAs(site, campaignId, site.world.people.dinas);
  site.setClock(now);
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const { pool } = site.db;
  await pool.query(
    `insert into signing.code (agency_id, campaign_id, person_id, serial, code_hash, address_hash, asked_at)
     values ($1, $2, 'a', 1, 'x', 'y', $3), ($1, $2, 'b', 1, 'x', 'y', $4)`,
    [agencyId, campaignId, ago(8), ago(6)],
  );
  await pool.query(
    `insert into agencies.roster_import (agency_id, id, file_name, file_digest, uploaded_by, uploaded_at, parsed)
     values ($1, 'i1', 'lama.csv', 'x', 'system', $2, 'isi'), ($1, 'i2', 'terbuka.csv', 'x', 'system', $2, 'isi')`,
    [agencyId, ago(90)],
  );
  await pool.query(
    `insert into agencies.roster_import_decision values ($1, 'i1', 'accepted', 'system', $2, '{}')`,
    [agencyId, ago(60)],
  );
}, 60_000);
afterAll(() => site.close());

const due = async () => {
  const { rules } = await forAgency(agencyId, () => dueAt(site.platform.pool, agencyId, now));
  return Object.fromEntries(rules.map(({ id, count }) => [id, count]));
};

describe('retention', () => {
  it('counts from the end of the vote, or from the deadline', () => {
    const deadline = new Date('2024-09-30T00:00:00Z');
    const until = (electionId: string) => keepUntil({ electionId, deadline }, 10).toISOString();
    expect(until('pilkada-2024')).toBe('2024-12-07T16:00:00.000Z');
    expect(until('tidak-dikenal')).toBe('2024-10-10T00:00:00.000Z');
  });

  it('lists each rule, and what is past it', async () => {
    const found = await due();
    expect(Object.keys(found).sort()).toEqual([...RULE_IDS].sort());
    expect(found).toMatchObject({ pact: 0, 'sign-code': 1, 'import-file': 1 });
  });

  it('removes by itself only what may go, once, and tells how much', async () => {
    expect(Object.fromEntries(await sweep(site.platform))).toEqual({
      [agencyId]: { 'import-file': 1, 'sign-code': 1 },
    });
    expect((await sweep(site.platform)).size).toBe(0);
    expect(await due()).toMatchObject({ 'sign-code': 0, 'import-file': 0 });
    const { rows } = await site.db.pool.query(
      `select (select count(*) from signing.code)::int as codes, (select count(*) from evidence.record)::int as records,
        (select data from platform.event where kind = 'privacy.swept') as told,
        (select length(parsed) from agencies.roster_import where id = 'i2') as open`,
    );
    expect(rows[0]).toEqual({ codes: 1, records: 1, told: { text: 'import-file 1, sign-code 1' }, open: 3 });
  });

  it('takes an institution’s own period with its ground, and no other', async () => {
    const set = (rule: string, days: string, source: string) =>
      forAgency(agencyId, () =>
        transaction(site.platform.pool, (client) =>
          setPeriod(client, { agencyId, rule, days, source, by: 'account:satu' }, now),
        ),
      );
    await expect(set('pact', 'sepuluh', 'JRA')).rejects.toMatchObject({ code: 'privacy.badPeriod' });
    await expect(set('session', '1', 'JRA')).rejects.toMatchObject({ code: 'privacy.badPeriod' });
    await expect(set('pact', '30', '')).rejects.toMatchObject({ code: 'privacy.noSource' });
    await set('pact', '30', 'JRA Contoh 1/2026');
    expect(await due()).toMatchObject({ pact: 1 });
  });
});

describe('reads', () => {
  const events = async (kind: string) =>
    (await site.db.pool.query('select subject, data from platform.event where kind = $1 order by id', [kind]))
      .rows;

  it('of one person are one event a day for each actor and part, also when they come together', async () => {
    const read = { agencyId, personId: 'p1', actor: 'account:satu', what: 'details' } as const;
    const once = (more = {}, at = now) =>
      forAgency(agencyId, () => personRead(site.platform.pool, { ...read, ...more }, at));
    await Promise.all([once(), once(), once()]);
    await once({ what: 'standing' });
    await once({ actor: 'account:dua' });
    await once({}, new Date(now.getTime() + 86_400_000));
    expect(await events('person.read')).toHaveLength(4);
  });

  it('of a list are one event with its units and number, and never what was searched for', async () => {
    const read = {
      agencyId,
      actor: 'account:satu',
      list: 'roster',
      unitIds: ['u1'],
      count: 12,
      searched: true,
    } as const;
    await forAgency(agencyId, () => peopleRead(site.platform.pool, read, now));
    await forAgency(agencyId, () => peopleRead(site.platform.pool, read, now));
    expect(await events('people.read')).toMatchObject([
      { subject: 'roster', data: { unitIds: ['u1'], count: 12, searched: true } },
    ]);
  });
});
