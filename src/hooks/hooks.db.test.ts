import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClientBase } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSigningWorld, type SigningWorld, signAs } from '../../test/signing-world.ts';
import { many, transaction } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { isSignedBy } from '../platform/hook-signature.ts';
import type { Platform } from '../platform/platform.ts';
import { GIVE_UP_MS, nextTry } from './backoff.ts';
import { deliveriesOf, hookOf, hooksOf, makeHook, replaceSecret, replay, setState, sql } from './hooks.ts';
import type { Kind } from './kinds.ts';
import { sendDue, startHooks } from './send.ts';

interface Got {
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

let site: SigningWorld;
let platform: Platform;
let clock: Date;
let receiver: Server;
let address: string;
let got: Got[];
/** What the receiver does next; 204 by itself. */
let answer: (response: ServerResponse, request: Got) => void;

beforeAll(async () => {
  site = await openSigningWorld();
  clock = site.platform.now();
  platform = { ...site.platform, now: () => clock, config: { ...site.platform.config, privateHooks: true } };
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const one = { path: request.url ?? '', headers: request.headers, body };
    got.push(one);
    answer(response, one);
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await site.close();
});
beforeEach(() => {
  got = [];
  answer = (response) => void response.writeHead(204).end();
});
afterEach(async () => {
  for (const { id, state } of await hooksOf(site.db.pool, 'fakfak'))
    if (state !== 'ended') await inOne((client) => setState(client, of(id), 'ended', clock));
});

const inOne = <T>(work: (client: ClientBase) => Promise<T>) => transaction(site.db.pool, work);
const of = (hookId: string) => ({ agencyId: 'fakfak', hookId, by: 'account:uji' });
const make = (kinds: readonly Kind[], path = '/') =>
  inOne((client) =>
    makeHook(client, platform, { agencyId: 'fakfak', address: address + path, kinds, by: 'uji' }, clock),
  );
const event = (kind = 'campaign.opened', agencyId = 'fakfak') =>
  inOne((client) =>
    happened(client, {
      agencyId,
      at: clock,
      actor: 'system',
      kind,
      subject: 's1',
      data: { name: 'Rahasia' },
    }),
  );
const send = () => sendDue({ platform, ending: new AbortController().signal });
const later = (ms: number) => {
  clock = new Date(clock.getTime() + ms);
};
const last = async (id: string) => (await deliveriesOf(site.db.pool, 'fakfak', id, 10))[0];

describe('a hook', () => {
  it('is told of what it asked for, signed, and of nothing but kind, ids and time', async () => {
    const { id, secret } = await make(['campaign']);
    await event();
    await event('account.added');
    await event('campaign.opened', 'asing');
    expect(await send()).toBe(1);
    expect(got).toHaveLength(1);
    const { headers, body } = got[0] as Got;
    expect(Object.keys(JSON.parse(body))).toEqual(['id', 'kind', 'agency', 'subject', 'at']);
    expect(body).not.toContain('Rahasia');
    expect(headers['ikrar-event-id']).toBe(JSON.parse(body).id);
    const now = Math.floor(clock.getTime() / 1000);
    const signature = String(headers['ikrar-signature']);
    expect(isSignedBy(secret, signature, body, now)).toBe(true);
    expect(isSignedBy(secret, signature, `${body} `, now)).toBe(false);
    expect(isSignedBy(secret, signature, body, now + 600)).toBe(false);
    expect(await last(id)).toMatchObject({ outcome: 'delivered', lastCode: '204', tries: 1 });
  });

  it('is told nothing of a change that was not kept', async () => {
    await make(['campaign']);
    const undone = inOne(async (client) => {
      await happened(client, {
        agencyId: 'fakfak',
        at: clock,
        actor: 'system',
        kind: 'campaign.opened',
        subject: 'x',
      });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(await send()).toBe(0);
  });

  it('waits while it is paused, and gets nothing once it has ended', async () => {
    const { id } = await make(['campaign']);
    await inOne((client) => setState(client, of(id), 'paused', clock));
    await event();
    expect(await send()).toBe(0);
    later(1);
    await inOne((client) => setState(client, of(id), 'active', clock));
    expect(await send()).toBe(1);
    await event();
    await inOne((client) => setState(client, of(id), 'ended', clock));
    await event();
    expect([await send(), (await hookOf(site.db.pool, 'fakfak', id)).waiting]).toEqual([0, 0]);
  });

  it('has two secrets for a day after the first was replaced', async () => {
    const { id, secret } = await make(['campaign']);
    later(1000);
    const second = await inOne((client) => replaceSecret(client, platform, of(id), clock));
    const signedBy = async () => {
      await event();
      await send();
      const { headers, body } = got.at(-1) as Got;
      const now = Math.floor(clock.getTime() / 1000);
      return [secret, second].map((one) => isSignedBy(one, String(headers['ikrar-signature']), body, now));
    };
    expect(await signedBy()).toEqual([true, true]);
    later(25 * 3_600_000);
    expect(await signedBy()).toEqual([false, true]);
  });

  it('keeps its secret out of every table', async () => {
    const { secret } = await make(['campaign']);
    const { rows } = await site.db.pool.query(
      'select h::text, s::text from platform.hook h, platform.hook_secret s',
    );
    expect(JSON.stringify(rows)).not.toContain(secret.slice(4));
  });

  it.each([
    ['http://contoh.go.id/kait', 'hooks.addressForm'],
    ['https://a:b@contoh.go.id', 'hooks.addressForm'],
    ['https://169.254.169.254/latest', 'hooks.addressPrivate'],
    ['https://10.1.2.3/', 'hooks.addressPrivate'],
    ['https://[::ffff:127.0.0.1]/', 'hooks.addressPrivate'],
    ['https://2130706433/', 'hooks.addressPrivate'],
    ['https://localhost/', 'hooks.addressPrivate'],
  ])('may not be %s', async (given, code) => {
    const strict = { ...platform, config: { ...platform.config, privateHooks: undefined } };
    const wish = { agencyId: 'fakfak', address: given, kinds: ['log'] as const, by: 'uji' };
    await expect(inOne((client) => makeHook(client, strict, wish, clock))).rejects.toMatchObject({ code });
  });
});

describe('a receiver that fails', () => {
  it('is tried again, later each time, with the same id, and given up after a day', async () => {
    const { id } = await make(['campaign']);
    answer = (response) => void response.writeHead(500).end('rusak');
    await event();
    const begun = clock.getTime();
    for (let tries = 1; (await last(id))?.outcome === null; tries += 1) {
      await send();
      expect((await last(id))?.tries).toBe(tries);
      expect(await send()).toBe(0);
      clock = (await last(id))?.dueAt ?? clock;
    }
    expect(await last(id)).toMatchObject({ outcome: 'dead', lastCode: '500' });
    expect(got.length).toBeGreaterThan(8);
    expect(new Set(got.map(({ headers }) => headers['ikrar-event-id'])).size).toBe(1);
    expect(clock.getTime()).toBeLessThanOrEqual(begun + GIVE_UP_MS);
    answer = (response) => void response.writeHead(200).end();
    expect(await inOne((client) => replay(client, of(id), null, clock))).toBe(1);
    expect(await send()).toBe(1);
    expect(got.at(-1)?.headers['ikrar-event-id']).toBe(got[0]?.headers['ikrar-event-id']);
  });

  it('is not followed elsewhere', async () => {
    const { id } = await make(['campaign']);
    answer = (response) => void response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
    await event();
    expect(await send()).toBe(0);
    expect(got).toHaveLength(1);
    expect(await last(id)).toMatchObject({ outcome: null, lastCode: '302' });
  });

  it('that hangs keeps no other waiting, and the sender ends at once', async () => {
    let hung = 0;
    answer = (response, { path }) => {
      if (path === '/diam') hung += 1;
      else response.writeHead(204).end();
    };
    const slow = await make(['campaign'], '/diam');
    await make(['campaign'], '/cepat');
    await event();
    const sender = startHooks(platform, () => {}, 10);
    while (hung === 0 || !got.some(({ path }) => path === '/cepat'))
      await new Promise((go) => setTimeout(go, 5));
    later(1);
    await event();
    while (got.filter(({ path }) => path === '/cepat').length < 2)
      await new Promise((go) => setTimeout(go, 5));
    await sender.stop();
    expect(hung).toBe(1);
    expect(await last(slow.id)).toMatchObject({ outcome: null, tries: 0 });
    answer = (response) => void response.writeHead(204).end();
    expect(await send()).toBe(2);
    const toSlow = got.filter(({ path }) => path === '/diam').map(({ headers }) => headers['ikrar-event-id']);
    expect([toSlow.length, toSlow[1]]).toEqual([3, toSlow[0]]);
  });
});

describe('several senders', () => {
  it('send each delivery once between them', async () => {
    await make(['campaign']);
    for (let i = 0; i < 12; i += 1) await event();
    const sent = await Promise.all([send(), send(), send()]);
    expect(sent.reduce((sum, one) => sum + one)).toBe(12);
    expect(new Set(got.map(({ headers }) => headers['ikrar-event-id'])).size).toBe(12);
    expect(got).toHaveLength(12);
  });

  it('send again, with the same id, what one sent who died before it could say so', async () => {
    const { id } = await make(['campaign']);
    await event();
    const lease = new Date(clock.getTime() + 60_000);
    await many(site.db.pool, sql.claim, { agencyId: 'fakfak', hookId: id, now: clock, lease, most: 5 });
    expect(await send()).toBe(0);
    later(61_000);
    expect(await send()).toBe(1);
  });
});

describe('new heads of a log', () => {
  it('nudge once until somebody was told, then again', async () => {
    const { id } = await make(['log']);
    const campaign = await site.openedCampaign();
    const { dinas, seksi, kecamatan } = site.world.people;
    const grow = async (person: string) => {
      await signAs(site, campaign, person);
      await site.publish();
    };
    await grow(dinas);
    await grow(seksi);
    expect((await hookOf(site.db.pool, 'fakfak', id)).waiting).toBe(1);
    later(60_000);
    expect(await send()).toBe(1);
    expect(JSON.parse(got[0]?.body ?? '')).toMatchObject({ kind: 'log.head', subject: campaign });
    await grow(kecamatan);
    later(1000);
    expect(await send()).toBe(1);
  });
});

describe('how long one waits', () => {
  it('doubles from half a minute to four hours, and ends within a day', () => {
    const begun = new Date(0);
    const waits = [1, 2, 3, 8, 12].map((tries) => nextTry(tries, begun, begun, 0.5)?.getTime());
    expect(waits).toEqual([30_000, 60_000, 120_000, 3_840_000, 14_400_000]);
    expect(nextTry(1, begun, new Date(GIVE_UP_MS), 0)).toBeNull();
  });
});
