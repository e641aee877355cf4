import { z } from 'zod';
import type { TextVersion } from '../../../campaigns/index.ts';
import { publicAddress } from '../../../platform/config.ts';
import { forAll, many } from '../../../platform/db/index.ts';
import { gather } from '../../../platform/gather.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import {
  FormatError,
  type PasskeyEvidence,
  type PasskeyUse,
  parseRecord,
  passkeyChallenge,
  requirePasskey,
  type SealedRecord,
} from '../../../verify/index.ts';
import type { Signatory } from '../../may-sign.ts';
import { pactRecord } from '../../record.ts';
import type { SlipHolder } from '../../slip.ts';
import { UNSET } from '../way-setting.ts';
import { nonceFor, passkeysOf, siteOf, sql } from './passkey.ts';

/** What the browser is asked for, as PublicKeyCredentialRequestOptions in JSON; null for somebody without a passkey. */
export async function requestOptions(
  platform: Platform,
  signatory: Signatory,
  pact: TextVersion,
  formKey: string,
) {
  const site = siteOf(platform.config);
  const known = site ? await passkeysOf(platform.pool, signatory.agency.id, signatory.person.personId) : [];
  if (!site || known.length === 0) return null;
  const { name } = signatory.person;
  const act = { method: 'passkey', typedName: name, drawing: null, ceremony: null } as const;
  const subject = pactRecord({ ...signatory, pact }, act, platform.now());
  const challenge = passkeyChallenge(subject, nonceFor(platform, signatory, formKey));
  return {
    challenge: Buffer.from(challenge).toString('base64url'),
    rpId: site.host,
    timeout: 300_000,
    userVerification: 'required',
    allowCredentials: known.map(({ id }) => ({ type: 'public-key', id })),
  };
}

/** Credential id, authenticator data, client data and signature, as long as a record may hold them. */
const ASSERTION = /^([\w-]{1,1400})\.([\w-]{1,1400})\.([\w-]{1,2800})\.([\w-]{1,110})$/;

const ROOM = { most: 500, waiting: 5000 };

/**
 * The evidence for records that are about to be sealed, checked by the function that everybody checks it with later.
 * A key signs once in a campaign, so none is kept imported.
 */
export function createPasskeyDesk(platform: Platform) {
  const find = gather((asked: Asked[]) => forAll(() => keysOf(platform, asked)), ROOM);
  return {
    /**
     * `passkey`: four parts in base64url, joined by dots, as the page sends them.
     * @throws Refusal signing.passkeyRefused, passkeyGone, passkeyCopied, wayOff, platform.busy
     */
    async evidence(
      signatory: Signatory,
      record: SealedRecord,
      sent: { passkey: string; key: string },
    ): Promise<PasskeyEvidence> {
      const [, id, authenticatorData, clientData, signature] = ASSERTION.exec(sent.passkey) ?? [];
      if (!id || !authenticatorData || !clientData || !signature) throw new Refusal('signing.passkeyRefused');
      const { agency, campaign, person } = signatory;
      const { personId } = person;
      const known = await find({ agencyId: agency.id, campaignId: campaign.id, personId, id });
      if (!known) throw new Refusal('signing.passkeyGone');
      if (!(known.isOn ?? UNSET.passkey)) throw new Refusal('signing.wayOff', 409);
      const evidence: PasskeyEvidence = {
        ...{ kind: 'passkey', credentialId: id, publicKey: known.publicKey.toString('base64url') },
        ...{ nonce: nonceFor(platform, signatory, sent.key), authenticatorData, clientData, signature },
      };
      const use = checked(record, evidence, publicAddress(platform.config));
      await refuseCopied(platform, signatory, id, use.counter, known.counter);
      return evidence;
    },
  };
}

type Asked = SlipHolder & { id: string };

const Known = z.object({
  ord: z.number(),
  publicKey: z.instanceof(Buffer),
  counter: z.number(),
  isOn: z.boolean().nullable(),
});

/** In the order asked; null where the person has no such passkey, or removed it. */
async function keysOf({ pool }: Platform, asked: Asked[]): Promise<(z.output<typeof Known> | null)[]> {
  const params = {
    agencies: asked.map((one) => one.agencyId),
    campaigns: asked.map((one) => one.campaignId),
    persons: asked.map((one) => one.personId),
    ids: asked.map((one) => one.id),
  };
  const rows = await many(pool, sql.passkeysToUse, params, Known);
  const found: (z.output<typeof Known> | null)[] = asked.map(() => null);
  for (const row of rows) found[row.ord - 1] = row;
  return found;
}

function checked(record: SealedRecord, evidence: PasskeyEvidence, address: string): PasskeyUse {
  try {
    return requirePasskey(record, evidence, address);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new Refusal('signing.passkeyRefused');
  }
}

/**
 * Attacker: a copy of a key that counts its uses. The sealed records say how far it had counted; keys that are copied
 * by design always say 0 and are not asked about.
 */
async function refuseCopied(
  { pool }: Platform,
  { agency, campaign, person }: Signatory,
  id: string,
  counter: number,
  atFirst: number,
): Promise<void> {
  if (counter === 0 && atFirst === 0) return;
  const asked = { agencyId: agency.id, campaignId: campaign.id, personId: person.personId };
  const rows = await many(pool, sql.passkeyRecords, asked, z.object({ record: z.instanceof(Buffer) }));
  const before = rows.map(({ record }) => countOf(parseRecord(record), id));
  if (counter <= Math.max(atFirst, ...before)) throw new Refusal('signing.passkeyCopied', 409);
}

function countOf({ act: { evidence } }: SealedRecord, id: string): number {
  if (evidence?.kind !== 'passkey' || evidence.credentialId !== id) return 0;
  return Buffer.from(evidence.authenticatorData, 'base64url').readUInt32BE(33);
}
