import { afterAll, beforeAll, beforeEach } from 'vitest';
import { telephonePhoto } from '../../../../test/scan-files.ts';
import { openSigningWorld, SIGNING_DAY, type SigningWorld } from '../../../../test/signing-world.ts';
import { signedIn } from '../../../../test/staff.ts';
import { campaignPages } from '../../../campaigns/index.ts';
import { transaction } from '../../../platform/db/index.ts';
import { signPages } from '../../index.ts';
import { setWays, UNSET } from '../way-setting.ts';
import { inkPages } from './index.ts';

export const agencyId = 'fakfak';
const ORIGIN = 'http://localhost';
export let site: SigningWorld;
export let campaignId: string;
/** Two operators of the same unit, one of another, an auditor, and somebody of another institution. */
export let first: { cookie: string };
export let second: { cookie: string };
export let elsewhere: { cookie: string };
export let auditor: { cookie: string };
export let stranger: { cookie: string };

/** For a test file: its own site, and a campaign for each test that allows signing on paper. */
export function inkSite(): void {
  beforeAll(async () => {
    site = await openSigningWorld(agencyId);
    signPages(site.app, site.platform, site.signer);
    campaignPages(site.app, site.platform);
    inkPages(site.app, site.platform, site.signer);
    const { dinas, kecamatan } = site.world.units;
    const as = (role: 'operator' | 'auditor', unitId?: string, agency = agencyId) =>
      signedIn(site.db.pool, SIGNING_DAY, { agencyId: agency, role, ...(unitId ? { unitId } : {}) });
    [first, second, elsewhere] = [
      await as('operator', dinas),
      await as('operator', dinas),
      await as('operator', kecamatan),
    ];
    [auditor, stranger] = [await as('auditor'), await as('operator', undefined, 'lain')];
  });
  beforeEach(async () => {
    site.setClock(SIGNING_DAY);
    campaignId = await site.openedCampaign();
    await turn(true);
  });
  afterAll(() => site.close());
}

export const turn = (ink: boolean) =>
  transaction(site.db.pool, (client) =>
    setWays(
      client,
      { agencyId, campaignId, on: { ...UNSET, ink }, by: 'system' },
      new Date(SIGNING_DAY.getTime() + ++moment),
    ),
  );
let moment = 0;
export const here = () => `/kerja/${agencyId}/gerakan/${campaignId}/pindaian`;
export const get = (path: string, who: { cookie?: string } = {}) =>
  site.app.request(ORIGIN + path, { headers: { ...who } });
export const post = (path: string, who: { cookie?: string }, body: BodyInit) =>
  site.app.request(ORIGIN + path, { method: 'POST', headers: { origin: ORIGIN, ...who }, body });

export function attach(
  who: { cookie?: string },
  bytes: Uint8Array = telephonePhoto(),
  change: Record<string, string> = {},
) {
  const form = new FormData();
  form.set('signedOn', change.signedOn ?? '2024-09-17');
  form.set(
    'file',
    new File([bytes as BlobPart], change.name ?? 'pakta.jpg', { type: change.type ?? 'image/jpeg' }),
  );
  return post(`${here()}/orang/${change.person ?? site.world.people.dinas}`, who, form);
}

export const answers = (...compared: string[]) => {
  const body = new URLSearchParams({ act: 'confirm' });
  for (const one of compared) body.append('compared', one);
  return body;
};
export const confirm = (scan: string, who: { cookie?: string }) =>
  post(scan, who, answers('name', 'text', 'signature'));
export const attached = async (who = first, bytes?: Uint8Array) =>
  (await attach(who, bytes)).headers.get('location') ?? '';
export const signatures = async () =>
  (await site.db.pool.query('select * from signing.signature where campaign_id = $1', [campaignId])).rows;
