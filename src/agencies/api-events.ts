import * as z from 'zod';
import { type Api, afterCursor, cursorOf, describe } from '../platform/api/index.ts';
import { many } from '../platform/db/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { sql } from './api-sql.ts';

/** The audit trail for programs: what happened, when and by whom, without its content. */
export function eventsApi(api: Api, { pool, now }: Platform): void {
  describe(api, {
    ...{ method: 'GET', path: '/events', name: 'readEvents', scope: 'events:read' },
    summary: {
      id: 'Jejak kejadian dari yang terlama, tanpa isi; semenit di belakang',
      en: 'The trail of events from the oldest on, without their content; a minute behind',
    },
    query: z.object({
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(500),
    }),
    answer: Events,
    example: { answer: { events: [EVENT], next: 'ZXZlbnRzOjA2YWJjZGVmZ2gwMTIzNDU' } },
  }, async ({ caller: { agencyId }, query: { after, limit } }) => {
    const params = { agencyId, after: afterCursor('events', after), limit, until: before(now()) };
    const events = await many(pool, sql.eventsAfter, params, EventRow);
    const last = events.at(-1)?.id;
    return {
      events: events.map((event) => ({ ...event, at: event.at.toISOString() })),
      next: last ? cursorOf('events', last) : (after ?? null),
    };
  });
}

/** A change that is still being written may be older than one that stands already: so long it is waited for. */
const BEHIND_MS = 60_000;

/** Ids begin with the time: no event of this id or later is told yet. */
function before(now: Date): string {
  return newId(new Date(now.getTime() - BEHIND_MS)).slice(0, 10);
}

const Event = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.string().meta({ description: 'account:ID, person:ID, token:ID, tablet:ID or system' }),
  kind: z.string(),
  subject: z.string(),
});
const EventRow = Event.extend({ at: z.date() });
const Events = z.object({
  events: z.array(Event),
  next: z.string().nullable().meta({ description: 'Ask again with it as `after`, also when nothing came' }),
});
const EVENT = {
  ...{ id: '06abcdefgh012345', at: '2024-09-18T00:15:00.000Z', actor: 'account:06abcdefgh0akun1' },
  ...{ kind: 'campaign.opened', subject: '06abcdefgh0gerak' },
};
