import { createHash, createHmac, createPrivateKey } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedIn } from '../../test/planted.ts';
import { tampered } from '../../test/tampering.ts';
import { resetPassword, type Staff } from '../access/index.ts';
import { logKey, originOf, publishAll, rootOf } from '../evidence/index.ts';
import { checkEach } from '../evidence/log/check-installation.ts';
import type { Client } from '../platform/db/index.ts';
import { forAll, transaction } from '../platform/db/index.ts';
import { checkSignatures } from '../signing/index.ts';
import { to } from '../urls.ts';
import { caseSeen } from './cases/seen.ts';
import { OVERSIGHT_LOGS } from './events/log/contents.ts';
import { logCases } from './events/log/round.ts';
import { keyDataPage } from './keys/index.ts';
import { chainOf, recipientsAt } from './recipients/index.ts';
import {
  type Bound,
  chainWords,
  keyPairFrom,
  lookupHash,
  newCaseKeys,
  newKeyPair,
  newRandomId,
  newReturnCode,
  newSeed,
  nextStatement,
  openCaseKeys,
  openSealed,
  openWrap,
  recipientsOf,
  sealCaseKeys,
  sealTo,
  signStatement,
  staffKey,
  toText,
  utf8,
} from './seal/index.ts';
import { nodeSlowHash } from './slow-hash.ts';
import { keysOfCode, type Reported } from './test-report.ts';
import { type OversightWorld, openOversightWorld, PASSPHRASE } from './test-world.ts';

/**
 * Two administrators together: the database with all rights of its owner, and every file of the data directory. What they
 * lack is what people know or hold, and what was in browsers.
 */
const WORDS = {
  what: 'CERITA-rahasia-tanam-1',
  who: 'TERLAPOR-tanam-2',
  where: 'TEMPAT-tanam-3',
  name: 'PELAPOR-tanam-4',
  contact: 'kontak-tanam-5@contoh.example',
  file: 'ISI-BERKAS-tanam-6',
  fileName: 'berkas-tanam-7.png',
  reply: 'BALASAN-tanam-8',
  team: 'CATATAN-TIM-tanam-9',
  own: 'CATATAN-SENDIRI-tanam-10',
  note: 'CATATAN-LANGKAH-tanam-11',
};

interface Sealed {
  sealed: Uint8Array;
  bound: Bound;
}

let site: OversightWorld;
let one: Reported;
let other: Reported;
let values: Sealed[];
beforeAll(async () => {
  site = await openOversightWorld();
  one = await site.report({
    mode: 'confidential',
    identity: { name: WORDS.name, contact: WORDS.contact },
    text: { what: WORDS.what, where: WORDS.where, who: { name: WORDS.who, post: WORDS.who, unit: '' } },
    files: [{ name: WORDS.fileName, type: 'image/png', bytes: utf8(WORDS.file.repeat(99)) }],
  });
  other = await site.report({ text: { what: WORDS.what } });
  await write('dialogue', WORDS.reply, one.keys.dialogue.publicKey, 'dialogue');
  await write('team', WORDS.team, one.keys.team.publicKey, 'team');
  await write('own', WORDS.own, site.inspector.key.seal.publicKey, `key:${site.inspector.keyId}`);
  await note(WORDS.note);
  site.setClock(new Date(site.platform.now().getTime() + 86_400_000));
  await logCases(site.platform);
  await publishAll(site.platform, logKey(site.platform.config, await originOf(site.db.pool)), 'uji');
  values = await sealedValues();
}, 60_000);
afterAll(() => site.close());

const rows = async (sql: string, params: unknown[] = []) => (await site.db.pool.query(sql, params)).rows;
const from = () => `account:${site.inspector.accountId}`;
let n = 10;

async function write(audience: 'dialogue' | 'team' | 'own', text: string, key: Uint8Array, whom: string) {
  const bound: Bound = { agency: site.agencyId, case: one.caseId, purpose: audience, from: from(), to: whom };
  const sealed = await sealTo(
    key,
    utf8(JSON.stringify({ format: 'ikrar/message/v1', text, files: [] })),
    bound,
  );
  const keyId = audience === 'own' ? site.inspector.keyId : null;
  n += 1;
  const row = [site.agencyId, one.caseId, n, audience, from(), keyId, sealed, site.platform.now()];
  await site.db.pool.query('insert into oversight.message values ($1, $2, $3, $4, $5, $6, $7, $8)', row);
}

async function note(text: string): Promise<void> {
  const bound = {
    agency: site.agencyId,
    case: one.caseId,
    purpose: 'note',
    from: from(),
    to: 'team',
  } as const;
  const sealed = await sealTo(one.keys.team.publicKey, utf8(text), bound);
  await site.db.pool.query(
    `insert into oversight.step values ($1, $2, 30, 'study', 'examined', '2024-09-18', '{}', '{}', $3, $4, $5)`,
    [site.agencyId, one.caseId, sealed, from(), site.platform.now()],
  );
}

/** Everything sealed that stands in the database, each with what it is bound to, as its rows tell anybody. */
async function sealedValues(): Promise<Sealed[]> {
  const agency = site.agencyId;
  const messages = await rows('select case_id, audience, sender, key_id, sealed from oversight.message');
  const accesses = await rows('select case_id, key_id, given_by, sealed from oversight.case_access');
  const boxes = await rows('select case_id, sealed_dialogue from oversight.mailbox');
  const notes = await rows('select case_id, by, note from oversight.step where note is not null');
  const bound = (case_: string, purpose: Bound['purpose'], sender: string, whom: string): Bound => ({
    ...{ agency, case: case_, purpose, from: sender, to: whom },
  });
  return [
    ...messages.map((row) => ({
      sealed: row.sealed,
      bound: bound(row.case_id, row.audience, row.sender, row.key_id ? `key:${row.key_id}` : row.audience),
    })),
    ...accesses.map((row) => ({
      sealed: row.sealed,
      bound: bound(row.case_id, 'access', row.given_by, `key:${row.key_id}`),
    })),
    ...boxes.map((row) => ({
      sealed: row.sealed_dialogue,
      bound: bound(row.case_id, 'mailbox', 'reporter', 'reporter'),
    })),
    ...notes.map((row) => ({ sealed: row.note, bound: bound(row.case_id, 'note', row.by, 'team') })),
  ].map(({ sealed, ...rest }) => ({ sealed: new Uint8Array(sealed), ...rest }));
}

const opens = (key: Uint8Array, { sealed, bound }: Sealed) =>
  openSealed(key, sealed, bound).then(
    () => true,
    () => false,
  );

describe('what two administrators read', () => {
  it('of what was reported and written: nothing, in any column of any table', async () => {
    const planted = [...Object.values(WORDS), one.code, other.code, PASSPHRASE];
    const encoded = planted.flatMap((word) => [
      word,
      Buffer.from(word).toString('base64').replace(/=+$/, ''),
      toText(utf8(word)),
    ]);
    expect(await plantedIn(site.db.pool, encoded)).toEqual([]);
    // What is not sealed is found: the search sees what it looks for.
    expect(await plantedIn(site.db.pool, [site.inspector.name])).toContain(
      `access.account: ${site.inspector.name}`,
    );
  });

  it('with every key of the data directory, every secret of the installation and every 32 bytes of the database: nothing', async () => {
    await rootOf(site.platform.config, site.platform.now());
    for (const name of ['abuse', 'mailbox', 'sign-in', 'slip', 'code', 'hooks', 'own-keys'])
      site.platform.secret(name).export();
    const candidates = await secrets();
    expect(candidates.length).toBeGreaterThan(40);
    expect(values.length).toBeGreaterThan(10);
    const opened: string[] = [];
    for (const candidate of candidates)
      for (const key of [candidate, (await keyPairFrom(candidate)).privateKey])
        for (const value of values) if (await opens(key, value)) opened.push(JSON.stringify(value.bound));
    expect(opened).toEqual([]);
    // The right key opens: the search could have found one.
    const team = values.filter(({ bound }) => bound.to === 'team' && bound.case === one.caseId);
    expect(await Promise.all(team.map((value) => opens(one.keys.team.privateKey, value)))).toEqual([
      true,
      true,
    ]);
  }, 60_000);

  it('from the wrapped keys of the staff: nothing without the passphrase', async () => {
    const [row] = await rows('select way, params, sealed from oversight.key_wrap where key_id = $1', [
      site.inspector.keyId,
    ]);
    const wrap = { ...row, sealed: new Uint8Array(row.sealed) };
    const owner = { agency: site.agencyId, keyId: site.inspector.keyId };
    for (const passphrase of ['kata-sandi-contoh', site.inspector.name, site.inspector.keyId])
      await expect(openWrap(wrap, owner, { passphrase }, nodeSlowHash)).rejects.toMatchObject({
        code: 'not-for-us',
      });
    expect(await openWrap(wrap, owner, { passphrase: PASSPHRASE }, nodeSlowHash)).toEqual(
      site.inspector.key.seed,
    );
  });
});

/** 32 bytes each: files, keys in them, digests and MACs of them, and every value of that length in the database. */
async function secrets(): Promise<Uint8Array[]> {
  const found: Buffer[] = [];
  const files = filesBelow(site.platform.config.dataDir).map((path) => readFileSync(path));
  for (const file of files) {
    const text = file.toString('utf8');
    found.push(
      file.subarray(0, 32),
      Buffer.from(text, 'base64').subarray(0, 32),
      sha256(file),
      sha256(text.trim()),
    );
    for (const label of ['ikrar/sealed-report/v1', 'oversight', site.agencyId, one.caseId])
      found.push(createHmac('sha256', Buffer.from(text, 'base64')).update(label).digest());
    const pem = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----/.exec(
      text.replaceAll('\\n', '\n'),
    );
    const { d } = pem ? createPrivateKey(pem[0]).export({ format: 'jwk' }) : {};
    if (d) found.push(Buffer.from(d, 'base64url'));
  }
  for (const { table, column } of await rows(
    `select format('%I.%I', table_schema, table_name) as table, column_name as column from information_schema.columns
     where data_type = 'bytea' and table_schema not in ('pg_catalog', 'information_schema')`,
  )) {
    const sql = `select distinct ${column} as v from ${table} where length(${column}) = 32 limit 20`;
    for (const { v } of await rows(sql)) found.push(v);
  }
  return found.filter(({ length }) => length === 32).map((bytes) => new Uint8Array(bytes));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}

function sha256(bytes: Buffer | string): Buffer {
  return createHash('sha256').update(bytes).digest();
}

describe('what two administrators try', () => {
  const checked = async (client: Client) => {
    const key = logKey(site.platform.config, await originOf(client));
    const check = { client, key, signatures: checkSignatures, others: OVERSIGHT_LOGS };
    return (await checkEach(check, null, () => {})).flatMap(({ difference }) => difference?.code ?? []);
  };
  const recipients = (client: Client) =>
    recipientsAt(client, site.agencyId).then(
      (list) => list.map(({ keyId }) => keyId),
      (error) => error.code,
    );

  it('a recipient of their own, without a signature: every browser and the server refuse the list', async () => {
    const mine = await staffKey(newSeed());
    const told = await tampered(
      site.db.pool,
      async (client) => {
        const chain = await chainOf(client as never, site.agencyId);
        const about = {
          ...{ agency: site.agencyId, at: '2024-09-19T00:00:00.000Z' },
          ...({ change: 'add', role: 'recipient' } as const),
          ...{ keyId: newRandomId(), accountId: 'pengelola', label: 'Pengelola' },
          ...{ sealPublic: toText(mine.seal.publicKey), signPublic: toText(mine.sign.publicKey) },
        };
        const row = signStatement(nextStatement(chain, about), {
          ...{ keyId: site.inspector.keyId, privateKey: mine.sign.privateKey },
        });
        await client.query('insert into oversight.recipient values ($1, $2, $3, $4, $5, now())', [
          ...[site.agencyId, chain.length, row.statement, row.signature, row.signedBy],
        ]);
      },
      recipients,
    );
    expect(told).toBe('recipients.broken');
  });

  it('another public key for an inspector: reports go on to the one in the signed list, and the log tells', async () => {
    const mine = await newKeyPair();
    const swap = (client: { query(sql: string, params: unknown[]): Promise<unknown> }) =>
      client.query('update oversight.key set seal_public = $1 where id = $2', [
        mine.publicKey,
        site.inspector.keyId,
      ]);
    const list = await tampered(site.db.pool, swap, (client) => recipientsAt(client, site.agencyId));
    const listed = list.find(({ keyId }) => keyId === site.inspector.keyId);
    expect(listed?.sealPublic).toEqual(site.inspector.key.seal.publicKey);
    expect(await tampered(site.db.pool, swap, checked)).toEqual(['event-changed']);
  });

  it('a whole new list that they signed: it holds in itself, so the words of the list and the log tell', async () => {
    const mine = await staffKey(newSeed());
    const keyId = site.inspector.keyId;
    const about = {
      ...({
        agency: site.agencyId,
        at: '2024-09-18T00:15:00.000Z',
        change: 'add',
        role: 'recipient',
        keyId,
      } as const),
      ...{ accountId: site.inspector.accountId, label: site.inspector.name },
      ...{ sealPublic: toText(mine.seal.publicKey), signPublic: toText(mine.sign.publicKey) },
    };
    const row = signStatement(nextStatement([], about), { keyId, privateKey: mine.sign.privateKey });
    expect(recipientsOf(site.agencyId, [row])).toHaveLength(1);
    expect(chainWords([row])).not.toBe(chainWords(await chainOf(site.platform.pool, site.agencyId)));
    const rewrite = async (client: { query(sql: string, params: unknown[]): Promise<unknown> }) => {
      await client.query('delete from oversight.recipient where agency_id = $1 and serial > 0', [
        site.agencyId,
      ]);
      const bytes = [site.agencyId, row.statement, row.signature];
      await client.query(
        'update oversight.recipient set statement = $2, signature = $3 where agency_id = $1',
        bytes,
      );
    };
    expect(await tampered(site.db.pool, rewrite, recipients)).toEqual([keyId]);
    expect((await tampered(site.db.pool, rewrite, checked))[0]).toMatch(/^event-(missing|changed)$/);
  });

  it('an older list brought back: it holds in itself, so the words of the newest and the log tell', async () => {
    const newest = await chainOf(site.platform.pool, site.agencyId);
    const cut = (client: { query(sql: string, params: unknown[]): Promise<unknown> }) =>
      client.query('delete from oversight.recipient where agency_id = $1 and serial = $2', [
        ...[site.agencyId, newest.length - 1],
      ]);
    const older = await tampered(site.db.pool, cut, recipients);
    expect(older).toEqual(recipientsOf(site.agencyId, newest.slice(0, -1)).map(({ keyId }) => keyId));
    expect(chainWords(newest.slice(0, -1))).not.toBe(chainWords(newest));
    expect((await tampered(site.db.pool, cut, checked))[0]).toMatch(/^event-(missing|changed)$/);
  });

  it('an access of their own: the page opens without words, and the log tells', async () => {
    const admin = await site.newKeyed('inspector');
    const receiver = { keyId: admin.keyId, publicKey: admin.key.seal.publicKey };
    const place = { agency: site.agencyId, case: one.caseId, from: `key:${site.inspector.keyId}` };
    const sealed = await sealCaseKeys(await newCaseKeys(), receiver, place);
    const add = (client: { query(sql: string, params: unknown[]): Promise<unknown> }) =>
      client.query('insert into oversight.case_access values ($1, $2, $3, $4, $5, $6, $7)', [
        ...[site.agencyId, one.caseId, admin.keyId, newRandomId(), sealed, site.inspector.keyId],
        new Date('2024-09-19T07:08:09Z'),
      ]);
    const staff = { agencyId: site.agencyId, account: { id: admin.accountId } } as Staff;
    const seen = await tampered(site.db.pool, add, (client) => caseSeen(client, staff, one.caseId));
    expect(seen.id).toBe(one.caseId);
    const keys = await openCaseKeys(sealed, { ...receiver, privateKey: admin.key.seal.privateKey }, place);
    for (const value of values)
      for (const key of [keys.team, keys.dialogue, admin.key.seal])
        expect(await opens(key.privateKey, value)).toBe(false);
    expect(await tampered(site.db.pool, add, checked)).toEqual(['access-unexplained']);
  });

  it('what was sealed, moved to a case or a place that they can open: it does not open there', async () => {
    const moved = values.filter(({ bound }) => bound.case === one.caseId);
    for (const { sealed, bound } of moved) {
      for (const key of [other.keys.team, other.keys.dialogue])
        expect(await opens(key.privateKey, { sealed, bound: { ...bound, case: other.caseId } })).toBe(false);
      for (const change of [
        { case: other.caseId },
        { agency: 'lain' },
        { purpose: 'draft' },
        { from: 'account:y' },
      ])
        for (const key of [one.keys.team, one.keys.dialogue, site.inspector.key.seal])
          expect(await opens(key.privateKey, { sealed, bound: { ...bound, ...change } as Bound })).toBe(
            false,
          );
    }
  }, 60_000);

  it("an inspector's password set anew, and signed in as them: the key stays locked", async () => {
    keyDataPage(site.app, site.platform);
    const { accountId, keyId } = site.second;
    const password = 'sandi baru dari pengelola';
    const reset = { agencyId: site.agencyId, accountId, password, by: 'account:pengelola' };
    await forAll(() =>
      transaction(site.db.pool, (client) => resetPassword(client, reset, site.platform.now())),
    );
    const path = to('oversightKeyData', { agency: site.agencyId });
    const answer = await site.app.request(`http://localhost${path}`, {
      headers: await site.signedIn(site.second),
    });
    expect(answer.status).toBe(200);
    const { keys } = (await answer.json()) as {
      keys: { id: string; wraps: { params: never; sealed: string }[] }[];
    };
    const [wrap] = keys.find(({ id }) => id === keyId)?.wraps ?? [];
    const sealed = new Uint8Array(Buffer.from(wrap?.sealed ?? '', 'base64url'));
    const stored = { way: 'passphrase', params: wrap?.params as never, sealed } as const;
    const owner = { agency: site.agencyId, keyId };
    await expect(openWrap(stored, owner, { passphrase: password }, nodeSlowHash)).rejects.toMatchObject({
      code: 'not-for-us',
    });
    expect(await openWrap(stored, owner, { passphrase: PASSPHRASE }, nodeSlowHash)).toEqual(
      site.second.key.seed,
    );
    const told = await rows('select changed_by from access.password_change where account_id = $1', [
      accountId,
    ]);
    expect(told).toContainEqual({ changed_by: reset.by });
  }, 60_000);

  it('a code that they made up: it finds no mailbox, and opens none', async () => {
    const made = await keysOfCode(newReturnCode());
    const found = await rows('select from oversight.mailbox where lookup_hash = $1', [
      lookupHash(made.lookup),
    ]);
    expect(found).toEqual([]);
    const boxes = values.filter(({ bound }) => bound.purpose === 'mailbox');
    for (const box of boxes) expect(await opens(made.pair.privateKey, box)).toBe(false);
    const own = boxes.find(({ bound }) => bound.case === one.caseId) as Sealed;
    expect(await opens(one.reporter.pair.privateKey, own)).toBe(true);
  });
});
