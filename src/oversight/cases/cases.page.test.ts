import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromText, fromUtf8, newRandomId, openSealed, type ReportText, toText, utf8 } from '../seal/index.ts';
import type { KeyedStaff, TestStaff } from '../test-world.ts';

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
const WORDS = 'pelikan-ungu-rahasia';

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

  it('are taken once when two take them at once', async () => {
    const { caseId } = await there.report();
    const take = (who: TestStaff) => ask(who, address('caseFile', caseId), step('taken-up'));
    const answers = await Promise.all([take(there.inspector), take(there.second)]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(303);
    expect([409, 422]).toContain(statuses[1]);
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

describe('cases that are duplicates of each other', () => {
  it('are not all closed as that: one of them goes on', async () => {
    const [one, other] = [(await there.report()).caseId, (await there.report()).caseId];
    const post = (id: string, body: URLSearchParams) => ask(there.inspector, address('caseFile', id), body);
    expect((await post(one, step('linked', { case: other }))).status).toBe(303);
    expect((await post(other, step('linked', { case: one }))).status).toBe(303);
    const words = { reason: 'duplicate', note: 'Sama.', message: 'Kami teruskan di perkara lain.' };
    expect((await post(one, step('closed', words))).status).toBe(303);
    const second = await post(other, step('closed', words));
    expect([second.status, second.text]).toEqual([
      422,
      expect.stringContaining('juga ditutup sebagai duplikat'),
    ]);
    expect((await post(one, step('reopened', { note: 'Dibuka lagi.' }))).status).toBe(303);
    expect((await post(other, step('closed', words))).status).toBe(303);
  });
});

describe('what is said to be sealed', () => {
  it('has its form, or is not taken', async () => {
    const { caseId } = await there.report();
    await ask(there.inspector, address('caseFile', caseId), step('taken-up'));
    const fields = { reason: 'not-provable', message: 'Tidak terbukti.' };
    for (const noteSealed of ['AA', toText(utf8('Ditulis terang.'))]) {
      const answer = await ask(
        there.inspector,
        address('caseFile', caseId),
        step('closed', { ...fields, noteSealed }),
      );
      expect(answer.status).toBe(422);
    }
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
