import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSigningWorld, type SigningWorld, signAs } from '../../../test/signing-world.ts';
import { sharedHead } from './shared-head.ts';

let site: SigningWorld;
beforeAll(async () => {
  site = await openSigningWorld();
});
afterAll(() => site.close());

it('is asked for once for all who come together, and is never older than the question', async () => {
  const campaignId = await site.openedCampaign();
  const log = { agencyId: 'fakfak', campaignId };
  await signAs(site, campaignId, site.world.people.dinas);
  let asked = 0;
  const pool = new Proxy(site.db.pool, {
    get(target, name) {
      if (name === 'query') asked += 1;
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const first = sharedHead(pool, log, null);
  await site.publish();
  const later = await Promise.all(Array.from({ length: 50 }, () => sharedHead(pool, log, null)));
  expect(later.map((head) => head?.size)).toEqual(later.map(() => 1));
  expect(asked).toBeLessThanOrEqual(3);
  await first;
  const broken = { query: () => Promise.reject(new Error('gone')) } as never;
  await expect(Promise.all([1, 2].map(() => sharedHead(broken, log, null)))).rejects.toThrow('gone');
});
