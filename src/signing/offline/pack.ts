import { z } from 'zod';
import { unitsBelow } from '../../agencies/index.ts';
import { ceremonyHead, type Plan, planOf } from '../../ceremonies/index.ts';
import { type Client, many } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal } from '../../platform/sealed.ts';
import { invitationOf, pactToSign } from '../may-sign.ts';
import { t } from '../messages.ts';
import { slipCodes } from '../slip.ts';
import { type Device, sql } from './device.ts';
import { packKey, ROUNDS, slipMark, unlockKey } from './pack-key.ts';
import type { Pack, PackContents, PackPerson } from './shapes.ts';
import { bound } from './statement.ts';

/** About a megabyte and a half; a device that needs more people is to be opened for a unit. */
const MOST_PEOPLE = 5000;

/** Everything a device needs in a yard without network, and nothing in it readable without the unlock code. */
export async function packOf(platform: Platform, device: Device): Promise<Pack> {
  const { agencyId, id } = device;
  const derived = packKey(platform, device);
  const contents = await contentsOf(platform, device, derived.key);
  const expires = device.expiresAt.toISOString();
  return {
    ...{ format: 'ikrar/pack/v1', agency: agencyId, tablet: id, expires },
    ...{ salt: derived.salt.toString('base64url'), rounds: ROUNDS },
    wrapped: seal(await unlockKey(derived), bound.key(id, ROUNDS), derived.key),
    sealed: seal(derived.key, bound.pack(id, expires), JSON.stringify(contents)),
  };
}

/** @throws Refusal signing.* where nobody may sign, offline.tooMany */
async function contentsOf(platform: Platform, device: Device, key: Buffer): Promise<PackContents> {
  const { pool, now } = platform;
  const { agencyId, campaignId } = device;
  const { agency, campaign } = await invitationOf(pool, agencyId, campaignId);
  const pact = pactToSign({ campaign }, now());
  const { digest, title, opener, points, closing, language, draft } = pact;
  const { ceremony, order } = await ceremonyFor(pool, device);
  return {
    madeAt: now().toISOString(),
    agency: { id: agency.id, name: agency.name, zone: agency.zone },
    campaign: { id: campaign.id, title: campaign.title, deadline: campaign.deadline.toISOString() },
    ceremony,
    pact: {
      ...{ digest, title, opener, points: [...points], closing, language, draft },
      strength: t(language)('signing.strength'),
    },
    order,
    people: await peopleOf(platform, device, key),
  };
}

async function ceremonyFor(
  client: Client,
  device: Device,
): Promise<Pick<PackContents, 'ceremony' | 'order'>> {
  const { agencyId, ceremonyId } = device;
  if (!ceremonyId) return { ceremony: null, order: { headFirst: false, persons: [] } };
  const { id, title } = await ceremonyHead(client, agencyId, ceremonyId);
  const { plan } = await planOf(client, agencyId, ceremonyId);
  const site = await siteOf(client, device, plan);
  return { ceremony: { id, title, site: site?.name ?? null }, order: plan.order };
}

/** Where the device's unit gathers; null where the plan does not say. */
export async function siteOf(
  client: Client,
  { agencyId, unitId }: Pick<Device, 'agencyId' | 'unitId'>,
  { sites }: Plan,
): Promise<Plan['sites'][number] | null> {
  if (sites.length === 1) return sites[0] ?? null;
  for (const site of unitId ? sites : []) {
    const units = site.unitIds && (await unitsBelow(client, agencyId, site.unitIds));
    if (units?.includes(unitId as string)) return site;
  }
  return null;
}

const OnlyPerson = z.object({ personId: z.string() });
const PersonRow = OnlyPerson.extend({
  name: z.string(),
  unit: z.string(),
  employer: z.string(),
  idNumber: z.string().nullable(),
});
const Serial = OnlyPerson.extend({ serial: z.number() });
const Standing = OnlyPerson.extend({ standing: z.string() });

async function peopleOf(platform: Platform, device: Device, key: Buffer): Promise<PackPerson[]> {
  const { pool } = platform;
  const { agencyId, campaignId, ceremonyId, unitIds } = device;
  const campaign = { agencyId, campaignId };
  const rows = await many(pool, sql.packPeople, { ...campaign, unitIds, most: MOST_PEOPLE }, PersonRow);
  if (rows.length > MOST_PEOPLE) throw new Refusal('offline.tooMany', 422, { most: MOST_PEOPLE });
  const own = new Set(rows.map(({ personId }) => personId));
  const serials = (await many(pool, sql.serials, campaign, Serial)).filter((row) => own.has(row.personId));
  const codes = slipCodes(platform, campaign, serials);
  const signed = new Set((await many(pool, sql.allSigned, campaign, OnlyPerson)).map((row) => row.personId));
  const standings = await many(pool, sql.allStandings, { agencyId, ceremonyId }, Standing);
  const stood = new Map(standings.map(({ personId, standing }) => [personId, standing]));
  return rows.map(({ personId: id, name, unit, employer, idNumber }) => {
    const code = codes.get(id);
    return {
      ...{ id, name, unit, employer, signed: signed.has(id), standing: stood.get(id) ?? null },
      lastFour: idNumber?.slice(-4) || null,
      slip: code ? slipMark(key, code) : null,
    };
  });
}
