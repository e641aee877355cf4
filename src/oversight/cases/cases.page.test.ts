import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tieAccount } from '../../access/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { to } from '../../urls.ts';
import {
  fromText,
  fromUtf8,
  type MessageText,
  newCaseKeys,
  newRandomId,
  openCaseKeys,
  openSealed,
  type ReportText,
  sealCaseKeys,
  sealTo,
  toText,
  utf8,
} from '../seal/index.ts';
import {
  type KeyedStaff,
  type OversightWorld,
  openOversightWorld,
  START,
  type TestStaff,
} from '../test-world.ts';
import type { CaseContents } from './contents/read.ts';
import { casePages } from './index.ts';

const ORIGIN = 'http://localhost';
const WORDS = 'pelikan-ungu-rahasia';
let there: OversightWorld;

beforeAll(async () => {
  there = await openOversightWorld();
  casePages(there.app, there.platform);
}, 60_000);
afterAll(async () => {
  expect(there?.faults).toEqual([]);
  await there?.close();
});

type Name =
  | 'oversight'
  | 'caseFile'
  | 'caseContent'
  | 'caseAccess'
  | 'caseFileNew'
  | 'casePart'
  | 'findingNew';
const address = (name: Name, caseId = 'x', more: Record<string, string> = {}) =>
  ORIGIN + to(name as 'casePart', { agency: there.agencyId, case: caseId, file: 'x', part: '0', ...more });

async function ask(
  who: Pick<TestStaff, 'accountId'>,
  url: string,
  sent?: Record<string, unknown> | URLSearchParams | Uint8Array,
) {
  const headers: Record<string, string> = { ...(await there.signedIn(who)), origin: ORIGIN };
  const form = sent instanceof URLSearchParams;
  const raw = sent instanceof Uint8Array;
  if (sent && !form && !raw) headers['content-type'] = 'application/json';
  if (raw) headers['content-type'] = 'application/octet-stream';
  const body =
    sent === undefined ? undefined : form ? sent : raw ? new Uint8Array(sent) : JSON.stringify(sent);
  const answer = await there.app.request(url, {
    method: sent ? 'POST' : 'GET',
    headers,
    ...(body ? { body } : {}),
  });
  return { status: answer.status, text: await answer.text() };
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const step = (what: string, fields: Record<string, string> = {}) =>
  form({
    what,
    [`${what}-on`]: '2024-09-18',
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${what}-${name}`, value])),
  });

/** Opens what the server hands out, as the browser of this person does. */
async function opened(who: KeyedStaff, caseId: string) {
  const { status, text } = await ask(who, address('caseContent', caseId));
  expect(status).toBe(200);
  const contents = JSON.parse(text) as CaseContents;
  const own = { keyId: who.keyId, privateKey: who.key.seal.privateKey };
  const access = contents.accesses.find(({ keyId }) => keyId === who.keyId);
  const from = access?.givenBy === 'reporter' ? 'reporter' : `key:${access?.givenBy}`;
  const place = { agency: there.agencyId, case: caseId };
  const keys = await openCaseKeys(fromText(access?.sealed as string), own, { ...place, from });
  const open = async (n: number) => {
    const found = contents.messages.find((one) => one.n === n) as CaseContents['messages'][number];
    const { audience, sender, keyId } = found;
    const privateKey = keyId ? own.privateKey : keys[audience as 'dialogue' | 'team'].privateKey;
    const bound = {
      ...place,
      purpose: audience,
      from: sender,
      to: keyId ? `key:${keyId}` : audience,
    } as const;
    return JSON.parse(fromUtf8(await openSealed(privateKey, fromText(found.sealed), bound)));
  };
  return { contents, keys, open };
}

async function sealedMessage(who: KeyedStaff, caseId: string, publicKey: Uint8Array, text: string) {
  const words: MessageText = { format: 'ikrar/message/v1', text, files: [] };
  const from = `account:${who.accountId}`;
  const bound = { agency: there.agencyId, case: caseId, purpose: 'team', from, to: 'team' } as const;
  return toText(await sealTo(publicKey, utf8(JSON.stringify(words)), bound));
}

describe('a report', () => {
  it('stands in the lists of who received it, and of nobody else', async () => {
    const { caseId } = await there.report({ text: { what: WORDS } });
    const listed = async (who: TestStaff) => (await ask(who, address('oversight'))).text.includes(caseId);
    expect([await listed(there.inspector), await listed(there.second), await listed(there.leader)]).toEqual([
      ...[true, true, false],
    ]);
  });

  it('is opened in the browser alone: no page of the server has a word of it', async () => {
    const { caseId, report } = await there.report({ text: { what: WORDS } });
    const page = await ask(there.inspector, address('caseFile', caseId));
    expect(page.status).toBe(200);
    expect(page.text).not.toContain(WORDS);
    const { open } = await opened(there.inspector, caseId);
    expect(((await open(0)) as ReportText).what).toBe(report.what);
  });

  it('reading is written down once a day, and again where something new was read', async () => {
    const { caseId } = await there.report();
    for (let i = 0; i < 3; i++) await opened(there.inspector, caseId);
    const reads = () =>
      there.db.pool.query(`select from oversight.event where case_id = $1 and kind = 'case.read'`, [caseId]);
    expect((await reads()).rowCount).toBe(1);
    await ask(there.second, address('caseContent', caseId), form({ audience: 'team', text: 'Catatan.' }));
    await opened(there.inspector, caseId);
    expect((await reads()).rowCount).toBe(2);
  });
});

describe('steps by plain forms', () => {
  it('are taken in order, with the note sealed before it is kept', async () => {
    const { caseId } = await there.report();
    const post = (body: URLSearchParams) => ask(there.inspector, address('caseFile', caseId), body);
    const act = {
      kind: 'photo',
      actOn: '2024-09-16',
      election: 'pilkada-2024',
      region: '62.71',
      category: 'pns',
    };
    expect((await post(step('classified', { ...act, note: WORDS }))).status).toBe(303);
    expect((await post(step('taken-up'))).status).toBe(303);
    const skipped = await post(step('decided', { sanction: 'moral-open' }));
    expect(skipped.status).toBe(422);
    expect(skipped.text).toContain('tidak dapat dilakukan pada tahap');
    const page = await ask(there.inspector, address('caseFile', caseId));
    expect(page.text).toContain('KE5');
    const { contents, keys } = await opened(there.second, caseId);
    const [note] = contents.notes;
    const from = `account:${there.inspector.accountId}`;
    const bound = { agency: there.agencyId, case: caseId, purpose: 'note', from, to: 'team' } as const;
    const plain = await openSealed(keys.team.privateKey, fromText(note?.sealed as string), bound);
    expect(JSON.parse(fromUtf8(plain))).toMatchObject({ text: WORDS });
  });

  it('keep what was typed where they are refused, and tell the closing to the reporter', async () => {
    const { caseId } = await there.report();
    const close = (fields: Record<string, string>) =>
      ask(
        there.inspector,
        address('caseFile', caseId),
        step('closed', { reason: 'not-a-violation', ...fields }),
      );
    await ask(there.inspector, address('caseFile', caseId), step('taken-up'));
    const silent = await close({ note: 'Tertulis tetap ada.' });
    expect(silent.status).toBe(422);
    expect(silent.text).toContain('Tertulis tetap ada.');
    expect((await close({ note: 'Bukan.', message: 'Bukan pelanggaran.' })).status).toBe(303);
    const { open, contents } = await opened(there.inspector, caseId);
    expect(await open(contents.next - 1)).toMatchObject({ text: 'Bukan pelanggaran.' });
  });

  it('link only cases that the same person sees', async () => {
    const [one, other] = [await there.report(), await there.report()];
    const link = (who: TestStaff, id: string) =>
      ask(who, address('caseFile', one.caseId), step('linked', { case: id }));
    await ask(
      there.inspector,
      address('caseAccess', other.caseId),
      form({ act: 'end', key: there.second.keyId }),
    );
    const unseen = await link(there.second, other.caseId);
    const unknown = await link(there.second, newRandomId());
    expect([unseen.status, unknown.status]).toEqual([422, 422]);
    const told = ({ text }: { text: string }) => /<p class="field-error">([^<]+)/.exec(text)?.[1];
    expect(told(unseen)).toBe(told(unknown));
    expect((await link(there.inspector, other.caseId)).status).toBe(303);
  });
});

describe('messages of the island', () => {
  it('are the same when sent again, and take the next number when somebody wrote meanwhile', async () => {
    const { caseId, keys } = await there.report();
    const send = async (who: KeyedStaff, n: number, sealed: string) =>
      ask(who, address('caseContent', caseId), {
        ...{ n, audience: 'team', keyId: null, sealed, files: [], releases: false },
      });
    const first = await sealedMessage(there.inspector, caseId, keys.team.publicKey, 'Satu.');
    const second = await sealedMessage(there.second, caseId, keys.team.publicKey, 'Dua.');
    expect((await send(there.inspector, 1, first)).status).toBe(200);
    expect((await send(there.inspector, 1, first)).status).toBe(200);
    expect((await send(there.second, 1, second)).status).toBe(409);
    expect((await send(there.second, 2, second)).status).toBe(200);
    const { open, contents } = await opened(there.inspector, caseId);
    expect(contents.messages.map(({ n }) => n)).toEqual([0, 1, 2]);
    expect(await open(2)).toMatchObject({ text: 'Dua.' });
    expect((await send(there.inspector, 3, toText(utf8('tidak tersegel')))).status).toBe(422);
  });

  it('own notes and identities are handed to nobody else', async () => {
    const { caseId } = await there.report({
      mode: 'confidential',
      identity: { name: 'Pelapor Contoh', contact: '' },
    });
    await ask(
      there.inspector,
      address('caseContent', caseId),
      form({ audience: 'own', text: 'Untuk saya.' }),
    );
    const mine = await opened(there.inspector, caseId);
    const theirs = await opened(there.second, caseId);
    expect(mine.contents.messages.map(({ audience }) => audience)).toEqual(['dialogue', 'own']);
    expect(theirs.contents.messages.map(({ audience }) => audience)).toEqual(['dialogue', 'identity']);
    expect(await theirs.open(1)).toMatchObject({ name: 'Pelapor Contoh' });
  });

  it('a custodian releases an identity when it was asked for with a reason; nobody else can', async () => {
    const { caseId, keys } = await there.report({ mode: 'confidential' });
    const release = async (who: KeyedStaff) => {
      const sealed = await sealedMessage(who, caseId, keys.team.publicKey, 'Pelapor Contoh');
      const n = (await opened(who, caseId)).contents.next;
      const words = { n, audience: 'team', keyId: null, sealed, files: [], releases: true };
      return (await ask(who, address('caseContent', caseId), words)).status;
    };
    const asked = (note: string) =>
      ask(there.inspector, address('caseFile', caseId), step('identity-asked', { note }));
    expect(await release(there.second)).toBe(422);
    expect((await asked('')).status).toBe(422);
    expect((await asked('Perlu memanggil saksi.')).status).toBe(303);
    expect(await release(there.inspector)).toBe(422);
    expect(await release(there.second)).toBe(200);
  });
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
