import * as z from 'zod';
import { type Api, type Caller, describe } from '../platform/api/index.ts';
import { transaction } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import {
  deliveriesOf,
  type Hook,
  hookOf,
  hooksOf,
  makeHook,
  type OfHook,
  replaceSecret,
  replay,
  setState,
} from './hooks.ts';
import { KINDS } from './kinds.ts';

const Listed = z.object({
  id: z.string(),
  address: z.string(),
  kinds: z.array(z.enum(KINDS)),
  state: z.enum(['active', 'paused', 'ended']),
  madeAt: z.iso.datetime(),
  waiting: z.int(),
  failed: z.int(),
});
const Secret = z.string().meta({ description: 'Told this once; docs/formats/webhook.md' });
const Delivery = z.object({
  id: z.string(),
  kind: z.string(),
  subject: z.string(),
  at: z.iso.datetime(),
  tries: z.int(),
  lastAt: z.iso.datetime().nullable(),
  lastCode: z.string().nullable().meta({ description: 'A status of HTTP, or why there was none' }),
  outcome: z.enum(['delivered', 'dead']).nullable().meta({ description: 'null: still to be told' }),
});
const HookParams = z.object({ hook: z.string().max(100) });

/** Hooks, managed by a program; the same as on their pages. */
export function hooksApi(api: Api, platform: Platform): void {
  const { pool, now } = platform;
  const scope = 'hooks:manage';
  const one = { params: HookParams, refusals: [404, 409] as const, scope };

  describe(
    api,
    {
      ...{ method: 'GET', path: '/hooks', name: 'listHooks', scope },
      summary: { id: 'Semua kait', en: 'All hooks' },
      answer: z.object({ hooks: z.array(Listed) }),
      example: { answer: { hooks: [HOOK] } },
    },
    async ({ caller }) => ({ hooks: (await hooksOf(pool, caller.agencyId)).map(listed) }),
  );

  describe(
    api,
    {
      ...{ method: 'POST', path: '/hooks', name: 'makeHook', scope, status: 201, refusals: [409] },
      summary: {
        id: 'Menambah kait; rahasianya hanya dijawab kali ini',
        en: 'Adds a hook; its secret is told this once',
      },
      body: z.object({
        address: z.string().max(500),
        kinds: z.array(z.enum(KINDS)).min(1).max(KINDS.length),
      }),
      answer: z.object({ id: z.string(), secret: Secret }),
      example: { body: { address: HOOK.address, kinds: ['log'] }, answer: { id: HOOK.id, secret: 'ikh_…' } },
    },
    ({ caller: { agencyId, by }, body }) =>
      transaction(pool, (client) => makeHook(client, platform, { ...body, agencyId, by }, now())),
  );

  describe(api, {
    ...{ method: 'DELETE', path: '/hooks/{hook}', name: 'endHook', ...one },
    summary: {
      id: 'Mengakhiri kait; yang menunggu tidak dikirim lagi',
      en: 'Ends a hook; what waits is not sent any more',
    },
    answer: z.object({ id: z.string() }),
    example: { answer: { id: HOOK.id } },
  }, async ({ caller, params: { hook } }) => {
    await transaction(pool, (client) => setState(client, of(caller, hook), 'ended', now()));
    return { id: hook };
  });

  describe(
    api,
    {
      ...{ method: 'POST', path: '/hooks/{hook}/secret', name: 'replaceHookSecret', ...one },
      summary: {
        id: 'Mengganti rahasia; yang lama ikut menandatangani selama 24 jam',
        en: 'Replaces the secret; the former one goes on signing for 24 hours',
      },
      answer: z.object({ secret: Secret }),
      example: { answer: { secret: 'ikh_…' } },
    },
    async ({ caller, params: { hook } }) => ({
      secret: await transaction(pool, (client) => replaceSecret(client, platform, of(caller, hook), now())),
    }),
  );

  describe(api, {
    ...{ method: 'GET', path: '/hooks/{hook}/deliveries', name: 'listDeliveries', ...one },
    summary: { id: 'Seratus kiriman terakhir', en: 'The last hundred deliveries' },
    answer: z.object({ deliveries: z.array(Delivery) }),
    example: { answer: { deliveries: [DELIVERY] } },
  }, async ({ caller: { agencyId }, params: { hook } }) => {
    await hookOf(pool, agencyId, hook);
    const deliveries = await deliveriesOf(pool, agencyId, hook, 100);
    return {
      deliveries: deliveries.map((row) => ({
        ...row,
        at: row.at.toISOString(),
        lastAt: row.lastAt?.toISOString() ?? null,
      })),
    };
  });

  describe(
    api,
    {
      ...{ method: 'POST', path: '/hooks/{hook}/replay', name: 'replayDeliveries', ...one },
      summary: {
        id: 'Mengirim ulang satu kiriman, atau semua yang gagal',
        en: 'Sends one delivery again, or all that failed',
      },
      body: z.object({ delivery: z.string().max(100).nullable() }),
      answer: z.object({ queued: z.int() }),
      example: { body: { delivery: null }, answer: { queued: 3 } },
    },
    async ({ caller, params: { hook }, body }) => ({
      queued: await transaction(pool, (client) => replay(client, of(caller, hook), body.delivery, now())),
    }),
  );
}

function of({ agencyId, by }: Caller, hookId: string): OfHook {
  return { agencyId, hookId, by };
}

function listed({ id, address, kinds, state, madeAt, waiting, failed }: Hook) {
  return { id, address, kinds, state, madeAt: madeAt.toISOString(), waiting, failed };
}

const HOOK = {
  ...{
    id: '06abcdefgh00kait',
    address: 'https://simpeg.example.go.id/ikrar',
    kinds: ['log'],
    state: 'active',
  },
  ...{ madeAt: '2024-09-02T01:00:00.000Z', waiting: 0, failed: 0 },
};
const DELIVERY = {
  ...{
    id: '06abcdefgh012345',
    kind: 'log.head',
    subject: '06abcdefgh0gerak',
    at: '2024-09-18T00:15:00.000Z',
  },
  ...{ tries: 1, lastAt: '2024-09-18T00:15:01.000Z', lastCode: '200', outcome: 'delivered' },
};
