import type { ClientBase } from 'pg';
import { z } from 'zod';
import { exec, maybe, one } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { writeStep } from '../cases/workflow/write-step.ts';
import { recorded } from '../events/record.ts';
import type { Recipient } from '../seal/index.ts';
import { newRandomId } from '../seal/index.ts';
import { channelOf, sql } from './channel.ts';
import { receiversOf, type SealedReport } from './sealed-report.ts';

export interface Arrival {
  agencyId: string;
  /** Of its arrival the day alone is kept, as it is at the institution. */
  day: string;
  now: Date;
  sealedIn: 'browser' | 'server';
}

/** again: it had come before, and nothing was stored now. */
export interface Received {
  day: string;
  again: boolean;
}

const Same = z.object({ sameCode: z.boolean(), sameText: z.boolean(), day: z.string() });

/**
 * A report comes in, in one transaction. Sent again it is the same report: whoever lost the answer gets it, and nothing
 * is stored twice. Attacker: who names receivers of their own; only keys of the checked chain get access, and none that
 * the reporter left out.
 * @param recipients of the chain that was checked @returns the day on which it first came
 * @throws Refusal reporting.closedNow (409), recipientsChanged (409), nobodyLeft (422), taken (409)
 */
export async function receive(
  client: ClientBase,
  { agencyId, day, now, sealedIn }: Arrival,
  report: SealedReport,
  recipients: readonly Recipient[],
): Promise<Received> {
  const { caseId, mode, dialoguePublic, teamPublic } = report;
  const known = await again(client, agencyId, report, sealedIn);
  if (known) return known;
  if ((await channelOf(client, agencyId))?.state !== 'open') throw new Refusal('reporting.closedNow', 409);
  mustBeRecipients(report, recipients);
  const row = { agencyId, caseId, day, sealedIn, mode, dialoguePublic, teamPublic };
  if ((await exec(client, sql.addCase, row)) === 0) {
    const same = await again(client, agencyId, report, sealedIn);
    if (same) return same;
    throw new Refusal('reporting.taken', 409);
  }
  const at = new Date(now.toISOString().slice(0, 10));
  await exec(client, sql.addMailbox, { agencyId, caseId, ...report.mailbox });
  await addMessages(client, agencyId, report, day);
  await addReceivers(client, agencyId, report, recipients, at);
  for (const { id: fileId, parts } of report.files)
    await exec(client, sql.addFile, { agencyId, caseId, fileId, messageN: 0, parts, day });
  const arrived = { agencyId, caseId, what: 'received', onDate: day, by: 'reporter' } as const;
  await writeStep(client, arrived, now);
  await recorded(client, {
    ...{ agencyId, caseId, at, actor: 'reporter' },
    kind: 'case.received',
    data: { mode, sealedIn },
  });
  return { day, again: false };
}

/** In the browser it is sealed once and sent until it arrives; here each time anew, but with the same code. */
async function again(
  client: ClientBase,
  agencyId: string,
  { caseId, mailbox, text }: SealedReport,
  sealedIn: Arrival['sealedIn'],
): Promise<Received | null> {
  const params = { agencyId, caseId, lookupHash: mailbox.lookupHash, text };
  const same = await maybe(client, sql.sameCase, params, Same);
  if (!same) return null;
  if (!same.sameCode || (sealedIn === 'browser' && !same.sameText)) throw new Refusal('reporting.taken', 409);
  return { day: same.day, again: true };
}

/** @throws Refusal reporting.nobodyLeft (422), reporting.recipientsChanged (409) */
function mustBeRecipients(report: SealedReport, recipients: readonly Recipient[]): void {
  const { involved, access, identity } = report;
  const { team, custodians } = receiversOf(recipients, involved);
  if (team.length === 0) throw new Refusal('reporting.nobodyLeft');
  const keys = (list: readonly { keyId: string }[]) => new Set(list.map(({ keyId }) => keyId));
  const [teamKeys, custodianKeys] = [keys(team), keys(custodians)];
  const known =
    involved.every((account) => recipients.some(({ accountId }) => accountId === account)) &&
    access.every(({ keyId }) => teamKeys.has(keyId)) &&
    identity.every(({ keyId }) => keyId === null || custodianKeys.has(keyId));
  if (!known) throw new Refusal('reporting.recipientsChanged', 409);
}

async function addMessages(
  client: ClientBase,
  agencyId: string,
  { caseId, text, identity }: SealedReport,
  day: string,
): Promise<void> {
  const first = { agencyId, caseId, n: 0, audience: 'dialogue', keyId: null, sealed: text, day };
  await exec(client, sql.addMessage, first);
  for (const [index, { keyId, sealed }] of identity.entries()) {
    const audience = keyId === null ? 'dialogue' : 'identity';
    await exec(client, sql.addMessage, { ...first, n: index + 1, audience, keyId, sealed });
  }
}

async function addReceivers(
  client: ClientBase,
  agencyId: string,
  { caseId, access, involved }: SealedReport,
  recipients: readonly Recipient[],
  at: Date,
): Promise<void> {
  for (const { keyId, sealed } of access)
    await exec(client, sql.addAccess, { agencyId, caseId, keyId, id: newRandomId(), sealed, at });
  const accounts = new Set(
    recipients.filter(({ accountId }) => involved.includes(accountId)).map(({ accountId }) => accountId),
  );
  for (const accountId of accounts) await exec(client, sql.addRecusal, { agencyId, caseId, accountId, at });
}

const FileRow = z.object({ parts: z.number(), day: z.string() });

export interface Part {
  agencyId: string;
  caseId: string;
  fileId: string;
  n: number;
  sealed: Uint8Array;
}

/**
 * One part of a file that a report or an answer named. The same part again is taken as come; another one in its place is
 * not. Attacker: only who sealed the report, and those who work on it, know these ids.
 * @throws Refusal reporting.fileUnknown (404), reporting.taken (409)
 */
export async function receivePart(client: ClientBase, part: Part): Promise<void> {
  const { agencyId, caseId, fileId, n } = part;
  const file = await maybe(client, sql.fileOf, { agencyId, caseId, fileId }, FileRow);
  if (!file || n >= file.parts) throw new Refusal('reporting.fileUnknown', 404);
  if ((await exec(client, sql.addPart, { ...part })) > 0) return;
  const { sealed } = part;
  const { same } = await one(
    client,
    sql.samePart,
    { agencyId, caseId, fileId, n, sealed },
    z.object({ same: z.boolean() }),
  );
  if (!same) throw new Refusal('reporting.taken', 409);
}
