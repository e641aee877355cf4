import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { to, urls } from '../../urls.ts';
import { abusePages } from '../abuse/index.ts';
import { FILE_PART, fromText, fromUtf8, openPart, openSealed, utf8 } from '../seal/index.ts';
import { keysOfCode } from '../test-report.ts';
import { type OversightWorld, openOversightWorld } from '../test-world.ts';
import { channelPages } from './index.ts';
import { handsOf, PATH, PLANTED, SEND } from './test-hands.ts';

let world: OversightWorld;
let hands: ReturnType<typeof handsOf>;

beforeAll(async () => {
  world = await openOversightWorld();
  abusePages(world.app, world.platform);
  world.app.get('/lapor/tes/siapa', (c) => c.json(c.get('visit')));
  channelPages(world.app, world.platform);
  hands = handsOf(world);
});
afterAll(() => world.close());

describe('the pages before a report', () => {
  it('list institutions with an open channel, and set, read and keep nothing', async () => {
    const staff = await world.signedIn(world.inspector);
    for (const cookie of ['', `bahasa=en; ${staff.cookie}`]) {
      const headers = { cookie };
      const answer = await world.app.request(urls.report, { headers });
      const html = await answer.text();
      expect(html).toContain(`href="${PATH}"`);
      expect(html).toContain('<html lang="id"');
      expect(html).not.toContain(world.inspector.name);
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(html).not.toContain('/bahasa/');
    }
    const english = await (await world.app.request(`${urls.report}?bahasa=en`)).text();
    expect(english).toContain(`href="${PATH}?bahasa=en"`);
    expect(await (await world.app.request(`${urls.report}?cari=tidakada`)).text()).not.toContain(
      `href="${PATH}"`,
    );
  });

  it('do not know who somebody is, whatever cookies they bring', async () => {
    const headers = await world.signedIn(world.inspector);
    const visit = await (await world.app.request('/lapor/tes/siapa', { headers })).json();
    expect(visit).toMatchObject({ account: null, apart: true });
    expect(visit).not.toHaveProperty('session');
  });

  it('check by the guide and never stop anybody', async () => {
    const ask = async (saw: string) => (await hands.post(PATH, { act: 'check', saw })).text();
    expect(await ask('memilih di TPS')).toContain('pada umumnya diperbolehkan');
    expect(await ask('jadi tim sukses calon')).toContain('langsung ke Bawaslu');
    expect(await ask('like postingan paslon')).toMatch(/mungkin pelanggaran/);
    for (const saw of ['', 'xyzzy', 'memilih di TPS', PLANTED])
      expect(await ask(saw)).toContain('value="write"');
  });

  it('send away from a channel that is closed or unknown', async () => {
    expect((await world.app.request(to('reportAgency', { agency: 'tidakada' }))).status).toBe(404);
    const closed = await world.app.request(to('reportAgency', { agency: world.agencyId }));
    expect(closed.status).toBe(200);
  });

  it('leave to another site and have the browser forget', async () => {
    const answer = await world.app.request(urls.reportLeave);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, 'https://www.bmkg.go.id/']);
    expect(answer.headers.get('clear-site-data')).toBe('"cache"');
  });
});

describe('without script', () => {
  it('says so, waits, seals on arrival and shows the code once', async () => {
    const html = await (await hands.post(PATH, { act: 'write', topic: 'tim-sukses' })).text();
    expect(html).toContain('terbaca sebentar di memori server');
    expect(html).toContain(world.inspector.name);
    const { ticket, answer } = await hands.sentPlain({ name: 'Terlapor Contoh', topic: 'tim-sukses' });
    const done = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    for (const word of ticket.code.split(' ')) expect(done).toContain(`<li>${word}</li>`);
    const [file] = await hands.rows('select * from oversight.case_file where id = $1', [ticket.case]);
    expect(file).toMatchObject({ sealed_in: 'server', mode: 'anonymous', origin: 'report' });
    const seen = await hands.opened(world.inspector, ticket.case);
    expect(seen?.texts[0]).toMatchObject({
      what: `Terjadi ${PLANTED}`,
      who: { name: 'Terlapor Contoh' },
      topic: 'tim-sukses',
    });
    expect(await hands.opened(world.leader, ticket.case)).toBeNull();
    const [box] = await hands.rows('select * from oversight.mailbox where case_id = $1', [ticket.case]);
    const reporter = await keysOfCode(ticket.code);
    const bound = {
      agency: 'fakfak',
      case: ticket.case,
      purpose: 'mailbox',
      from: 'reporter',
      to: 'reporter',
    } as const;
    const pair = await openSealed(reporter.pair.privateKey, box.sealed_dialogue, bound);
    expect(pair.subarray(0, 32)).toEqual(seen?.keys.dialogue.privateKey);
  });

  it('takes the same form twice as one report with the same code', async () => {
    const { ticket, all } = await hands.sentPlain({});
    const again = await Promise.all([hands.post(PATH, all), hands.post(PATH, all)]);
    for (const answer of again)
      expect(await answer.text()).toContain(`<li>${ticket.code.split(' ')[0]}</li>`);
    expect(
      await hands.rows('select 1 from oversight.message where case_id = $1', [ticket.case]),
    ).toHaveLength(1);
  });

  it('is too early at once, and keeps what was typed', async () => {
    const html = await (await hands.post(PATH, { act: 'write' })).text();
    const ticket = {
      case: hands.hidden(html, 'case'),
      code: hands.hidden(html, 'code'),
      wait: hands.hidden(html, 'wait'),
    };
    const answer = await hands.post(PATH, {
      act: 'send',
      ...ticket,
      mode: 'anonymous',
      what: 'Terlalu cepat <b>',
    });
    const text = await answer.text();
    expect(answer.status).toBe(429);
    expect(text).toContain('Terlalu cepat &lt;b>');
    expect(hands.hidden(text, 'wait')).toBe(ticket.wait);
  });

  it.each([
    ['what', { what: ' ' }],
    ['mode', { mode: 'lain' }],
    ['ownName', { mode: 'identified', ownName: '' }],
    ['what', { what: 'a'.repeat(59_000) }],
  ])('asks again for %s, everything kept', async (field, fields) => {
    const { answer, ticket } = await hands.sentPlain({ where: 'Balai Contoh', ...fields });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(`href="#f-${field}"`);
    expect(html).toContain('value="Balai Contoh"');
    expect(await hands.rows('select 1 from oversight.case_file where id = $1', [ticket.case])).toEqual([]);
  });

  // Attacker: another site, or a neighbour at the machine, who leaves a form that is to be filled in under their code.
  it('never goes on under a code that came with a form', async () => {
    const html = await (await hands.post(PATH, { act: 'write' })).text();
    const theirs = {
      case: hands.hidden(html, 'case'),
      code: hands.hidden(html, 'code'),
      wait: hands.hidden(html, 'wait'),
    };
    const ways = [{ what: '' }, { what: 'Terlalu cepat' }];
    for (const fields of ways) {
      const answer = await hands.post(PATH, { act: 'send', mode: 'anonymous', ...theirs, ...fields });
      const page = await answer.text();
      expect(answer.status).toBeGreaterThan(400);
      expect(page).not.toContain(theirs.code);
      expect(hands.hidden(page, 'code').split(' ')).toHaveLength(9);
    }
  });

  it('keeps a name from all but the custodian, or gives it to all, as wanted', async () => {
    const mine = { ownName: 'Pelapor Contoh', contact: 'surat' };
    const hiddenName = await hands.sentPlain({ mode: 'confidential', ...mine });
    const kept = await hands.opened(world.inspector, hiddenName.ticket.case);
    expect(kept?.texts.map((text) => text?.format ?? null)).toEqual(['ikrar/report/v1', null]);
    expect((await hands.opened(world.second, hiddenName.ticket.case))?.texts[1]).toMatchObject({
      name: 'Pelapor Contoh',
    });
    const open = await hands.sentPlain({ mode: 'identified', ...mine });
    expect((await hands.opened(world.inspector, open.ticket.case))?.texts[1]).toMatchObject({
      contact: 'surat',
    });
    const none = await hands.sentPlain({ mode: 'anonymous', ...mine });
    expect((await hands.opened(world.inspector, none.ticket.case))?.messages).toHaveLength(1);
  });

  it('gives no key to who is ticked as involved, and recuses them', async () => {
    const { ticket } = await hands.sentPlain({
      involved: [world.inspector.accountId, world.leader.accountId],
    });
    expect(await hands.opened(world.inspector, ticket.case)).toBeNull();
    expect((await hands.opened(world.second, ticket.case))?.texts[0]).toMatchObject({ who: { name: '' } });
    const recused = await hands.rows('select account_id, why from oversight.recusal where case_id = $1', [
      ticket.case,
    ]);
    expect(new Set(recused.map((row) => row.account_id))).toEqual(
      new Set([world.inspector.accountId, world.leader.accountId]),
    );
    expect(recused[0]?.why).toBe('reporter-asked');
    const nobody = await hands.sentPlain({ involved: [world.inspector.accountId, world.second.accountId] });
    expect([nobody.answer.status, await nobody.answer.text()]).toEqual([
      422,
      expect.stringContaining('sbt.bkn.go.id'),
    ]);
  });

  it('cleans files, seals them in parts, and keeps the original only where that is wanted', async () => {
    const html = await (await hands.post(PATH, { act: 'write' })).text();
    hands.later(10);
    const form = new FormData();
    const fields = { act: 'send', mode: 'anonymous', what: 'Dengan berkas' };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const name of ['case', 'code', 'wait']) form.append(name, hands.hidden(html, name));
    form.append('files', new File([`catatan ${PLANTED}`], `${PLANTED}.txt`, { type: 'text/plain' }));
    const answer = await world.app.request(PATH, { method: 'POST', body: form });
    expect(answer.status).toBe(200);
    const caseId = hands.hidden(html, 'case');
    const text = (await hands.opened(world.inspector, caseId))?.texts[0];
    expect(text.files).toMatchObject([{ name: 'berkas-1.txt', parts: 1, stripped: true }]);
    const [part] = await hands.rows('select sealed from oversight.file_part where case_id = $1', [caseId]);
    expect(part.sealed).toHaveLength(FILE_PART + 16);
    const [note] = text.files;
    const plain = openPart({ ...note, key: fromText(note.key) }, 0, part.sealed);
    expect(fromUtf8(plain)).toBe(`catatan ${PLANTED}`);
  });
});

describe('what cannot be sealed', () => {
  it('is asked for again: a damaged picture, too many files', async () => {
    const html = await (await hands.post(PATH, { act: 'write' })).text();
    const send = (files: File[], more: Record<string, string> = {}) => {
      const form = new FormData();
      for (const name of ['case', 'code', 'wait']) form.append(name, hands.hidden(html, name));
      const fields = { act: 'send', mode: 'anonymous', what: 'Dengan berkas', ...more };
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      for (const file of files) form.append('files', file);
      return world.app.request(PATH, { method: 'POST', body: form });
    };
    hands.later(10);
    const damaged = new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 200])], 'foto.jpg');
    const answer = await send([damaged]);
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('href="#f-files"')]);
    expect((await send(Array(11).fill(new File(['x'], 'x.txt')))).status).toBe(422);
    expect((await send([damaged], { original: 'yes' })).status).toBe(200);
  });

  it('keeps no other request waiting, and is not looked at before its time', async () => {
    const packed = bomb();
    const refused = 'id="e-files">Berkas ini tidak dapat dibersihkan';
    const html = await (await hands.post(PATH, { act: 'write' })).text();
    const send = () => {
      const form = new FormData();
      for (const name of ['case', 'code', 'wait']) form.append(name, hands.hidden(html, name));
      for (const [name, value] of Object.entries({ act: 'send', mode: 'anonymous', what: 'Dengan berkas' }))
        form.append(name, value);
      for (let n = 0; n < 10; n += 1) form.append('files', new File([packed], 'a.docx'));
      return world.app.request(PATH, { method: 'POST', body: form });
    };
    const early = await send();
    expect([early.status, await early.text()]).toEqual([429, expect.not.stringContaining(refused)]);
    hands.later(10);
    let beats = 0;
    const beating = setInterval(() => {
      beats += 1;
    }, 5);
    const answer = await send();
    clearInterval(beating);
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(refused)]);
    expect(beats).toBeGreaterThan(3);
  });

  it('is never sent to a list that somebody wrote into', async () => {
    const forged = `insert into oversight.recipient select agency_id, serial + 100, statement, signature, signed_by, at
      from oversight.recipient where serial = 1`;
    await hands.rows(forged);
    expect(await (await world.app.request(PATH)).text()).toContain('tidak dapat dipastikan keasliannya');
    expect(await (await hands.post(PATH, { act: 'send' })).text()).not.toContain('name="what"');
    const staff = await world.signedIn(world.inspector);
    const page = to('oversightChannel', { agency: 'fakfak' });
    expect(await (await world.app.request(page, { headers: staff })).text()).toContain(
      'tidak dapat diperiksa',
    );
    await hands.rows('delete from oversight.recipient where serial >= 100');
  });
});

/** Unpacks to ten megabytes, a form of ten to a hundred. */
function bomb(): Uint8Array<ArrayBuffer> {
  const parts = { '[Content_Types].xml': utf8('<Types/>'), 'word/a.bin': new Uint8Array(10_000_000) };
  return new Uint8Array(zipSync(parts, { level: 1 }));
}

describe('forms of any kind', () => {
  it('are answered without a fault', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom('act', 'what', 'mode', 'case', 'code', 'wait', 'involved', 'topic', 'files', 'saw'),
          fc.oneof(fc.constantFrom('send', 'check', 'write'), fc.string({ unit: 'binary', maxLength: 40 })),
        ),
        async (fields) => {
          expect((await hands.post(PATH, fields)).status).toBeLessThan(500);
        },
      ),
      { numRuns: 60 },
    );
    const bare = await world.app.request(PATH, {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'text/plain' },
    });
    expect(bare.status).toBe(400);
    expect(world.faults).toEqual([]);
  });
});

describe('the page of the channel', () => {
  const page = to('oversightChannel', { agency: 'fakfak' });

  it('shows the address to be printed with the words of the list, closes and opens', async () => {
    const headers = { ...(await world.signedIn(world.inspector)), origin: 'http://localhost' };
    const html = await (await world.app.request(page, { headers })).text();
    expect(html).toContain(PATH);
    expect(html).toMatch(/<strong class="mono">\w+( \w+){5}<\/strong>/);
    const set = (fields: Record<string, string>) =>
      world.app.request(page, { method: 'POST', headers, body: new URLSearchParams(fields) });
    expect((await set({ act: 'open', keepDays: '3' })).status).toBe(422);
    hands.later(1);
    expect((await set({ act: 'close', keepDays: '730' })).status).toBe(303);
    expect(await (await world.app.request(PATH)).text()).toContain('tidak sedang menerima');
    expect((await sentTo()).status).toBe(409);
    hands.later(1);
    expect((await set({ act: 'open', keepDays: '365' })).status).toBe(303);
    const kinds = await hands.rows(
      `select kind from oversight.event where kind like 'channel.%' order by at`,
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['channel.closed', 'channel.opened']);
  });

  it('is of inspectors to set, and cannot open without a recipient', async () => {
    const leader = { ...(await world.signedIn(world.leader)), origin: 'http://localhost' };
    const body = new URLSearchParams({ act: 'close', keepDays: '365' });
    expect((await world.app.request(page, { method: 'POST', headers: leader, body })).status).toBe(403);
    expect((await world.app.request(page, { headers: leader })).status).toBe(200);
  });

  const sentTo = () => world.app.request(SEND, { headers: { accept: 'application/json' } });
});
