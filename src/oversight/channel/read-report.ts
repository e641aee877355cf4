import { z } from 'zod';
import { Refusal } from '../../platform/refusal.ts';
import { fromText, RANDOM_ID } from '../seal/index.ts';
import { MOST_FILES, MOST_PARTS, type SealedReport } from './sealed-report.ts';

/** Version, encapsulated key, tag: what a sealed text has beside its padded size. */
const OVERHEAD = 1 + 32 + 16;
const KB = 1024;
/** A report is a text; what is longer comes as a file. */
const TEXT = [4, 16, 64].map((size) => size * KB + OVERHEAD);
const SMALL = [4 * KB + OVERHEAD];
const MOST_RECEIVERS = 40;

const id = z.string().regex(RANDOM_ID);
const bytes = (lengths: readonly number[]) =>
  z
    .string()
    .max(Math.ceil(((lengths.at(-1) as number) * 4) / 3) + 2)
    .regex(/^[\w-]*$/)
    .refine((text) => text.length % 4 !== 1)
    .transform(fromText)
    .refine((read) => lengths.includes(read.length));
const sealedFor = z.strictObject({ keyId: id, sealed: bytes(SMALL) });

const Wire = z
  .strictObject({
    format: z.literal('ikrar/send-report/v1'),
    caseId: id,
    mode: z.enum(['identified', 'confidential', 'anonymous']),
    involved: z.array(z.string().max(40)).max(MOST_RECEIVERS),
    files: z.array(z.strictObject({ id, parts: z.int().min(1).max(50) })).max(MOST_FILES),
    dialoguePublic: bytes([32]),
    teamPublic: bytes([32]),
    mailbox: z.strictObject({
      lookupHash: bytes([32]),
      reporterPublic: bytes([32]),
      sealedDialogue: bytes(SMALL),
    }),
    text: bytes(TEXT),
    identity: z.array(z.strictObject({ keyId: id.nullable(), sealed: bytes(SMALL) })).max(MOST_RECEIVERS),
    access: z.array(sealedFor).min(1).max(MOST_RECEIVERS),
  })
  .refine(({ files }) => files.reduce((sum, { parts }) => sum + parts, 0) <= MOST_PARTS)
  .refine(({ files }) => isUnique(files.map((file) => file.id)))
  .refine(({ access }) => isUnique(access.map(({ keyId }) => keyId)))
  .refine(({ identity }) => isUnique(identity.map(({ keyId }) => keyId)))
  .refine(({ mode, identity }) => fits(mode, identity));

/**
 * What a browser sent, by shape and size alone; nothing in it can be read here.
 * @throws Refusal reporting.unreadable (400)
 */
export function readReport(value: unknown): SealedReport {
  const read = Wire.safeParse(value);
  if (!read.success) throw new Refusal('reporting.unreadable', 400);
  return read.data;
}

/** Anonymous says nothing, identified says it in the dialogue, confidential to custodians alone. */
function fits(mode: SealedReport['mode'], identity: readonly { keyId: string | null }[]): boolean {
  const [open, closed] = [
    identity.filter(({ keyId }) => keyId === null),
    identity.filter(({ keyId }) => keyId),
  ];
  if (mode === 'anonymous') return identity.length === 0;
  return mode === 'identified'
    ? open.length === 1 && closed.length === 0
    : open.length === 0 && closed.length > 0;
}

function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
