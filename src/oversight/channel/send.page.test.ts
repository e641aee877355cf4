import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { to, urls } from '../../urls.ts';
import { abusePages, PROOF_HEADER } from '../abuse/index.ts';
import { solve } from '../abuse/solve.ts';
import { recipientsAt } from '../recipients/index.ts';
import { FILE_PART, newRandomId, newReturnCode, type Recipient, sealPart } from '../seal/index.ts';
import { keysOfCode } from '../test-report.ts';
import { type OversightWorld, openOversightWorld } from '../test-world.ts';
import { channelPages } from './index.ts';
import { notesOf, type SealedReport, sealReport, type Written } from './sealed-report.ts';
import { handsOf, PLANTED, SEND } from './test-hands.ts';
import { toWire } from './wire.ts';

const FILE = to('reportFile', { agency: 'fakfak' });
let recipients: Recipient[];

let world: OversightWorld;
let hands: ReturnType<typeof handsOf>;

beforeAll(async () => {
  world = await openOversightWorld();
  abusePages(world.app, world.platform);
  channelPages(world.app, world.platform);
  hands = handsOf(world);
  recipients = await recipientsAt(world.db.pool, 'fakfak');
});
afterAll(() => world.close());

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
    expect((await hands.opened(world.second, report.caseId))?.texts[0]).toMatchObject({ what: PLANTED });
    const events = await hands.rows('select kind, actor, at from oversight.event where case_id = $1', [
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
    const rest = sealPart(key, 1, bytes.subarray(FILE_PART));
    const statuses = [];
    for (const [n, body, headers] of [
      [0, first],
      [0, first],
      [1, rest],
      [0, rest],
      [2, first],
      [1, first.subarray(1)],
      [0, first, { 'ikrar-file': newRandomId() }],
      [0, first, { 'ikrar-case': 'x' }],
    ] as const)
      statuses.push((await part(n, body, headers)).status);
    expect(statuses).toEqual([200, 200, 200, 409, 400, 400, 403, 400]);
    expect(
      await hands.rows('select 1 from oversight.file_part where case_id = $1', [report.caseId]),
    ).toHaveLength(2);
  });

  it('refuses receivers that are not in the chain, or were left out by the reporter', async () => {
    const { report } = await sealed();
    const stranger = { ...report.access[0], keyId: newRandomId(), sealed: toWire(report).access[0]?.sealed };
    const wire = toWire(report).access;
    expect((await sent(report, { access: [...wire, stranger] })).status).toBe(409);
    expect((await sent(report, { involved: [world.inspector.accountId] })).status).toBe(409);
    expect((await sent(report, { involved: ['lain'] })).status).toBe(409);
    expect((await sent(report, { access: [] })).status).toBe(400);
    expect(await hands.rows('select 1 from oversight.case_file where id = $1', [report.caseId])).toEqual([]);
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
    const before = await hands.rows('select count(*) from oversight.case_file');
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
    expect(await hands.rows('select count(*) from oversight.case_file')).toEqual(before);
    expect(world.faults).toEqual([]);
  });
});

it('leaves nothing of what was written in any table or line of the log', async () => {
  expect((await hands.sentPlain({ ownName: PLANTED, mode: 'confidential' })).answer.status).toBe(200);
  const tables = await hands.rows(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const [hex, encoded] = [
    Buffer.from(PLANTED).toString('hex'),
    Buffer.from(PLANTED).toString('base64').slice(0, 20),
  ];
  for (const { name } of tables) {
    const [{ text }] = await hands.rows(
      `select coalesce(string_agg(t::text, ' '), '') as text from ${name} t`,
    );
    for (const trace of [PLANTED, hex, encoded])
      expect(text.includes(trace), `${name}: ${trace}`).toBe(false);
  }
  expect(world.faults.join()).not.toContain(PLANTED);
});
