import { randomBytes } from 'node:crypto';
import { agencyOn } from '../agencies/index.ts';
import { audienceOf, campaignOf } from '../campaigns/index.ts';
import { electionName } from '../elections/index.ts';
import { toSeal } from '../evidence/index.ts';
import { instantOf } from '../platform/format.ts';
import type { Platform } from '../platform/platform.ts';
import { createSigner, pactRecord } from '../signing/index.ts';
import type { Example } from './data/types.ts';

/** The invented staff who signed, in the order of the list, half a minute apart after the reading. */
export async function signAll(platform: Platform, example: Example): Promise<void> {
  const { pool, config } = platform;
  const { did, ceremony } = example;
  const { zone } = example.agency;
  const day = ceremony.heldOn ? instantOf(ceremony.heldOn, '07:30', zone) : platform.now();
  const agencyId = example.agency.id;
  const campaign = await campaignOf(pool, agencyId, example.campaign.id);
  const agency = await agencyOn(pool, agencyId, campaign.circular.date);
  const { pact } = campaign;
  if (!pact) throw new Error(`example ${campaign.id} has no pact`);
  const people = await audienceOf(pool, agencyId, campaign.id, { limit: 1000, offset: 0 });
  const signers = people.filter(
    (person) => did.signed === 'everyone' || did.signed.includes(person.post ?? ''),
  );
  const signer = createSigner(platform, { soon: () => {} });
  const held = { id: ceremony.id, title: ceremony.title, date: ceremony.heldOn };
  await Promise.all(
    signers.map((person, i) => {
      const at = new Date(day.getTime() + (ceremony.heldOn ? (i + 40) * 30_000 : i));
      const act = { method: 'tablet', typedName: person.name, drawing: null, ceremony: held } as const;
      const record = pactRecord(
        { agency, campaign, pact, person, election: electionName('id', campaign.electionId) },
        act,
        at,
      );
      return signer.sign({
        agencyId,
        campaignId: campaign.id,
        textDigest: pact.digest,
        key: `contoh-${person.personId}`,
        method: 'tablet',
        at,
        sealed: toSeal(config, person.personId, record, randomBytes(32)),
      });
    }),
  );
}
