import { ceremonyOf, planOf } from '../../ceremonies/index.ts';
import type { Client } from '../../platform/db/index.ts';
import { maxPhotos } from '../../verify/index.ts';
import type { Draft, Signer, Where } from './minutes.ts';
import { photosToChoose } from './sources.ts';
import type { ServedOfficer, Told, Witness } from './told.ts';

/** What the form holds at first: as the last draft said, else as planned and recorded. Times are never guessed. */
export async function expectedTold(
  client: Client,
  where: Where,
  last: { draft: Draft; signers: readonly Signer[] } | null,
): Promise<Told> {
  if (last) return toldBefore(client, where, last.draft, last.signers);
  const { plan } = await planOf(client, where.agencyId, where.ceremonyId);
  const ceremony = await ceremonyOf(client, where.agencyId, where.ceremonyId);
  // Officials of an example are real people of a published source: nobody practises with their signature.
  const officers = ceremony.isExample ? [] : ceremony.officers;
  const planned = plan.officers.map(({ role, name, office, employer }) => ({ role, name, office, employer }));
  const led = officers
    .filter(({ role }) => role === 'leader')
    .map(({ name, office, employer }): ServedOfficer => ({ role: 'reader', name, office, employer }));
  const witnesses = plan.witnesses.map(({ name, office, institution }) => ({ name, office, institution }));
  const came = officers
    .filter(({ role }) => role === 'witness')
    .map(({ name, office, employer }): Witness => ({ name, office, institution: employer }));
  return {
    startedAt: null,
    endedAt: null,
    officers: [...(planned.some(({ role }) => role === 'reader') ? [] : led), ...planned],
    witnesses: distinct([...witnesses, ...came]),
    remarks: null,
    photoIds: (await photosToChoose(client, where)).slice(0, maxPhotos).map(({ id }) => id),
  };
}

async function toldBefore(
  client: Client,
  where: Where,
  { content }: Draft,
  signers: readonly Signer[],
): Promise<Told> {
  const { held, officers, remarks, photos } = content;
  const digests = photos.map(({ sha256 }) => sha256);
  const album = await photosToChoose(client, where);
  const photoIds = album.filter(({ sha256 }) => digests.includes(sha256)).map(({ id }) => id);
  const witnesses = signers
    .filter(({ role }) => role === 'witness')
    .map(({ name, office, institution }) => ({ name, office, institution }));
  const { startedAt, endedAt } = held;
  return { startedAt, endedAt, officers, witnesses, remarks, photoIds };
}

function distinct(witnesses: readonly Witness[]): Witness[] {
  return [...new Map(witnesses.map((one) => [one.name, one])).values()];
}
