import { z } from 'zod';
import { type Client, maybe } from '../../platform/db/index.ts';
import { minutesSubject } from '../../verify/index.ts';
import { Difference } from './difference.ts';
import { logSql } from './store.ts';
import type { LogId } from './tile-reader.ts';

/** What one place of a campaign's log holds, as stored. */
export const Stored = z.object({
  idx: z.number(),
  entry: z.instanceof(Buffer).nullable(),
  receipt: z.string().nullable(),
  personId: z.string().nullable(),
  record: z.instanceof(Buffer).nullable(),
  cut: z.number().nullable(),
  frameId: z.string().nullable(),
  salt: z.instanceof(Buffer).nullable(),
  /** Whether the person is in the audience of the campaign, and with which number. */
  invited: z.boolean(),
  idNumber: z.string(),
  /** The decision by which record and salt were erased. */
  erasedBy: z.string().nullable(),
});
export type Stored = z.output<typeof Stored>;

const Frame = z.object({ head: z.instanceof(Buffer), tail: z.instanceof(Buffer) });

/** Invariant: nothing is left of it, and a decision says why; anything else is judged like every record. */
export function isErased({ record, salt, erasedBy }: Stored): boolean {
  return erasedBy !== null && record?.length === 0 && salt?.length === 0;
}

/** Puts stored records together with their frames, each frame read once. */
export function recordReader(client: Client, { agencyId, campaignId }: LogId) {
  const frames = new Map<string, z.output<typeof Frame>>();
  const none = { head: Buffer.alloc(0), tail: Buffer.alloc(0) };
  const frameOf = async (id: string) => {
    const known = frames.get(id);
    if (known) return known;
    // A frame that is gone leaves the record short: it then does not fit its commitment.
    const frame = (await maybe(client, logSql.frame, { agencyId, campaignId, id }, Frame)) ?? none;
    frames.set(id, frame);
    return frame;
  };
  return async ({ record, cut, frameId }: Stored): Promise<Buffer> => {
    const bytes = record as Buffer;
    if (frameId === null || cut === null) return bytes;
    const { head, tail } = await frameOf(frameId);
    return Buffer.concat([bytes.subarray(0, cut), head, bytes.subarray(cut), tail]);
  };
}

const filed = {
  receipt: z.string(),
  example: z.boolean(),
  agency: z.object({ id: z.string() }),
  campaign: z.object({ id: z.string() }),
};

/** What is compared beyond the bytes: the whole form is proven by the commitment and was checked when it was sealed. */
const Said = z.discriminatedUnion('format', [
  z.object({
    format: z.literal('ikrar/record/v1'),
    ...filed,
    person: z.object({ idNumber: z.string() }),
    act: z.object({ method: z.string(), at: z.iso.datetime() }),
  }),
  z.object({
    format: z.literal('ikrar/minutes/v1'),
    ...filed,
    ceremony: z.object({ id: z.string(), version: z.number() }),
    at: z.iso.datetime(),
  }),
]);
export type Said = z.output<typeof Said>;

/** @throws Difference record-unreadable */
export function said(bytes: Buffer, index: number): Said {
  try {
    return Said.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw new Difference('record-unreadable', { index });
  }
}

/** When it was sealed, as it says itself. */
export function saidAt(facts: Said): number {
  return Date.parse(facts.format === 'ikrar/minutes/v1' ? facts.at : facts.act.at);
}

/** Whether the row is filed under the one it is of: a person as pinned when the campaign `opened`, or the minutes' own name. */
export function isOf(facts: Said, { personId, invited, idNumber }: Stored, opened: boolean): boolean {
  if (facts.format === 'ikrar/minutes/v1') return personId === minutesSubject({ ceremony: facts.ceremony });
  return invited ? facts.person.idNumber === idNumber : !opened;
}
