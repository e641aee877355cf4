import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../test/campaign-world.ts';
import { asServer, freshDatabase, type TestDatabase } from '../../test/database.ts';
import { forAgency, transaction } from '../platform/db/index.ts';
import { addGrant } from './accounts.ts';
import { APPROVAL_HOURS, approvalOf, askApproval, decideApproval, useApproval } from './approvals.ts';
import { HAND_DAYS, tieAccount } from './humans.ts';

const NOW = new Date('2026-02-03T04:05:06Z');
const LATER = new Date(NOW.getTime() + APPROVAL_HOURS * 3_600_000);
const AGENCY = 'satu';
const WANT = { agencyId: AGENCY, kind: 'roster.export', subject: '*' } as const;
let db: TestDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await createWorld(db.pool, AGENCY, NOW);
  for (const id of ['ani', 'budi', 'citra'])
    await db.pool.query(`insert into access.account values ($1, $1, $1, '-', false, $2)`, [id, NOW]);
});
afterAll(() => db.drop());

type Work<T> = Parameters<typeof transaction<T>>[1];
const run = <T>(work: Work<T>) => forAgency(AGENCY, () => transaction(asServer(db.pool), work));
const ask = (by = 'account:ani', want: { kind: 'roster.export' | 'key.change'; subject: string } = WANT) =>
  run((client) => askApproval(client, { agencyId: AGENCY, ...want, reason: 'Uji.', by }, NOW));
const decide = (id: string, by: string, decision: 'approved' | 'refused' = 'approved', at = NOW) =>
  run((client) => decideApproval(client, { agencyId: AGENCY, id, decision, note: '', by }, at));
const use = (at = NOW, want: Partial<typeof WANT> & { id?: string } = {}) =>
  run((client) => useApproval(client, { ...WANT, ...want, by: 'account:citra' }, at));
const none = { code: 'access.twoPersons', status: 409 };

it('takes two people, and is used once', async () => {
  await expect(use()).rejects.toMatchObject(none);
  const id = await ask();
  await expect(use()).rejects.toMatchObject(none);
  await expect(decide(id, 'account:ani')).rejects.toMatchObject({ code: 'access.sameHuman' });
  await decide(id, 'account:budi');
  await expect(decide(id, 'account:citra', 'refused')).rejects.toMatchObject({ code: 'access.approvalOver' });
  await expect(use(NOW, { id: 'lain' })).rejects.toMatchObject(none);
  const tries = await Promise.allSettled([use(), use(), use()]);
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await run((client) => approvalOf(client, AGENCY, id))).usedAt).toEqual(NOW);
  const { rows } = await db.pool.query('select kind from platform.event where subject = $1 order by kind', [
    id,
  ]);
  expect(rows.map(({ kind }) => kind)).toEqual(['approval.approved', 'approval.asked', 'approval.used']);
});

it('is for exactly what was asked, in its time, and comes back when what it allowed is undone', async () => {
  const id = await ask();
  await decide(id, 'account:budi');
  await expect(use(NOW, { subject: 'lain' as '*' })).rejects.toMatchObject(none);
  await expect(use(LATER)).rejects.toMatchObject(none);
  const undone = run(async (client) => {
    await useApproval(client, { ...WANT, by: 'account:citra' }, NOW);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await use()).toBe(id);
  const late = await ask();
  await expect(decide(late, 'account:budi', 'approved', LATER)).rejects.toMatchObject({
    code: 'access.approvalOver',
  });
});

it('is refused, or taken back by whoever asked', async () => {
  for (const by of ['account:budi', 'account:ani']) {
    const id = await ask();
    await decide(id, by, 'refused');
    await expect(use()).rejects.toMatchObject(none);
  }
  await expect(
    run((client) => askApproval(client, { ...WANT, reason: ' ', by: 'account:ani' }, NOW)),
  ).rejects.toMatchObject({ code: 'access.approvalReason' });
});

it('sees one human behind two accounts, also when they are tied only after the approval', async () => {
  const tie = (accountId: string, personId: string | null) =>
    run((client) => tieAccount(client, { agencyId: AGENCY, accountId, personId, by: 'system' }, new Date()));
  const before = await ask();
  await decide(before, 'account:budi');
  await tie('ani', world.people.dinas);
  await tie('budi', world.people.dinas);
  await expect(use()).rejects.toMatchObject(none);
  const id = await ask();
  await expect(decide(id, 'account:budi')).rejects.toMatchObject({ code: 'access.sameHuman' });
  await tie('budi', world.people.seksi);
  await decide(id, 'account:budi');
  expect([before, id]).toContain(await use());
});

it('sees one hand behind an account that somebody else let themselves into lately, through others too', async () => {
  const { rows } = await db.pool.query("select id from access.account where id in ('ani', 'budi', 'citra')");
  expect(rows).toHaveLength(3);
  const soon = new Date(NOW.getTime() + 3_600_000);
  const password = (of: string, by: string) =>
    db.pool.query(`insert into access.password_change values ($1, $2, '-', $3, $4)`, [
      ...[of, `${of}-${by}`, soon, `account:${by}`],
    ]);
  await db.pool.query(`insert into access.account values ('dedi', 'dedi', 'Dedi', '-', false, $1)`, [soon]);
  await run((client) =>
    addGrant(
      client,
      { agencyId: AGENCY, accountId: 'dedi', role: 'officer', unitId: null, by: 'account:citra' },
      soon,
    ),
  );
  const tried = async (asker: string, decider: string, at: Date) => {
    const id = await run((client) =>
      askApproval(client, { ...WANT, reason: 'Uji.', by: `account:${asker}` }, at),
    );
    return decide(id, `account:${decider}`, 'approved', at);
  };
  const refused = { code: 'access.sameHand', status: 409 };
  await expect(tried('citra', 'dedi', soon)).rejects.toMatchObject(refused);
  await expect(tried('dedi', 'citra', soon)).rejects.toMatchObject(refused);
  await tried('ani', 'dedi', soon);
  await password('budi', 'dedi');
  await password('ani', 'ani');
  await expect(tried('citra', 'budi', soon)).rejects.toMatchObject(refused);
  await tried('ani', 'budi', soon);
  await tried('citra', 'budi', new Date(soon.getTime() + HAND_DAYS * 86_400_000));
});

it('belongs to one institution', async () => {
  await createWorld(db.pool, 'dua', NOW);
  const id = await ask();
  await decide(id, 'account:budi');
  const elsewhere = forAgency('dua', () =>
    transaction(asServer(db.pool), (client) =>
      useApproval(client, { ...WANT, agencyId: 'dua', by: 'account:citra' }, NOW),
    ),
  );
  await expect(elsewhere).rejects.toMatchObject(none);
  const across = forAgency('dua', () =>
    transaction(asServer(db.pool), (client) => useApproval(client, { ...WANT, by: 'account:citra' }, NOW)),
  );
  await expect(across).rejects.toMatchObject(none);
});
