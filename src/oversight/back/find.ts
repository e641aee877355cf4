import { z } from 'zod';
import { agenciesOf } from '../../agencies/index.ts';
import { addDays, dueOn, findClock, workCalendar } from '../../law/index.ts';
import { forAgency, forAll, many, maybe, one, queries, transaction } from '../../platform/db/index.ts';
import { dateIn } from '../../platform/format.ts';
import type { Platform } from '../../platform/platform.ts';
import { stepsOf } from '../cases/workflow/steps.ts';
import { openAgencies } from '../channel/channel.ts';
import { recorded } from '../events/record.ts';
import { FILE_PART, lookupHash, toText } from '../seal/index.ts';
import sqlText from './back.sql';
import type { BoxHead } from './box-format.ts';
import { decoyOf, decoyPart } from './decoy.ts';
import { statusesOf } from './status.ts';

export const sql = queries(sqlText);

/** Of whom a mailbox is. */
export interface Place {
  agencyId: string;
  caseId: string;
}

export interface Box {
  head: BoxHead;
  /** In the order of the head. */
  sealed: Uint8Array[];
  /** False: nobody has such a code, and what is here opens with no key. */
  known: boolean;
}

const PlaceRow = z.object({ agencyId: z.string(), caseId: z.string() });
const FileRow = z.object({
  arrivedOn: z.string(),
  sealedIn: z.enum(['browser', 'server']),
  sealedDialogue: z.instanceof(Buffer),
});
const Message = z.object({
  n: z.number(),
  sender: z.string(),
  sealed: z.instanceof(Buffer),
  day: z.string(),
});
const Held = z.object({ id: z.string(), parts: z.number(), held: z.number() });

/** Null where no code leads there, or its holder asked that it shall not any more. */
export function placeOf({ pool }: Platform, lookup: Uint8Array): Promise<Place | null> {
  return forAll(async () => (await maybe(pool, sql.find, { hash: lookupHash(lookup) }, PlaceRow)) ?? null);
}

/**
 * The mailbox of a code, or one that looks the same. Attacker: whoever tries codes, or watches sizes and times: all
 * statements run in either case; `beat.ts` hides how long they took.
 */
export async function boxOf(platform: Platform, lookup: Uint8Array): Promise<Box> {
  const { pool, now } = platform;
  const open = await openAgencies(pool);
  const decoy = decoyOf(
    platform.secret('mailbox'),
    lookup,
    open.map(({ id }) => id),
  );
  const found = await placeOf(platform, lookup);
  const place = found ?? { agencyId: decoy.agencyId, caseId: decoy.caseId };
  return forAgency(place.agencyId, async () => {
    const file = await maybe(pool, sql.file, { ...place }, FileRow);
    const steps = await stepsOf(pool, place.agencyId, place.caseId);
    const messages = await many(pool, sql.messages, { ...place }, Message);
    const files = await many(pool, sql.files, { ...place }, Held);
    const [agency] = await agenciesOf(pool, [place.agencyId]);
    const today = dateIn(now(), agency?.zone ?? 'Asia/Jakarta');
    await readBy(platform, place, Boolean(file));
    const arrivedOn = file?.arrivedOn ?? addDays(today, -decoy.daysAgo);
    const shown = file ? messages : decoy.messages.map((one) => ({ ...one, day: arrivedOn })).reverse();
    const head: BoxHead = {
      ...{ format: 'ikrar/box/v1', agency: place.agencyId, agencyName: agency?.name ?? place.agencyId },
      ...{ case: place.caseId, arrivedOn },
      sealedIn: file?.sealedIn ?? 'browser',
      due: dueOf(arrivedOn),
      statuses: file ? statusesOf(steps) : [{ what: 'received', day: arrivedOn }],
      mailbox: toText(file?.sealedDialogue ?? decoy.mailbox),
      messages: shown.map(({ n, sender, day, sealed }) => ({ n, sender, day, length: sealed.length })),
      files,
    };
    return { head, known: Boolean(file), sealed: shown.map(({ sealed }) => new Uint8Array(sealed)) };
  });
}

/** By when the institution must have looked whether the report is one: the first clock of the Satgas. */
function dueOf(arrivedOn: string): string {
  const clock = findClock('satgas-verification');
  if (!clock) throw new Error('the register has no satgas-verification');
  return dueOn(clock, arrivedOn, workCalendar()).date;
}

/** Once a day, and no more exactly. */
async function readBy({ pool, now }: Platform, { agencyId, caseId }: Place, known: boolean): Promise<void> {
  const day = new Date(now().toISOString().slice(0, 10));
  const { done } = await one(pool, sql.readToday, { agencyId, caseId, day }, z.object({ done: z.boolean() }));
  if (done || !known) return;
  const event = { agencyId, caseId, at: now(), actor: 'reporter', kind: 'case.reporterRead' };
  await transaction(pool, (client) => recorded(client, event));
}

/** One sealed part of a file in the dialogue; noise for all else. */
export async function partOf(
  platform: Platform,
  lookup: Uint8Array,
  { file, part }: { file: string; part: number },
): Promise<Uint8Array> {
  const length = FILE_PART + 16;
  const noise = decoyPart(platform.secret('mailbox'), lookup, `${file} ${part}`, length);
  const found = await placeOf(platform, lookup);
  const asked = { agencyId: found?.agencyId ?? '-', caseId: found?.caseId ?? '', fileId: file, n: part };
  const row = await forAgency(asked.agencyId, () =>
    maybe(platform.pool, sql.part, asked, z.object({ sealed: z.instanceof(Buffer) })),
  );
  return row?.sealed.length === length ? new Uint8Array(row.sealed) : noise;
}
