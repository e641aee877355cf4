import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tieAccount } from '../../access/index.ts';
import { transaction } from '../../platform/db/index.ts';
import {
  type MessageText,
  newCaseKeys,
  newRandomId,
  type ReportText,
  sealCaseKeys,
  toText,
  utf8,
} from '../seal/index.ts';
import { type KeyedStaff, START, type TestStaff } from '../test-world.ts';

import { type CaseSite, form, openCaseSite, step } from './test-case-site.ts';

let site: CaseSite;
let there: CaseSite['there'];
let address: CaseSite['address'];
let ask: CaseSite['ask'];
let opened: CaseSite['opened'];
let sealedMessage: CaseSite['sealedMessage'];

beforeAll(async () => {
  site = await openCaseSite();
  ({ there, address, ask, opened, sealedMessage } = site);
}, 60_000);
afterAll(async () => {
  expect(there?.faults).toEqual([]);
  await there?.close();
});

describe('access', () => {
  const given = async (caseId: string, from: KeyedStaff, who: KeyedStaff) => {
    const { keys } = await opened(from, caseId);
    const receiver = { keyId: who.keyId, publicKey: who.key.seal.publicKey };
    const place = { agency: there.agencyId, case: caseId, from: `key:${from.keyId}` };
    const sealed = toText(await sealCaseKeys(keys, receiver, place));
    return ask(
      from,
      address('caseAccess', caseId),
      form({ act: 'give', key: who.keyId, from: from.keyId, sealed }),
    );
  };

  it('comes from who has it, to who is in the list; the receiver reads all that was', async () => {
    const { caseId, report } = await there.report();
    expect((await ask(there.leader, address('caseFile', caseId))).status).toBe(404);
    expect((await given(caseId, there.inspector, there.leader)).status).toBe(303);
    const { open } = await opened(there.leader, caseId);
    expect(((await open(0)) as ReportText).what).toBe(report.what);
    const unlisted = await there.newKeyed('inspector');
    expect((await given(caseId, there.inspector, unlisted)).status).toBe(422);
  });

  it('ends, but never the last', async () => {
    const { caseId } = await there.report();
    const end = ({ keyId }: KeyedStaff) =>
      ask(there.inspector, address('caseAccess', caseId), form({ act: 'end', key: keyId }));
    expect((await end(there.second)).status).toBe(303);
    expect((await ask(there.second, address('caseFile', caseId))).status).toBe(404);
    expect((await end(there.inspector)).status).toBe(422);
  });

  it('is not given to who stepped back, and stepping back as the last is refused', async () => {
    const { caseId } = await there.report();
    const back = (who: TestStaff) => ask(who, address('caseAccess', caseId), form({ act: 'step-back' }));
    expect((await back(there.second)).status).toBe(303);
    expect((await ask(there.second, address('caseFile', caseId))).status).toBe(404);
    expect((await given(caseId, there.inspector, there.second)).status).toBe(422);
    expect((await back(there.inspector)).status).toBe(422);
  });
});

describe('who is reported', () => {
  it('and their superiors are kept out; no table ties the case to the person', async () => {
    const { agencyId, world, db } = there;
    const superior = await there.newKeyed('leader', { unitId: world.units.kecamatan });
    const accused = await there.newKeyed('inspector');
    for (const one of [superior, accused]) await there.list('add', one, 'recipient', there.inspector);
    const personId = world.people.kecamatan as string;
    const tie = { agencyId, accountId: accused.accountId, personId, by: 'system' };
    await transaction(db.pool, (client) => tieAccount(client, tie, START));
    const { caseId } = await there.report();
    const statuses = async () =>
      Promise.all(
        [superior, accused].map(async (who) => (await ask(who, address('caseFile', caseId))).status),
      );
    expect(await statuses()).toEqual([200, 200]);
    const post = (fields: Record<string, string>) =>
      ask(there.inspector, address('caseAccess', caseId), form(fields));
    const { rows } = await db.pool.query('select name from agencies.person where id = $1', [personId]);
    const found = await post({ act: 'find', cari: rows[0].name.slice(0, 6) });
    expect(found.text).toContain(`value="${personId}"`);
    expect((await post({ act: 'accused', person: personId })).status).toBe(303);
    expect(await statuses()).toEqual([404, 404]);
    expect((await ask(superior, address('oversight'))).text).not.toContain(caseId);
    const { open, contents } = await opened(there.second, caseId);
    expect(((await open(contents.next - 1)) as MessageText).text).toContain(rows[0].name);
    await expectNoTie(caseId, personId);
    for (const one of [superior, accused]) await there.list('end', one, 'recipient', there.inspector);
  });

  it('as the head is kept out, and nothing is decided inside', async () => {
    const { caseId } = await there.report();
    const { people } = there.world;
    const fields = { act: 'accused', person: people.dinas as string, head: 'ya' };
    expect((await ask(there.inspector, address('caseAccess', caseId), form(fields))).status).toBe(303);
    const { rows } = await there.db.pool.query(
      'select account_id from oversight.recusal where case_id = $1',
      [caseId],
    );
    expect(rows.map(({ account_id }) => account_id)).toContain(there.leader.accountId);
    expect((await ask(there.inspector, address('caseFile', caseId))).text).toContain('pimpinan instansi ini');
  });

  async function expectNoTie(caseId: string, personId: string): Promise<void> {
    for (const table of ['step', 'event', 'recusal', 'case_file', 'message'])
      expect(
        (
          await there.db.pool.query(
            `select from oversight.${table} t where t::text like $1 and t::text like $2`,
            [`%${caseId}%`, `%${personId}%`],
          )
        ).rowCount,
      ).toBe(0);
  }
});

describe('an own finding', () => {
  it('is a case of who sealed it and of whom they chose', async () => {
    const { inspector, second, agencyId } = there;
    const [caseId, keys] = [newRandomId(), await newCaseKeys()];
    const place = { agency: agencyId, case: caseId, from: `key:${inspector.keyId}` };
    const seal = async (who: KeyedStaff) => ({
      keyId: who.keyId,
      sealed: toText(
        await sealCaseKeys(keys, { keyId: who.keyId, publicKey: who.key.seal.publicKey }, place),
      ),
    });
    const accesses = [await seal(inspector), await seal(second)];
    const publics = {
      dialoguePublic: toText(keys.dialogue.publicKey),
      teamPublic: toText(keys.team.publicKey),
    };
    const report = await sealedMessage(inspector, caseId, keys.team.publicKey, 'Temuan contoh.');
    const sent = { caseId, ...publics, from: inspector.keyId, accesses, report };
    expect((await ask(inspector, address('findingNew'), sent)).status).toBe(200);
    expect((await ask(inspector, address('findingNew'), sent)).status).toBe(409);
    expect(await (await opened(second, caseId)).open(0)).toMatchObject({ text: 'Temuan contoh.' });
    expect((await ask(there.leader, address('caseFile', caseId))).status).toBe(404);
  });
});

describe('a form that comes slowly', () => {
  // Asked who it is when it began; kept from the case before it ended.
  it('does nothing once its sender was kept from the case', async () => {
    const { caseId } = await there.report();
    const before = (await there.db.pool.query('select from oversight.event where case_id = $1', [caseId]))
      .rowCount;
    const slow = async (name: 'caseFile' | 'caseAccess' | 'caseContent', fields: URLSearchParams) => {
      const began = Promise.withResolvers<void>();
      const more = Promise.withResolvers<void>();
      const body = new ReadableStream<Uint8Array>(
        {
          async pull(stream) {
            began.resolve();
            await more.promise;
            stream.enqueue(utf8(fields.toString()));
            stream.close();
          },
        },
        { highWaterMark: 0 },
      );
      const headers = {
        ...(await there.signedIn(there.second)),
        ...{ origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
        'content-length': String(fields.toString().length),
      };
      const init = { method: 'POST', body, headers, duplex: 'half' };
      const answer = there.app.request(address(name, caseId), init as RequestInit);
      await began.promise;
      return { answer, go: more.resolve };
    };
    const sent = [
      await slow('caseFile', step('taken-up')),
      await slow('caseAccess', form({ act: 'end', key: there.inspector.keyId })),
      await slow('caseAccess', form({ act: 'keep-out', account: there.inspector.accountId })),
      await slow('caseContent', form({ audience: 'team', text: 'Masih di sini.' })),
    ];
    const out = form({ act: 'keep-out', account: there.second.accountId });
    expect((await ask(there.inspector, address('caseAccess', caseId), out)).status).toBe(303);
    for (const { go } of sent) go();
    const statuses = await Promise.all(sent.map(async ({ answer }) => (await answer).status));
    expect(statuses).toEqual([404, 404, 404, 404]);
    const after = await there.db.pool.query('select from oversight.event where case_id = $1', [caseId]);
    expect(after.rowCount).toBe((before ?? 0) + 1);
  });
});

describe('whoever must not see a case', () => {
  it('is told the same of it as of a case that does not exist, at every address', async () => {
    const { caseId } = await there.report({
      files: [{ name: 'a.txt', type: 'text/plain', bytes: utf8('isi') }],
    });
    const { rows } = await there.db.pool.query('select id from oversight.file where case_id = $1', [caseId]);
    await ask(there.inspector, address('caseAccess', caseId), form({ act: 'end', key: there.second.keyId }));
    const recused = await there.newKeyed('leader');
    await there.db.pool.query(
      `insert into oversight.recusal values ($1, $2, $3, 'superior', 'account:x', $4)`,
      [...[there.agencyId, caseId, recused.accountId, START]],
    );
    const people = {
      colleague: there.second,
      withoutKey: await there.newStaff('inspector'),
      leader: there.leader,
      recused,
      officer: await there.newStaff('officer'),
      auditor: await there.newStaff('auditor'),
      operator: await there.newStaff('operator', { unitId: there.world.units.kecamatan as string }),
    };
    const part = { file: rows[0].id as string, part: '0' };
    const leaks: string[] = [];
    for (const [name, who] of Object.entries(people)) {
      const tried = async (id: string) => {
        const ends = { act: 'end', key: there.inspector.keyId };
        return [
          await ask(who, address('caseFile', id)),
          await ask(who, address('caseContent', id)),
          await ask(who, address('caseAccess', id)),
          await ask(who, address('casePart', id, part)),
          await ask(who, address('caseFile', id), step('taken-up')),
          await ask(who, address('caseContent', id), form({ audience: 'team', text: 'x' })),
          await ask(who, address('caseAccess', id), form(ends)),
          await ask(who, `${address('caseFileNew', id)}?id=${newRandomId()}&n=0&parts=1`, new Uint8Array(10)),
        ];
      };
      const [real, none] = [await tried(caseId), await tried('0'.repeat(16))];
      for (const [at, answer] of real.entries()) {
        const other = none[at]?.text.replaceAll('0'.repeat(16), caseId);
        if (answer.status < 400 || answer.text !== other) leaks.push(`${name} ${at}: ${answer.status}`);
      }
      const list = await ask(who, address('oversight'));
      if (list.text.includes(caseId)) leaks.push(`${name} list`);
    }
    expect(leaks).toEqual([]);
    const { rowCount } = await there.db.pool.query(`select from oversight.step where case_id = $1`, [caseId]);
    expect(rowCount).toBe(1);
  });
});
