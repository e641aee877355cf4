import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { to } from '../../urls.ts';
import { keyWords, nextStatement, signStatement, toText } from '../seal/index.ts';
import { type KeyedStaff, type OversightWorld, openOversightWorld, type TestStaff } from '../test-world.ts';
import { chainOf, recipientsAt, recipientsPage } from './index.ts';

let world: OversightWorld;
const PAGE = to('oversightRecipients', { agency: 'fakfak' });

beforeAll(async () => {
  world = await openOversightWorld();
  recipientsPage(world.app, world.platform);
});
afterAll(() => world.close());

const get = async (who: TestStaff) => world.app.request(PAGE, { headers: await world.signedIn(who) });
const htmlFor = async (who: TestStaff) => (await get(who)).text();
async function post(who: TestStaff, fields: Record<string, string>) {
  const headers = { ...(await world.signedIn(who)), origin: 'http://localhost' };
  return world.app.request(PAGE, { method: 'POST', body: new URLSearchParams(fields), headers });
}
/** As the island fills the form. */
async function signed(who: KeyedStaff, by: KeyedStaff): Promise<Record<string, string>> {
  const { keyId, accountId, name: label, key } = who;
  const about = {
    agency: 'fakfak',
    at: world.platform.now().toISOString(),
    change: 'add',
    role: 'recipient',
  } as const;
  const statement = nextStatement(await chainOf(world.db.pool, 'fakfak'), {
    ...{ ...about, keyId, accountId, label },
    ...{ sealPublic: toText(key.seal.publicKey), signPublic: toText(key.sign.publicKey) },
  });
  const row = signStatement(statement, { keyId: by.keyId, privateKey: by.key.sign.privateKey });
  return { statement: toText(row.statement), signature: toText(row.signature), signedBy: row.signedBy };
}

describe('the page of recipients', () => {
  it('shows the list to those of the office and forms to those who are in it', async () => {
    const html = await htmlFor(world.inspector);
    const { seal, sign } = world.second.key;
    expect(html).toContain(keyWords({ sealPublic: seal.publicKey, signPublic: sign.publicKey }));
    expect(html).toContain('data-sign="add"');
    const auditor = await htmlFor(await world.newStaff('auditor'));
    expect(auditor).toContain(world.second.name);
    expect(auditor).not.toContain('data-sign');
    expect((await get(await world.newStaff('operator'))).status).toBe(403);
  });

  it('tells an inspector who is not in it that they cannot change it', async () => {
    const html = await htmlFor(await world.newKeyed('inspector'));
    expect(html).toContain('Hanya orang yang tercantum');
    expect(html).not.toContain('data-sign');
  });

  it('refuses what was not signed, and takes what was', async () => {
    const joining = await world.newKeyed('inspector');
    const without = await post(world.inspector, { statement: '', signature: '', signedBy: '' });
    expect(without.status).toBe(422);
    expect(await without.text()).toContain('tidak ditandatangani');
    expect((await post(joining, await signed(joining, joining))).status).toBe(422);
    expect((await post(world.leader, await signed(joining, world.leader))).status).toBe(403);
    const fields = await signed(joining, world.inspector);
    expect((await post(world.inspector, fields)).status).toBe(303);
    expect(await (await post(world.inspector, fields)).text()).toContain('baru saja berubah');
    expect(await recipientsAt(world.platform.pool, 'fakfak')).toHaveLength(5);
    const { rows } = await world.db.pool.query(
      `select (select count(*) from oversight.event where kind = 'recipient.added')::int as own,
        (select count(*) from platform.event where kind = 'recipient.added')::int as audit`,
    );
    expect(rows[0]).toEqual({ own: 5, audit: 5 });
  });

  it('says that the list does not hold once somebody wrote into it', async () => {
    await world.db.pool.query(
      `insert into oversight.recipient select agency_id, 9, statement, signature, signed_by, at
       from oversight.recipient where serial = 1`,
    );
    for (const who of [world.inspector, world.leader]) {
      const html = await htmlFor(who);
      expect(html).toContain('Daftar penerima tidak berlaku');
      expect(html).not.toContain('data-sign');
      expect(html).not.toContain(world.second.name);
    }
  });
});
