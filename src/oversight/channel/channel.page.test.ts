import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { to, urls } from '../../urls.ts';
import { abusePages, PROOF_HEADER } from '../abuse/index.ts';
import { solve } from '../abuse/solve.ts';
import { recipientsAt } from '../recipients/index.ts';
import {
  FILE_PART,
  fromText,
  fromUtf8,
  newRandomId,
  newReturnCode,
  openCaseKeys,
  openPart,
  openSealed,
  type Recipient,
  sealPart,
} from '../seal/index.ts';
import { keysOfCode } from '../test-report.ts';
import { type KeyedStaff, type OversightWorld, openOversightWorld, START } from '../test-world.ts';
import { channelPages } from './index.ts';
import { notesOf, type SealedReport, sealReport, type Written } from './sealed-report.ts';
import { toWire } from './wire.ts';

let world: OversightWorld;
let recipients: Recipient[];
const PATH = to('reportAgency', { agency: 'fakfak' });
const SEND = to('reportSend', { agency: 'fakfak' });
const FILE = to('reportFile', { agency: 'fakfak' });
/** Words that must be found nowhere. */
const PLANTED = 'kalimantanpisang-rahasia';

beforeAll(async () => {
  world = await openOversightWorld();
  abusePages(world.app, world.platform);
  channelPages(world.app, world.platform);
  recipients = await recipientsAt(world.db.pool, 'fakfak');
});
afterAll(() => world.close());

const post = (
  path: string,
  fields: Record<string, string | string[]>,
  headers: Record<string, string> = {},
) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) body.append(name, one);
  return world.app.request(path, { method: 'POST', body, headers });
};
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const rows = async (sql: string, params: unknown[] = []) => (await world.db.pool.query(sql, params)).rows;
const later = (seconds: number) => world.setClock(new Date(world.platform.now().getTime() + seconds * 1000));

/** Form, wait, send; as a browser without script does. */
async function sentPlain(fields: Record<string, string | string[]>) {
  const html = await (await post(PATH, { act: 'write' })).text();
  const ticket = { case: hidden(html, 'case'), code: hidden(html, 'code'), wait: hidden(html, 'wait') };
  later(10);
  const all = { act: 'send', ...ticket, mode: 'anonymous', what: `Terjadi ${PLANTED}`, ...fields };
  return { ticket, all, answer: await post(PATH, all) };
}

/** What the inspector's browser makes of a case. */
async function opened(who: KeyedStaff, caseId: string) {
  const [access] = await rows(
    'select sealed, given_by from oversight.case_access where case_id = $1 and key_id = $2',
    [caseId, who.keyId],
  );
  if (!access) return null;
  const at = { agency: 'fakfak', case: caseId, from: 'reporter' };
  const keys = await openCaseKeys(
    access.sealed,
    { keyId: who.keyId, privateKey: who.key.seal.privateKey },
    at,
  );
  const messages = await rows('select * from oversight.message where case_id = $1 order by n', [caseId]);
  const open = async ({ audience, sealed }: { audience: string; sealed: Buffer }) => {
    const bound = {
      ...at,
      purpose: audience as 'dialogue',
      to: audience === 'identity' ? `key:${who.keyId}` : 'dialogue',
    };
    const key = audience === 'identity' ? who.key.seal.privateKey : keys.dialogue.privateKey;
    return JSON.parse(fromUtf8(await openSealed(key, sealed, bound)));
  };
  return { keys, messages, texts: await Promise.all(messages.map((one) => open(one).catch(() => null))) };
}

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

  it('check by the guide and never stop anybody', async () => {
    const ask = async (saw: string) => (await post(PATH, { act: 'check', saw })).text();
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
    const html = await (await post(PATH, { act: 'write', topic: 'tim-sukses' })).text();
    expect(html).toContain('terbaca sebentar di ingatan peladen');
    expect(html).toContain(world.inspector.name);
    const { ticket, answer } = await sentPlain({ name: 'Terlapor Contoh', topic: 'tim-sukses' });
    const done = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    for (const word of ticket.code.split(' ')) expect(done).toContain(`<li>${word}</li>`);
    const [file] = await rows('select * from oversight.case_file where id = $1', [ticket.case]);
    expect(file).toMatchObject({ sealed_in: 'server', mode: 'anonymous', origin: 'report' });
    const seen = await opened(world.inspector, ticket.case);
    expect(seen?.texts[0]).toMatchObject({
      what: `Terjadi ${PLANTED}`,
      who: { name: 'Terlapor Contoh' },
      topic: 'tim-sukses',
    });
    expect(await opened(world.leader, ticket.case)).toBeNull();
    const [box] = await rows('select * from oversight.mailbox where case_id = $1', [ticket.case]);
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
    const { ticket, all } = await sentPlain({});
    const again = await Promise.all([post(PATH, all), post(PATH, all)]);
    for (const answer of again)
      expect(await answer.text()).toContain(`<li>${ticket.code.split(' ')[0]}</li>`);
    expect(await rows('select 1 from oversight.message where case_id = $1', [ticket.case])).toHaveLength(1);
  });

  it('is too early at once, and keeps what was typed', async () => {
    const html = await (await post(PATH, { act: 'write' })).text();
    const ticket = { case: hidden(html, 'case'), code: hidden(html, 'code'), wait: hidden(html, 'wait') };
    const answer = await post(PATH, { act: 'send', ...ticket, mode: 'anonymous', what: 'Terlalu cepat <b>' });
    const text = await answer.text();
    expect(answer.status).toBe(429);
    expect(text).toContain('Terlalu cepat &lt;b>');
    expect(hidden(text, 'wait')).toBe(ticket.wait);
  });

  it.each([
    ['what', { what: ' ' }],
    ['mode', { mode: 'lain' }],
    ['ownName', { mode: 'identified', ownName: '' }],
    ['what', { what: 'a'.repeat(59_000) }],
  ])('asks again for %s, everything kept', async (field, fields) => {
    const { answer, ticket } = await sentPlain({ where: 'Balai Contoh', ...fields });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(`href="#f-${field}"`);
    expect(html).toContain('value="Balai Contoh"');
    expect(await rows('select 1 from oversight.case_file where id = $1', [ticket.case])).toEqual([]);
  });

  it('keeps a name from all but the custodian, or gives it to all, as wanted', async () => {
    const mine = { ownName: 'Pelapor Contoh', contact: 'surat' };
    const hiddenName = await sentPlain({ mode: 'confidential', ...mine });
    const kept = await opened(world.inspector, hiddenName.ticket.case);
    expect(kept?.texts.map((text) => text?.format ?? null)).toEqual(['ikrar/report/v1', null]);
    expect((await opened(world.second, hiddenName.ticket.case))?.texts[1]).toMatchObject({
      name: 'Pelapor Contoh',
    });
    const open = await sentPlain({ mode: 'identified', ...mine });
    expect((await opened(world.inspector, open.ticket.case))?.texts[1]).toMatchObject({ contact: 'surat' });
    const none = await sentPlain({ mode: 'anonymous', ...mine });
    expect((await opened(world.inspector, none.ticket.case))?.messages).toHaveLength(1);
  });

  it('gives no key to who is ticked as involved, and recuses them', async () => {
    const { ticket } = await sentPlain({ involved: [world.inspector.accountId, world.leader.accountId] });
    expect(await opened(world.inspector, ticket.case)).toBeNull();
    expect((await opened(world.second, ticket.case))?.texts[0]).toMatchObject({ who: { name: '' } });
    const recused = await rows('select account_id, why from oversight.recusal where case_id = $1', [
      ticket.case,
    ]);
    expect(new Set(recused.map((row) => row.account_id))).toEqual(
      new Set([world.inspector.accountId, world.leader.accountId]),
    );
    expect(recused[0]?.why).toBe('reporter-asked');
    const nobody = await sentPlain({ involved: [world.inspector.accountId, world.second.accountId] });
    expect([nobody.answer.status, await nobody.answer.text()]).toEqual([
      422,
      expect.stringContaining('sbt.bkn.go.id'),
    ]);
  });

  it('cleans files, seals them in parts, and keeps the original only where that is wanted', async () => {
    const html = await (await post(PATH, { act: 'write' })).text();
    later(10);
    const form = new FormData();
    const fields = { act: 'send', mode: 'anonymous', what: 'Dengan berkas' };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const name of ['case', 'code', 'wait']) form.append(name, hidden(html, name));
    form.append('files', new File([`catatan ${PLANTED}`], `${PLANTED}.txt`, { type: 'text/plain' }));
    const answer = await world.app.request(PATH, { method: 'POST', body: form });
    expect(answer.status).toBe(200);
    const caseId = hidden(html, 'case');
    const text = (await opened(world.inspector, caseId))?.texts[0];
    expect(text.files).toMatchObject([{ name: 'berkas-1.txt', parts: 1, stripped: true }]);
    const [part] = await rows('select sealed from oversight.file_part where case_id = $1', [caseId]);
    expect(part.sealed).toHaveLength(FILE_PART + 16);
    const [note] = text.files;
    const plain = openPart({ ...note, key: fromText(note.key) }, 0, part.sealed);
    expect(fromUtf8(plain)).toBe(`catatan ${PLANTED}`);
  });
});

describe('with script', () => {
  const WRITTEN: Written = {
    report: { what: PLANTED, who: { name: '', post: '', unit: '' }, when: '', where: '', how: '' },
    mode: 'anonymous',
    identity: { name: '', contact: '' },
    involved: [],
  };

  async function sealed(written: Partial<Written> = {}, bytes: Uint8Array[] = [], list = recipients) {
    const code = newReturnCode();
    const caseId = newRandomId();
    const notes = notesOf(
      bytes.map((one) => ({ bytes: one, name: 'a', type: 'b/c', stripped: true })),
      newRandomId,
    );
    const place = { agency: 'fakfak', caseId };
    const all = notes.map(({ note }) => note);
    const report = await sealReport(place, { ...WRITTEN, ...written }, all, list, await keysOfCode(code));
    return { report, notes };
  }

  async function proof(subject: string, weight = 1) {
    const asked = `${urls.reportPuzzle}?untuk=report&lembaga=fakfak&berat=${weight}`;
    return solve((await (await world.app.request(asked)).json()) as never, subject);
  }

  const sent = async (report: SealedReport, change: object = {}, made?: string) =>
    world.app.request(SEND, {
      method: 'POST',
      body: JSON.stringify({ ...toWire(report), ...change }),
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'ikrar-case': report.caseId,
        [PROOF_HEADER]: made ?? (await proof(`report:${report.caseId}`)),
      },
    });

  it('hands out the chain as it stands, and takes a sealed report once', async () => {
    const answer = await world.app.request(SEND, { headers: { accept: 'application/json' } });
    const { chain } = (await answer.json()) as { chain: unknown[] };
    expect(chain).toHaveLength(4);
    const { report } = await sealed();
    const made = await proof(`report:${report.caseId}`);
    const answers = [await sent(report, {}, made), await sent(report, {}, made), await sent(report)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(await Promise.all(answers.map((one) => one.text())))).toEqual(
      new Set(['{"day":"2024-09-18"}']),
    );
    expect(answers[0]?.headers.get('set-cookie')).toBeNull();
    expect((await opened(world.second, report.caseId))?.texts[0]).toMatchObject({ what: PLANTED });
    const events = await rows('select kind, actor, at from oversight.event where case_id = $1', [
      report.caseId,
    ]);
    expect(events.map(({ kind }) => kind).sort()).toEqual(['case.received', 'case.step']);
    expect(events.every(({ at, actor }) => actor === 'reporter' && at.getTime() % 86_400_000 === 0)).toBe(
      true,
    );
  });

  it('takes the parts of a file, each once, of that report alone', async () => {
    const bytes = new Uint8Array(FILE_PART + 5).fill(7);
    const { report, notes } = await sealed({}, [bytes]);
    await sent(report);
    const key = notes[0]!.key;
    const made = await proof(`file:${report.caseId}:${key.id}`, 2);
    const part = (n: number, body: Uint8Array, headers: Record<string, string> = {}) =>
      world.app.request(FILE, {
        method: 'POST',
        body: body as BodyInit,
        headers: {
          ...{ 'content-type': 'application/octet-stream', accept: 'application/json' },
          ...{ 'content-length': String(body.length), 'ikrar-case': report.caseId, 'ikrar-file': key.id },
          ...{ 'ikrar-part': String(n), [PROOF_HEADER]: made, ...headers },
        },
      });
    const first = sealPart(key, 0, bytes.subarray(0, FILE_PART));
    const statuses = [];
    for (const answer of [
      part(0, first),
      part(0, first),
      part(1, sealPart(key, 1, bytes.subarray(FILE_PART))),
      part(0, sealPart(key, 1, bytes.subarray(FILE_PART))),
      part(2, first),
      part(1, first.subarray(1)),
      part(0, first, { 'ikrar-file': newRandomId() }),
      part(0, first, { 'ikrar-case': 'x' }),
    ])
      statuses.push((await answer).status);
    expect(statuses).toEqual([200, 200, 200, 409, 400, 400, 403, 400]);
    expect(await rows('select 1 from oversight.file_part where case_id = $1', [report.caseId])).toHaveLength(
      2,
    );
  });

  it('refuses receivers that are not in the chain, or were left out by the reporter', async () => {
    const { report } = await sealed();
    const stranger = { ...report.access[0], keyId: newRandomId(), sealed: toWire(report).access[0]?.sealed };
    const wire = toWire(report).access;
    expect((await sent(report, { access: [...wire, stranger] })).status).toBe(409);
    expect((await sent(report, { involved: [world.inspector.accountId] })).status).toBe(409);
    expect((await sent(report, { involved: ['lain'] })).status).toBe(409);
    expect((await sent(report, { access: [] })).status).toBe(400);
    expect(await rows('select 1 from oversight.case_file where id = $1', [report.caseId])).toEqual([]);
    const custodian = await sealed({ mode: 'confidential', identity: { name: 'Pelapor', contact: '' } });
    const open = { identity: toWire(custodian.report).identity.map((one) => ({ ...one, keyId: null })) };
    expect((await sent(custodian.report, open)).status).toBe(400);
  });

  it('refuses another text under a case that is there', async () => {
    const { report } = await sealed();
    await sent(report);
    const { text } = (await sealed()).report;
    expect((await sent({ ...report, text })).status).toBe(409);
  });

  it('answers any body without a fault, and stores none of it', async () => {
    const { report } = await sealed();
    const made = await proof(`report:${report.caseId}`);
    const good = toWire(report);
    const before = await rows('select count(*) from oversight.case_file');
    const names = Object.keys(good);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.jsonValue(), async (name, value) => {
        fc.pre(JSON.stringify((good as Record<string, unknown>)[name]) !== JSON.stringify(value));
        fc.pre(!(name === 'files' || name === 'involved') || !Array.isArray(value) || value.length > 0);
        const { status } = await sent(report, { [name]: value }, made);
        expect([400, 409, 422, 429]).toContain(status);
      }),
      { numRuns: 15 },
    );
    for (const body of ['', '{', '[]', '"', 'null', '\0', 'a'.repeat(1_100_000)]) {
      const headers = { 'content-type': 'application/json', 'ikrar-case': newRandomId() };
      const answer = await world.app.request(SEND, { method: 'POST', body, headers });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
    expect(await rows('select count(*) from oversight.case_file')).toEqual(before);
    expect(world.faults).toEqual([]);
  });
});

describe('forms of any kind', () => {
  it('are answered without a fault', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom('act', 'what', 'mode', 'case', 'code', 'wait', 'involved', 'topic', 'files', 'saw'),
          fc.oneof(fc.constantFrom('send', 'check', 'write'), fc.string({ unit: 'binary', maxLength: 40 })),
        ),
        async (fields) => {
          expect((await post(PATH, fields)).status).toBeLessThan(500);
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

it('leaves nothing of what was written in any table or line of the log', async () => {
  const tables = await rows(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const [hex, encoded] = [
    Buffer.from(PLANTED).toString('hex'),
    Buffer.from(PLANTED).toString('base64').slice(0, 20),
  ];
  for (const { name } of tables) {
    const [{ text }] = await rows(`select coalesce(string_agg(t::text, ' '), '') as text from ${name} t`);
    for (const trace of [PLANTED, hex, encoded])
      expect(text.includes(trace), `${name}: ${trace}`).toBe(false);
  }
  expect(world.faults.join()).not.toContain(PLANTED);
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
    later(1);
    expect((await set({ act: 'close', keepDays: '730' })).status).toBe(303);
    expect(await (await world.app.request(PATH)).text()).toContain('tidak sedang menerima');
    expect((await sentTo()).status).toBe(409);
    later(1);
    expect((await set({ act: 'open', keepDays: '365' })).status).toBe(303);
    const kinds = await rows(`select kind from oversight.event where kind like 'channel.%' order by at`);
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
