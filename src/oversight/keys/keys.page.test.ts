import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { to } from '../../urls.ts';
import {
  newRandomId,
  newSeed,
  staffKey,
  toText,
  type Wrap,
  wrapByEscrow,
  wrapByPasskey,
  wrapByPassphrase,
} from '../seal/index.ts';
import { nodeSlowHash } from '../slow-hash.ts';
import { type OversightWorld, openOversightWorld, type TestStaff } from '../test-world.ts';
import { keyDataPage, ownKeysPage } from './index.ts';
import type { KeyData } from './key-data.ts';

let world: OversightWorld;
const DATA = to('oversightKeyData', { agency: 'fakfak' });
const PAGE = to('oversightKeys', { agency: 'fakfak' });

beforeAll(async () => {
  world = await openOversightWorld();
  ownKeysPage(world.app, world.platform);
  keyDataPage(world.app, world.platform);
});
afterAll(() => world.close());

type Somebody = Pick<TestStaff, 'accountId'>;
const get = async (who: Somebody, path = DATA) =>
  world.app.request(path, { headers: await world.signedIn(who) });
const dataOf = async (who: Somebody) => (await (await get(who)).json()) as KeyData;
async function send(who: Somebody, change: object | string): Promise<[number, string]> {
  const headers = {
    ...(await world.signedIn(who)),
    'content-type': 'application/json',
    accept: 'application/json',
  };
  const body = typeof change === 'string' ? change : JSON.stringify(change);
  const answer = await world.app.request(DATA, {
    method: 'POST',
    body,
    headers: { ...headers, origin: 'http://localhost' },
  });
  return [answer.status, ((await answer.json()) as { code?: string }).code ?? ''];
}
const posted = ({ way, params, sealed }: Wrap) => ({ way, params, sealed: toText(sealed) });
const plainWrap = (keyId: string) =>
  wrapByPasskey(newSeed(), { agency: 'fakfak', keyId }, { credential: 'c', salt: newSeed(), prf: newSeed() });

describe('what the server tells and takes of keys', () => {
  it('gives each their own wraps and the list, and nothing of others', async () => {
    const own = await dataOf(world.inspector);
    expect(own.keys.map(({ id }) => id)).toEqual([world.inspector.keyId]);
    expect(own.keys[0]?.wraps.map(({ way }) => way)).toEqual(['passphrase']);
    expect(own.chain).toHaveLength(4);
    const other = await dataOf(world.second);
    expect(JSON.stringify(other.keys)).not.toContain(own.keys[0]?.wraps[0]?.sealed);
    expect(other.tab).not.toBe(own.tab);
    expect((await dataOf(world.inspector)).tab).not.toBe(own.tab);
  });

  it.each(['officer', 'operator', 'auditor'] as const)('is closed to the %s', async (role) => {
    const who = await world.newStaff(role);
    expect([(await get(who)).status, (await get(who, PAGE)).status]).toEqual([403, 403]);
    expect((await send(who, { act: 'end', keyId: world.inspector.keyId, wrapId: newRandomId() }))[0]).toBe(
      403,
    );
  });

  it('is closed to those of another institution and to nobody in particular', async () => {
    const who = await world.newStaff('inspector', { agencyId: 'fakfak' });
    const elsewhere = to('oversightKeyData', { agency: 'lain' });
    expect((await get(who, elsewhere)).status).toBe(403);
    expect((await world.app.request(DATA, { headers: { accept: 'application/json' } })).status).toBe(401);
  });

  it('takes a key once, and no wrap for a key of somebody else', async () => {
    const who = await world.newStaff('leader');
    const [id, key] = [newRandomId(), await staffKey(newSeed())];
    const owner = { agency: 'fakfak', keyId: id };
    const wraps = [
      posted(await wrapByPassphrase(key.seed, owner, 'satu dua tiga empat', nodeSlowHash)),
      posted(plainWrap(id)),
    ];
    const make = {
      act: 'make',
      id,
      sealPublic: toText(key.seal.publicKey),
      signPublic: toText(key.sign.publicKey),
      wraps,
    };
    expect(await send(who, make)).toEqual([200, '']);
    expect(await send(who, make)).toEqual([409, 'ownKeys.idTaken']);
    const [first, second] = (await dataOf(who)).keys[0]?.wraps ?? [];
    const foreign = { act: 'wrap', keyId: id, wrap: posted(plainWrap(id)), ends: [] };
    expect(await send(world.inspector, foreign)).toEqual([403, 'ownKeys.notYours']);
    const end = (wrapId = '') => ({ act: 'end', keyId: id, wrapId });
    expect(await send(world.inspector, end(first?.id))).toEqual([403, 'ownKeys.notYours']);
    expect(await send(who, end(first?.id))).toEqual([200, '']);
    expect(await send(who, end(second?.id))).toEqual([409, 'ownKeys.lastWay']);
    expect((await dataOf(who)).keys[0]?.wraps.map(({ id: one }) => one)).toEqual([second?.id]);
  });

  it('lets recovery words be added by whoever keeps the key, and by nobody who does not', async () => {
    const { keyId, key, agencyId } = await world.newKeyed('inspector');
    const words = {
      ...posted(plainWrap(keyId)),
      way: 'recovery',
      params: { salt: 'A'.repeat(22), memory: 65_536, passes: 3 },
    };
    const back = { act: 'wrap', keyId, wrap: words, ends: [] };
    expect(await send(world.second, back)).toEqual([403, 'ownKeys.notYours']);
    const holder = { keyId: world.second.keyId, publicKey: world.second.key.seal.publicKey };
    const kept = await wrapByEscrow(key.seed, { agency: agencyId, keyId }, holder);
    const row = [
      agencyId,
      keyId,
      newRandomId(),
      'escrow',
      kept.params,
      kept.sealed,
      'account:x',
      world.platform.now(),
    ];
    await world.db.pool.query('insert into oversight.key_wrap values ($1, $2, $3, $4, $5, $6, $7, $8)', row);
    expect((await dataOf(world.second)).held.map((one) => one.keyId)).toEqual([keyId]);
    expect(await send(world.second, back)).toEqual([200, '']);
    expect(await send(world.second, { ...back, wrap: posted(plainWrap(keyId)) })).toEqual([
      403,
      'ownKeys.notYours',
    ]);
    const html = await (await get(world.second, PAGE)).text();
    expect(html).toContain('Kunci rekan yang dititipkan');
  });

  it.each<[string, object | string]>([
    ['no JSON', 'bukan'],
    [
      'a cheap hash',
      {
        act: 'wrap',
        keyId: '0'.repeat(16),
        ends: [],
        wrap: {
          way: 'passphrase',
          params: { salt: 'A'.repeat(22), memory: 8, passes: 1 },
          sealed: 'A'.repeat(82),
        },
      },
    ],
    [
      'a seed of another length',
      {
        act: 'wrap',
        keyId: '0'.repeat(16),
        ends: [],
        wrap: { way: 'passkey', params: { credential: 'c', salt: 'A'.repeat(43) }, sealed: 'AAAA' },
      },
    ],
    ['something more', { act: 'end', keyId: '0'.repeat(16), wrapId: '0'.repeat(16), seed: 'x' }],
  ])('refuses %s', async (_, change) => {
    expect(await send(world.inspector, change)).toEqual([400, 'ownKeys.unreadable']);
  });
});
