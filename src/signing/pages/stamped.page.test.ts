import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  cookieOfOwner,
  openSigningWorld,
  type SigningWorld,
  signAs,
} from '../../../test/signing-world.ts';
import { recogniseVisitors } from '../../access/index.ts';
import { noOpenssl, startAuthority, type TestAuthority } from '../../evidence/timestamp/fixtures/tsa.ts';
import { createApp } from '../../platform/http/app.tsx';
import type { Platform } from '../../platform/platform.ts';
import { signPages } from '../index.ts';

let site: SigningWorld;
let authority: TestAuthority;
let path: string;
let cookie: string;

describe.skipIf(noOpenssl)('the pact with a time stamp', () => {
  const faults: string[] = [];
  beforeAll(async () => {
    site = await openSigningWorld();
    authority = await startAuthority();
    const campaignId = await site.openedCampaign();
    const { dinas } = site.world.people;
    const code = (await codesOf(site, campaignId)).get(dinas) as string;
    path = `/s/${code}`;
    await signAs(site, campaignId, dinas);
    signPages(site.app, site.platform, site.signer);
    cookie = await cookieOfOwner(site, { campaignId, personId: dinas }, code);
  });
  afterAll(async () => {
    await authority?.close();
    await site?.close();
  });

  const appWith = (tsa: Platform['config']['tsa']) => {
    const platform = { ...site.platform, config: { ...site.platform.config, tsa } };
    const app = createApp(platform.config, (line) => faults.push(line));
    recogniseVisitors(app, platform);
    signPages(app, platform, site.signer);
    return (where: string) => app.request(`http://localhost${where}`, { headers: { cookie } });
  };

  it('is not offered where there is no authority', async () => {
    const get = appWith(undefined);
    expect(await (await get(path)).text()).not.toContain('cap-waktu');
    expect((await get(`${path}/pakta-bercap-waktu.pdf`)).status).toBe(404);
  });

  it('says on a page that none can be had now, and to the log why', async () => {
    authority.behave('away');
    const answer = await appWith(authority.config)(`${path}/pakta-bercap-waktu.pdf`);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('Cap waktu sedang tidak dapat diperoleh');
    expect(faults.at(-1)).toMatch(/^evidence\.timestampUnavailable GET \S+: http\S+ answered 503$/);
  });

  it('is offered after signing and downloads', async () => {
    authority.behave('fit');
    const get = appWith(authority.config);
    expect(await (await get(path)).text()).toContain(`href="${path}/pakta-bercap-waktu.pdf"`);
    const answer = await get(`${path}/pakta-bercap-waktu.pdf`);
    expect(answer.headers.get('content-disposition')).toContain('-cap-waktu.pdf"');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 8)
        .toString(),
    ).toBe('%PDF-1.7');
  });
});
