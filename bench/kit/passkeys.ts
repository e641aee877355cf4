import { randomBytes } from 'node:crypto';
import { audienceOf } from '../../src/campaigns/index.ts';
import { publicAddress } from '../../src/platform/config.ts';
import { pactRecord, signatoryOf } from '../../src/signing/index.ts';
import { nonceFor } from '../../src/signing/ways/passkey/passkey.ts';
import { to } from '../../src/urls.ts';
import { type SoftPasskey, softPasskey, useOf } from '../../src/verify/fixtures/passkey.ts';
import type { OpenCampaign } from './campaign.ts';
import type { Site } from './database.ts';
import { request } from './load.ts';

/**
 * Everybody's form as the page sends it after the passkey was used: keys in software, each kept for its person, and
 * assertions by them made ahead, so that the load is only what a telephone would not do itself.
 */
export async function passkeyForms(
  { platform }: Site,
  { agencyId, campaignId, digest, points, slips }: OpenCampaign,
): Promise<() => Buffer | null> {
  const codes = new Map(slips.map(({ name, code }) => [name, code]));
  const people = await audienceOf(platform.pool, agencyId, campaignId);
  const [first] = people;
  if (!first) throw new Error('the campaign has nobody');
  const shown = await signatoryOf(platform.pool, { agencyId, campaignId, personId: first.personId });
  const { pact } = shown.campaign;
  if (!pact) throw new Error('the campaign has no pact');
  const ticks = Array.from({ length: points }, (_, point) => `&point=${point}`).join('');
  const origin = publicAddress(platform.config);
  const keys = people.map(({ personId }) => ({ personId, key: softPasskey(randomBytes(20)) }));
  await keep(platform.pool, agencyId, keys);
  const forms = people.map((person, at) => {
    const act = { method: 'passkey', typedName: person.name, drawing: null, ceremony: null } as const;
    const subject = pactRecord({ ...shown, person, pact }, act, platform.now());
    const form = randomBytes(16).toString('base64url');
    const nonce = nonceFor(platform, { ...shown, person }, form);
    const used = useOf((keys[at] as (typeof keys)[number]).key, subject, { nonce, origin });
    const answer = [used.credentialId, used.authenticatorData, used.clientData, used.signature].join('.');
    const name = encodeURIComponent(person.name);
    const body = `key=${form}&digest=${digest}&typedName=${name}${ticks}&passkey=${answer}`;
    return request('POST', to('sign', { code: codes.get(person.name) ?? '' }), body, 'application/json');
  });
  let at = 0;
  return () => forms[at++] ?? null;
}

async function keep(
  pool: Site['platform']['pool'],
  agencyId: string,
  keys: readonly { personId: string; key: SoftPasskey }[],
): Promise<void> {
  for (let from = 0; from < keys.length; from += 5000) {
    const part = keys.slice(from, from + 5000);
    await pool.query(
      `insert into signing.passkey (agency_id, id, person_id, public_key, counter, synced, created_at)
      select $1, k.id, k.person_id, k.public_key, 0, true, now()
      from unnest($2::text[], $3::text[], $4::bytea[]) as k (id, person_id, public_key)`,
      [
        agencyId,
        part.map(({ key }) => key.credentialId),
        part.map(({ personId }) => personId),
        part.map(({ key }) => key.publicKey),
      ],
    );
  }
}
