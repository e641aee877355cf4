import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealDigest, sealOf } from '../../evidence/index.ts';
import { to } from '../../urls.ts';
import { handOffPages } from '../hand-off/index.ts';
import {
  FILE_PART,
  fileKey,
  newRandomId,
  openSealed,
  sealPart,
  sealTo,
  toText,
  utf8,
} from '../seal/index.ts';
import type { Reported } from '../test-report.ts';
import { type OversightWorld, openOversightWorld, type TestStaff } from '../test-world.ts';
import { papersPages } from './index.ts';
import { KINDS } from './kinds.ts';
import { MOST_SEALINGS } from './seal.ts';

let world: OversightWorld;
let reported: Reported;
const DIGEST = 'ab'.repeat(32);

beforeAll(async () => {
  world = await openOversightWorld();
  papersPages(world.app, world.platform);
  handOffPages(world.app, world.platform);
  reported = await world.report();
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const place = () => ({ agency: world.agencyId, case: reported.caseId });
type Who = Pick<TestStaff, 'accountId'>;

async function get(who: Who, path: string, lang: 'id' | 'en' = 'id') {
  const { cookie } = await world.signedIn(who);
  return world.app.request(path, { headers: { cookie: `${cookie}; bahasa=${lang}` } });
}

async function post(who: Who, path: string, body: unknown) {
  const headers = {
    ...(await world.signedIn(who)),
    'content-type': 'application/json',
    accept: 'application/json',
  };
  return world.app.request(path, { method: 'POST', body: JSON.stringify(body), headers });
}

async function form(who: Who, path: string, body: Record<string, string>) {
  const headers = {
    ...(await world.signedIn(who)),
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost',
  };
  return world.app.request(path, { method: 'POST', body: new URLSearchParams(body), headers });
}

describe.each(['id', 'en'] as const)('pages, %s', (lang) => {
  it('list what the stage needs, and say that texts are drafts', async () => {
    const html = await (await get(world.inspector, to('caseDocuments', place()), lang)).text();
    expect(html).toContain(lang === 'id' ? 'Tanda terima untuk pelapor' : 'Receipt for the reporter');
    expect(html).toContain(lang === 'id' ? 'bukan bentuk resmi' : 'not official forms');
  });

  it.each(KINDS)('have a desk for %s without any field that a form could send', async (kind) => {
    const answer = await get(world.inspector, to('caseDocument', { ...place(), document: kind }), lang);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    const desk = html.slice(html.indexOf('data-paper='), html.indexOf('data-paper-preview'));
    expect(desk).not.toMatch(/<(input|textarea|select)[^>]* name=/);
    expect(desk).not.toContain('<form');
    expect(desk).toContain('<fieldset disabled');
    expect(html).not.toContain(reported.report.who.name);
  });

  it('hand over by hand, with links and sources', async () => {
    const html = await (await get(world.inspector, to('caseHandOff', place()), lang)).text();
    expect(html).toContain('https://sbt.bkn.go.id/');
    expect(html).toContain(lang === 'id' ? 'Tidak ada yang dikirim' : 'Nothing is sent');
    expect(html).not.toContain(reported.report.who.name);
  });
});

describe('who has no access to the case', () => {
  it.each(['caseDocuments', 'caseHandOff'] as const)('is told alike on %s', async (name) => {
    const [head, colleague] = [world.leader, await world.newKeyed('inspector')];
    const unknown = { agency: world.agencyId, case: newRandomId() };
    for (const who of [head, colleague]) {
      for (const at of [place(), unknown]) {
        expect((await get(who, to(name, at))).status).toBe(404);
        const bodies = [
          { act: 'seal', kind: 'team', digest: DIGEST },
          { destination: 'bkn', digest: DIGEST },
        ];
        for (const body of bodies) expect((await post(who, to(name, at), body)).status).toBe(404);
      }
    }
    for (const role of ['officer', 'operator', 'auditor'] as const)
      expect((await get(await world.newStaff(role), to(name, place()))).status).toBe(403);
    expect((await world.app.request(to(name, place()))).status).toBe(401);
  });

  it('has nothing sealed, and no word of it stands anywhere', async () => {
    const count = async () =>
      (await world.db.pool.query(`select count(*)::int as n from oversight.event where kind = 'case.sealed'`))
        .rows[0].n;
    const before = await count();
    await post(await world.newKeyed('inspector'), to('caseDocuments', place()), {
      act: 'seal',
      kind: 'team',
      digest: DIGEST,
    });
    expect(await count()).toBe(before);
  });
});

describe('sealing', () => {
  it('answers a digest with the container of the institution, and writes it down', async () => {
    const answer = await post(world.inspector, to('caseDocuments', place()), {
      act: 'seal',
      kind: 'team',
      digest: DIGEST,
    });
    const { container } = (await answer.json()) as { container: string };
    const { signer } = await sealOf(world.platform, world.agencyId);
    expect(container).toHaveLength((await sealDigest(signer, Buffer.from(DIGEST, 'hex'))).length);
    expect(container).toContain(DIGEST);
    const { rows } = await world.db.pool.query(
      `select actor, data from oversight.event where kind = 'case.sealed' and case_id = $1`,
      [reported.caseId],
    );
    expect(rows).toEqual([
      { actor: `account:${world.inspector.accountId}`, data: { kind: 'team', digest: DIGEST } },
    ]);
  });

  it.each([
    { act: 'seal', kind: 'team', digest: 'ab' },
    { act: 'seal', kind: 'pakta', digest: DIGEST },
    { act: 'seal', kind: 'team', digest: DIGEST.toUpperCase() },
    { act: 'other' },
    null,
  ])('takes nothing but a SHA-256 of a known kind: %#', async (body) => {
    expect((await post(world.inspector, to('caseDocuments', place()), body)).status).toBe(400);
  });

  it('ends for a day after so many', async () => {
    const { second } = world;
    const path = to('caseDocuments', place());
    const at = new Date('2024-09-18T00:15:00Z');
    for (let n = 0; n < MOST_SEALINGS; n++)
      await world.db.pool.query(
        `insert into oversight.event values ($1, $2, $3, $4, $5, 'case.sealed', $6)`,
        [
          ...[world.agencyId, newRandomId(), reported.caseId, at, `account:${second.accountId}`],
          { kind: 'team', digest: n.toString(16).padStart(64, '0') },
        ],
      );
    expect((await post(second, path, { act: 'seal', kind: 'team', digest: DIGEST })).status).toBe(429);
    const again = { act: 'seal', kind: 'team', digest: '1'.padStart(64, '0') };
    expect((await post(second, path, again)).status).toBe(200);
  });
});

it('keeps a document: two sealed files, one message, and in clear its kind and digest alone', async () => {
  const { inspector, agencyId } = world;
  const [pdf, docx] = [await part(), await part()];
  const from = `account:${inspector.accountId}`;
  const bound = { agency: agencyId, case: reported.caseId, purpose: 'team', from, to: 'team' } as const;
  const words = utf8(JSON.stringify({ format: 'ikrar/message/v1', text: 'Surat', files: [] }));
  const sealed = toText(await sealTo(reported.keys.team.publicKey, words, bound));
  const body = { act: 'store', kind: 'summons-1', digest: DIGEST, pdf, docx, text: null, n: 1, sealed };
  expect((await post(inspector, to('caseDocuments', place()), { ...body, pdf: newRandomId() })).status).toBe(
    422,
  );
  expect((await post(inspector, to('caseDocuments', place()), body)).status).toBe(200);
  const html = await (await get(inspector, to('caseDocuments', place()))).text();
  expect(html).toContain(DIGEST);
  expect(html).toContain(inspector.name);
  expect(html).toContain(`data-paper-pdf="${pdf}"`);
});

async function part(): Promise<string> {
  const key = fileKey(newRandomId(), 10);
  const row = [world.agencyId, reported.caseId, key.id];
  await world.db.pool.query(`insert into oversight.file values ($1, $2, $3, null, 1, '2024-09-18')`, row);
  const sealed = sealPart(key, 0, new Uint8Array(FILE_PART).subarray(0, 10));
  await world.db.pool.query('insert into oversight.file_part values ($1, $2, $3, 0, $4)', [...row, sealed]);
  return key.id;
}

describe('texts of the institution', () => {
  const path = () => to('oversightPapers', { agency: world.agencyId });

  it('are refused with what is wrong, and typed text stays', async () => {
    const answer = await form(world.inspector, path(), {
      kind: 'team',
      act: 'own',
      'text-team': '= SK\n{{nomor}} {{salah}}',
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('tidak ada tempat isian bernama salah');
    expect(html).toContain('{{nomor}} {{salah}}');
  });

  it('count from then on, and the draft note goes; taken back, ours count again', async () => {
    const own = '= SK TIM KAMI\n{{nomor}}\n* {{anggota_tim}}';
    expect((await form(world.inspector, path(), { kind: 'team', act: 'own', 'text-team': own })).status).toBe(
      303,
    );
    const desk = to('caseDocument', { ...place(), document: 'team' });
    const html = await (await get(world.inspector, desk)).text();
    expect(html).toContain('SK TIM KAMI');
    expect(html).not.toContain('Susunan kata bukan bentuk resmi');
    expect((await form(world.inspector, path(), { kind: 'team', act: 'ours' })).status).toBe(303);
    expect(await (await get(world.inspector, desk)).text()).toContain('KEPUTUSAN PEMBENTUKAN TIM PEMERIKSA');
  });

  it('are read by leader and auditor, and changed by inspectors alone', async () => {
    expect((await get(world.leader, path(), 'en')).status).toBe(200);
    expect((await get(await world.newStaff('officer'), path())).status).toBe(403);
    expect((await form(world.leader, path(), { kind: 'team', act: 'ours' })).status).toBe(403);
  });
});

describe('a package', () => {
  it('is known by its digest; what came of it is written down, its number sealed to the team', async () => {
    const { inspector, agencyId } = world;
    const path = to('caseHandOff', place());
    const made = await post(inspector, path, { destination: 'bkn', digest: DIGEST });
    const { handOff } = (await made.json()) as { handOff: string };
    const result = { handOff, result: 'submitted', onDate: '2024-09-18', number: 'SBT-2024-000123' };
    expect((await form(inspector, path, { ...result, onDate: '2024-09-19' })).status).toBe(422);
    expect((await form(inspector, path, { ...result, handOff: newRandomId() })).status).toBe(422);
    expect((await form(inspector, path, result)).status).toBe(303);
    const { rows } = await world.db.pool.query('select note, by, result from oversight.hand_off_result');
    expect(rows).toHaveLength(1);
    expect(rows[0].note.includes('SBT-2024')).toBe(false);
    const bound = {
      agency: agencyId,
      case: reported.caseId,
      purpose: 'note',
      from: rows[0].by,
      to: 'team',
    } as const;
    const opened = await openSealed(reported.keys.team.privateKey, new Uint8Array(rows[0].note), bound);
    expect(JSON.parse(new TextDecoder().decode(opened)).text).toBe('SBT-2024-000123');
    const html = await (await get(inspector, path, 'en')).text();
    expect(html).toContain('entered there');
    expect(html).not.toContain('SBT-2024');
  });
});
