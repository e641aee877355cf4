import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type Client, many, queries } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Signatory } from '../../may-sign.ts';
import sqlText from './passkey.sql';

export { passkeySite as siteOf, type Site } from '../../../platform/passkey/site.ts';

export const sql = queries(sqlText);

const Listed = z.object({ id: z.string(), synced: z.boolean(), createdAt: z.date() });
export type Passkey = z.output<typeof Listed>;

/** The person's passkeys that were not removed, oldest first. */
export function passkeysOf(client: Client, agencyId: string, personId: string): Promise<Passkey[]> {
  return many(client, sql.passkeys, { agencyId, personId }, Listed);
}

/**
 * 16 bytes for one form of one person. Made from the form's key, so nothing is kept: an assertion belongs to the form
 * it was asked for, and the same form sent again is the same signature.
 */
export function nonceFor(platform: Platform, signatory: Signatory, formKey: string): string {
  const { agency, campaign, person } = signatory;
  return mac(platform, ['nonce', agency.id, campaign.id, person.personId, formKey])
    .subarray(0, 16)
    .toString('base64url');
}

/** What an authenticator keeps instead of a name; tells nobody who it is. */
export function handleOf(platform: Platform, { agency, person }: Signatory): string {
  return mac(platform, ['user', agency.id, person.personId]).toString('base64url');
}

const LIFE_MS = 10 * 60_000;

/** A challenge for making a passkey: when, something random, and a seal of both for this person. 32 bytes. */
export function creationChallenge(platform: Platform, signatory: Signatory): string {
  const head = Buffer.alloc(16);
  head.writeUIntBE(platform.now().getTime(), 0, 6);
  randomBytes(10).copy(head, 6);
  return Buffer.concat([head, sealed(platform, signatory, head)]).toString('base64url');
}

/** Whether this person's page asked for it within the last ten minutes. */
export function isCreationChallenge(platform: Platform, signatory: Signatory, challenge: string): boolean {
  const bytes = Buffer.from(challenge, 'base64url');
  if (bytes.length !== 32) return false;
  const head = bytes.subarray(0, 16);
  const age = platform.now().getTime() - head.readUIntBE(0, 6);
  return timingSafeEqual(bytes.subarray(16), sealed(platform, signatory, head)) && age >= 0 && age <= LIFE_MS;
}

function sealed(platform: Platform, { agency, person }: Signatory, head: Buffer): Buffer {
  return mac(platform, ['create', agency.id, person.personId, head.toString('hex')]).subarray(0, 16);
}

function mac(platform: Platform, parts: readonly string[]): Buffer {
  const text = ['ikrar/passkey-form/v1', ...parts].join('\n');
  return createHmac('sha256', platform.secret('passkey')).update(text).digest();
}
