import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { oneBrowser } from '../../../../test/one-browser.ts';
import { madeFor } from '../../../../test/passkeys.ts';
import { codesOf, openSigningWorld, SIGNING_DAY, type SigningWorld } from '../../../../test/signing-world.ts';
import { openPool } from '../../../platform/db/index.ts';
import { workAsApplication } from '../../../platform/opened.ts';
import { type SoftPasskey, type Use, useOf } from '../../../verify/fixtures/passkey.ts';
import { type PasskeySubject, parseRecord, type SealedRecord } from '../../../verify/index.ts';
import { pactRecord, signatoryOf, signPages } from '../../index.ts';
import { nonceFor } from './passkey.ts';

export const agencyId = 'fakfak';
const ORIGIN = 'http://localhost';
/** The public address of an installation that says nothing else: what browsers and seals name. */
const ADDRESS = 'http://localhost:3000';
export let site: SigningWorld;
export let campaignId: string;
export let path: string;
export let personId: string;
/** With the rights that the server has. */
let application: Pool;
/** For a test file: its own site, and a campaign for each test in which nobody has a passkey yet. */
export function passkeySite(): void {
  beforeAll(async () => {
    site = await openSigningWorld();
    application = await openPool(site.db.url, () => {});
    await workAsApplication(site.db.pool, application, () => {});
    signPages(site.app, { ...site.platform, pool: application }, site.signer);
    personId = site.world.people.dinas;
  });
  beforeEach(async () => {
    site.setClock(SIGNING_DAY);
    await site.db.pool.query('delete from signing.passkey_removal');
    await site.db.pool.query('delete from signing.passkey');
    await nextCampaign();
  });
  afterAll(async () => {
    await application.end();
    await site.close();
  });
}

/** The person is asked to sign in another campaign. */
export async function nextCampaign(): Promise<void> {
  campaignId = await site.openedCampaign();
  path = await pathOf(personId);
}

export const pathOf = async (person: string) => `/s/${(await codesOf(site, campaignId)).get(person)}`;
const browser = oneBrowser(() => site.app);
export const get = (where: string) => browser(ORIGIN + where);
export const text = async (where: string) => (await get(where)).text();
export const post = (where: string, body: Record<string, string | string[]>) => {
  const sent = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) for (const one of [value].flat()) sent.append(name, one);
  return browser(ORIGIN + where, { method: 'POST', headers: { origin: ORIGIN }, body: sent });
};
export const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
export const optionsIn = (html: string) =>
  JSON.parse((/data-options="([^"]*)"/.exec(html)?.[1] ?? 'null').replaceAll('&quot;', '"'));
export const count = async (table: string) =>
  Number((await site.db.pool.query(`select count(*) from signing.${table}`)).rows[0].count);
export const records = async (): Promise<SealedRecord[]> => {
  const asked = 'select record from evidence.sealed_record where campaign_id = $1';
  return (await site.db.pool.query(asked, [campaignId])).rows.map(({ record }) => parseRecord(record));
};

export async function subjectOf(campaign = campaignId, person = personId): Promise<PasskeySubject> {
  const signatory = await signatoryOf(site.db.pool, { agencyId, campaignId: campaign, personId: person });
  const act = { method: 'passkey', typedName: signatory.person.name, drawing: null, ceremony: null } as const;
  const { pact } = signatory.campaign;
  if (!pact) throw new Error('no pact');
  return pactRecord({ ...signatory, pact }, act, SIGNING_DAY);
}

/** A passkey made on the page as a browser does. */
export async function created(
  where = path,
  change: Parameters<typeof madeFor>[1] = {},
): Promise<SoftPasskey> {
  const { key, answer } = madeFor(optionsIn(await text(`${where}/kunci`)), change);
  const answered = await post(`${where}/kunci`, { passkey: answer });
  expect([answered.status, answered.headers.get('location')]).toEqual([303, where]);
  return key;
}

/** The page's form as a browser sends it after the passkey was used. */
export async function signedForm(key: SoftPasskey, use: Partial<Use> = {}, subject?: PasskeySubject) {
  const html = await text(path);
  const form = hidden(html, 'key');
  const signatory = await signatoryOf(site.db.pool, { agencyId, campaignId, personId });
  const nonce = nonceFor(site.platform, signatory, form);
  const evidence = useOf(key, subject ?? (await subjectOf()), { nonce, origin: ADDRESS, ...use });
  const { credentialId, authenticatorData, clientData, signature } = evidence;
  return {
    ...{ key: form, digest: hidden(html, 'digest'), typedName: "Ma'ruf Contoh", drawing: '' },
    point: [...html.matchAll(/name="point" value="(\d+)"/g)].map(([, n]) => n as string),
    passkey: [credentialId, authenticatorData, clientData, signature].join('.'),
  };
}
