import type { ClientBase } from 'pg';
import { z } from 'zod';
import { publicAddress } from '../platform/config.ts';
import { exec, joinedBytes, many, textArray } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { to } from '../urls.ts';
import {
  commitment,
  encodeEntry,
  type FrameOfRecords,
  frameOfRecords,
  type PersonalPart,
  personalBytes,
  type RecordFrame,
  recordParts,
  type SealedRecord,
} from '../verify/index.ts';
import { originOf } from './origin.ts';
import { sql } from './store.ts';

/** What the records of one text of one campaign share, ready for many of them. */
export interface Frame extends RecordFrame {
  agencyId: string;
  kind: SealedRecord['kind'];
  textDigest: string;
}

/** A record ready to be written: computed before the transaction, so that the log's head row is held briefly. */
export interface ToSeal {
  /** Of minutes `minutesSubject`; no person is called like that. */
  personId: string;
  receipt: string;
  /** All its bytes, or where it has a frame its own alone. */
  record: Uint8Array;
  frame?: Frame;
  /** Where the frame's head belongs in `record`. */
  cut?: number;
  salt: Uint8Array;
  entry: Uint8Array;
  verifyUrl: string;
}

/** @throws FormatError */
export function frameOf(record: FrameOfRecords): Frame {
  const { agency, kind, text } = record;
  return { ...frameOfRecords(record), agencyId: agency.id, kind, textDigest: text.digest };
}

/** Canonical bytes, commitment and address of a record. `salt`: 32 random bytes. @throws FormatError */
export function toSeal(
  config: Platform['config'],
  personId: string,
  record: SealedRecord,
  salt: Uint8Array,
): ToSeal {
  return sealInFrame(config, personId, frameOf(record), record, salt);
}

/** The same where the frame is at hand. */
export function sealInFrame(
  config: Platform['config'],
  personId: string,
  frame: Frame,
  part: PersonalPart,
  salt: Uint8Array,
): ToSeal {
  const { receipt } = part;
  const personal = personalBytes(part);
  const entry = encodeEntry({
    kind: frame.kind,
    commitment: commitment(salt, ...recordParts(frame, personal)),
  });
  const verifyUrl = verifyUrlOf(config, frame.agencyId, receipt);
  return { personId, receipt, record: personal.bytes, frame, cut: personal.cut, salt, entry, verifyUrl };
}

/** Where anybody checks the document of this receipt. */
export function verifyUrlOf(config: Platform['config'], agency: string, receipt: string): string {
  return `${publicAddress(config)}${to('verifyReceipt', { agency, receipt })}`;
}

/** Makes the log of a campaign; a second time changes nothing. */
export async function openLog(client: ClientBase, agencyId: string, campaignId: string): Promise<void> {
  const origin = `${await originOf(client)}/${agencyId}/${campaignId}`;
  await exec(client, sql.addLog, { agencyId, campaignId, origin });
}

const Placed = z.object({ personId: z.string(), idx: z.number(), origin: z.string() });

/** A record's place in its log. */
export interface Place {
  index: number;
  /** The origin of the log. */
  log: string;
}

/**
 * Gives the records the next places of their log, without gaps, in the caller's transaction; the log is made where
 * these are its first.
 * @returns the place by person
 */
export async function append(
  client: ClientBase,
  agencyId: string,
  campaignId: string,
  sealed: readonly ToSeal[],
): Promise<Map<string, Place>> {
  const params = { agencyId, campaignId, count: sealed.length, ...columns(sealed) };
  let placed = await many(client, sql.append, params, Placed);
  if (placed.length === 0 && sealed.length > 0) {
    await openLog(client, agencyId, campaignId);
    placed = await many(client, sql.append, params, Placed);
  }
  if (placed.length !== sealed.length) throw new Error(`no log for ${agencyId}/${campaignId}`);
  return new Map(placed.map(({ personId, idx, origin }) => [personId, { index: idx, log: origin }]));
}

function columns(sealed: readonly ToSeal[]) {
  const frames = distinct(sealed.flatMap((one) => one.frame ?? []));
  const records = joinedBytes(sealed.map((one) => one.record));
  return {
    persons: textArray(sealed.map((one) => one.personId)),
    receipts: textArray(sealed.map((one) => one.receipt)),
    records: records.bytes,
    ends: records.ends,
    cuts: textArray(sealed.map((one) => one.cut ?? null)),
    inFrames: textArray(sealed.map((one) => (one.frame ? frames.findIndex(sameAs(one.frame)) + 1 : null))),
    salts: Buffer.concat(sealed.map((one) => one.salt)),
    entries: Buffer.concat(sealed.map((one) => one.entry)),
    verifyUrls: textArray(sealed.map((one) => one.verifyUrl)),
    frames: frames.map((one) => one.id),
    frameHeads: frames.map((one) => one.head),
    frameTails: frames.map((one) => one.tail),
    frameTexts: frames.map((one) => one.textDigest),
  };
}

function sameAs(frame: Frame): (other: Frame) => boolean {
  return (other) => other === frame || Buffer.compare(other.id, frame.id) === 0;
}

function distinct(frames: readonly Frame[]): Frame[] {
  const objects = [...new Set(frames)];
  return objects.filter((one, i) => objects.findIndex(sameAs(one)) === i);
}
