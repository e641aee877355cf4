import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCampaign, NOW } from '../../test/coverage-world.ts';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';
import { STATES } from './counts.ts';
import { coverageOf } from './coverage.ts';
import { contributionsOf, peopleOf, sealedOf } from './people.ts';

let db: TestDatabase;
const run = (sql: string, values: unknown[] = []) => db.pool.query(sql, values);

beforeAll(async () => {
  db = await freshDatabase();
  await exampleCampaign(db.pool, 'alfa', 300);
  await exampleCampaign(db.pool, 'beta', 40);
});
afterAll(() => db.drop());

const WHOLE = { unitIds: null };

describe('coverageOf', () => {
  it('adds up, over units and over categories, to the audience', async () => {
    const coverage = await coverageOf(db.pool, 'alfa', 'g1', WHOLE, NOW);
    const { rows } = await run('select count(*)::int as n from campaigns.audience where agency_id = $1', [
      'alfa',
    ]);
    expect(coverage.total.audience).toBe(rows[0].n);
    for (const part of [coverage.perUnit, coverage.perCategory])
      for (const key of ['audience', ...STATES] as const)
        expect(part.reduce((sum, row) => sum + row.counts[key], 0)).toBe(coverage.total[key]);
    expect(STATES.reduce((sum, state) => sum + coverage.total[state], 0)).toBe(300);
  });

  it('signed equals a plain count over the sealed records', async () => {
    const coverage = await coverageOf(db.pool, 'alfa', 'g1', WHOLE, NOW);
    const { rows } = await run(
      `select a.unit_id, count(*)::int as n from evidence.record r join campaigns.audience a using
       (agency_id, campaign_id, person_id) where r.agency_id = 'alfa' and r.campaign_id = 'g1' group by 1`,
    );
    const all = await run("select count(*)::int as n from evidence.record where agency_id = 'alfa'");
    expect(coverage.total.signed).toBe(all.rows[0].n);
    for (const { unit_id, n } of rows)
      expect(coverage.perUnit.find((unit) => unit.unitId === unit_id)?.counts.signed).toBe(n);
  });

  it('gives each person one state: the strongest fact, symbolic never a signature', async () => {
    const { total } = await coverageOf(db.pool, 'alfa', 'g1', WHOLE, NOW);
    // coverage-world.ts: of every ten people one each of six states, the rest not yet
    expect(total).toEqual({
      audience: 300,
      signed: 60,
      declined: 30,
      exempted: 30,
      symbolic: 30,
      attended: 60,
      notYet: 90,
    });
  });

  it('keeps institutions and campaigns apart', async () => {
    expect((await coverageOf(db.pool, 'beta', 'g1', WHOLE, NOW)).total.audience).toBe(40);
    expect((await coverageOf(db.pool, 'alfa', 'g2', WHOLE, NOW)).total.audience).toBe(0);
    expect((await coverageOf(db.pool, 'alfa', 'g1', { unitIds: ['beta-u1'] }, NOW)).total.audience).toBe(0);
  });

  it('gives an operator the own unit and what is below it', async () => {
    const whole = await coverageOf(db.pool, 'alfa', 'g1', WHOLE, NOW);
    const own = await coverageOf(db.pool, 'alfa', 'g1', { unitIds: ['alfa-u1'] }, NOW);
    expect(own.perUnit.map((unit) => unit.unitId).sort()).toEqual(['alfa-u1', 'alfa-u3']);
    const expected = whole.perUnit.filter((unit) => ['alfa-u1', 'alfa-u3'].includes(unit.unitId));
    expect(own.total.signed).toBe(expected.reduce((sum, unit) => sum + unit.counts.signed, 0));
    expect((await coverageOf(db.pool, 'alfa', 'g1', { unitIds: [] }, NOW)).total.audience).toBe(0);
  });
});

describe('peopleOf', () => {
  const wanted = { unitIds: null, states: ['notYet', 'attended'] as const, search: '', limit: 50, offset: 0 };

  it('pages by unit and name, and counts beyond the page', async () => {
    const first = await peopleOf(db.pool, 'alfa', 'g1', wanted);
    const next = await peopleOf(db.pool, 'alfa', 'g1', { ...wanted, offset: 50 });
    expect([first.people.length, first.total]).toEqual([50, 150]);
    expect(new Set([...first.people, ...next.people].map((person) => person.personId)).size).toBe(100);
  });

  it('takes a search literally', async () => {
    await run(
      "update campaigns.audience set name = 'Ma''ruf 100%_' where agency_id = 'alfa' and person_id = 'p9'",
    );
    const find = async (search: string) =>
      (await peopleOf(db.pool, 'alfa', 'g1', { ...wanted, search })).total;
    expect(await find("ma'ruf 100%_")).toBe(1);
    expect(await find('%')).toBe(1);
    expect(await find('\\')).toBe(0);
  });

  it('lists the sealed records of a unit', async () => {
    const sealed = await sealedOf(db.pool, 'alfa', 'g1', { unitIds: ['alfa-u1'] });
    const { total } = await coverageOf(db.pool, 'alfa', 'g1', { unitIds: ['alfa-u1'] }, NOW);
    expect(sealed).toHaveLength(total.signed);
  });
});

describe('contributionsOf', () => {
  it('tells attendance and symbolic signing apart from signatures', async () => {
    const [apel] = await contributionsOf(db.pool, 'alfa', 'g1', WHOLE);
    expect(apel).toMatchObject({ attended: 60, read: 30, symbolic: 60, signed: 30 });
  });
});

describe('at ten thousand people', () => {
  it('answers well under a second', async () => {
    await exampleCampaign(db.pool, 'gamma', 10_000);
    await run('analyze');
    await coverageOf(db.pool, 'gamma', 'g1', WHOLE, NOW);
    const start = performance.now();
    const { total } = await coverageOf(db.pool, 'gamma', 'g1', WHOLE, NOW);
    const took = performance.now() - start;
    expect(total.audience).toBe(10_000);
    expect(took).toBeLessThan(1000);
    console.log(`coverage of 10,000 people: ${took.toFixed(0)} ms`);
  });
});
