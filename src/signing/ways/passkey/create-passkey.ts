import { createPublicKey } from 'node:crypto';
import { exec, transaction } from '../../../platform/db/index.ts';
import { happened } from '../../../platform/events.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { p256Spki } from '../../../verify/index.ts';
import type { Signatory } from '../../may-sign.ts';
import { requireWay } from '../way-setting.ts';
import { creationChallenge, handleOf, isCreationChallenge, passkeysOf, siteOf, sql } from './passkey.ts';

/** Somebody changes telephones, not more often than this. */
const MOST = 5;
/** ECDSA on P-256 with SHA-256 (COSE algorithm): the one kind that every browser and this product's checker know. */
const ES256 = -7;

/** What the browser is asked for, as PublicKeyCredentialCreationOptions in JSON; null where no passkey can be made. */
export async function creationOptions(platform: Platform, signatory: Signatory) {
  const site = siteOf(platform.config);
  if (!site) return null;
  const { agency, person } = signatory;
  const known = await passkeysOf(platform.pool, agency.id, person.personId);
  if (known.length >= MOST) return null;
  return {
    rp: { id: site.host, name: 'Ikrar' },
    user: { id: handleOf(platform, signatory), name: person.name, displayName: person.name },
    challenge: creationChallenge(platform, signatory),
    pubKeyCredParams: [{ type: 'public-key', alg: ES256 }],
    timeout: 300_000,
    attestation: 'none',
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    excludeCredentials: known.map(({ id }) => ({ type: 'public-key', id })),
  };
}

/**
 * Keeps the passkey that the browser made for this page. `answer`: credential id, client data and attestation object
 * in base64url, joined by dots. The same answer twice is one passkey.
 * @throws Refusal signing.wayOff, passkeyNotMade, passkeyEnough, passkeyGone
 */
export async function createPasskey(platform: Platform, signatory: Signatory, answer: string): Promise<void> {
  const { agency, campaign, person } = signatory;
  await requireWay(platform.pool, agency.id, campaign.id, 'passkey');
  const made = await readAnswer(platform, signatory, answer);
  const [agencyId, { personId }, now] = [agency.id, person, platform.now()];
  await transaction(platform.pool, async (client) => {
    const known = await passkeysOf(client, agencyId, personId);
    if (known.some(({ id }) => id === made.id)) return;
    if (known.length >= MOST) throw new Refusal('signing.passkeyEnough', 409, { most: MOST });
    const added = await exec(client, sql.addPasskey, { agencyId, personId, now, ...made });
    // Somebody else's, or removed before: it never comes back.
    if (added === 0) throw new Refusal('signing.passkeyGone', 409);
    const { id, synced } = made;
    await happened(client, {
      ...{ agencyId, at: now, actor: `person:${personId}`, kind: 'passkey.created', subject: personId },
      data: { id: id.slice(0, 32), synced },
    });
  });
}

interface Made {
  id: string;
  /** SubjectPublicKeyInfo, DER. */
  publicKey: Buffer;
  counter: number;
  synced: boolean;
}

async function readAnswer(platform: Platform, signatory: Signatory, answer: string): Promise<Made> {
  const site = siteOf(platform.config);
  const [id = '', clientDataJSON = '', attestationObject = ''] = answer.split('.');
  if (!site || !/^[\w-]{1,1400}(\.[\w-]{1,16000}){2}$/.test(answer))
    throw new Refusal('signing.passkeyNotMade');
  // Loaded when first needed: it is the largest library of the server, and most servers start without it.
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const { convertCOSEtoPKCS } = await import('@simplewebauthn/server/helpers');
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge: (challenge) => isCreationChallenge(platform, signatory, challenge),
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
      supportedAlgorithmIDs: [ES256],
    });
    if (!registrationInfo) throw new Error('not verified');
    const { credential, credentialDeviceType } = registrationInfo;
    return {
      id: credential.id,
      publicKey: spkiOf(convertCOSEtoPKCS(credential.publicKey)),
      counter: credential.counter,
      synced: credentialDeviceType === 'multiDevice',
    };
  } catch {
    // Every byte of the answer is the browser's: whatever is wrong with it, nothing was made.
    throw new Refusal('signing.passkeyNotMade');
  }
}

/** @throws Error for what is no point on P-256 */
function spkiOf(point: Uint8Array): Buffer {
  if (point.length !== 65) throw new Error('not a P-256 point');
  const spki = Buffer.from(p256Spki(point.subarray(1)));
  createPublicKey({ key: spki, format: 'der', type: 'spki' });
  return spki;
}
