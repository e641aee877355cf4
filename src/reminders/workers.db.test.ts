import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPool } from '../platform/db/index.ts';
import { matterOf } from './matter.ts';
import { claim } from './message.ts';
import { remind } from './round.ts';
import { ADDRESSES, openSite, type Site } from './test-site.ts';

let site: Site;
let campaignId: string;
const all = [ADDRESSES.dinas, ADDRESSES.kecamatan, ADDRESSES.seksi].sort();
beforeAll(async () => {
  site = await openSite();
});
beforeEach(async () => {
  await site.db.pool.query('update reminders.plan set is_on = false');
  site.mail.behave('take');
  site.at('2024-09-03T09:00');
  campaignId = await site.openedCampaign();
  await site.plan(campaignId);
});
afterAll(() => site.close());

/** Of whoever comes first by id. */
const firstAddress = ADDRESSES.dinas;
const rows = async () =>
  (
    await site.db.pool.query(
      'select target, seq, attempts, sent_at as "sentAt", failed_at as "failedAt", why, token from reminders.message where campaign_id = $1 order by target, seq',
      [campaignId],
    )
  ).rows;

describe('several workers', () => {
  it('give each person one mail, also where the turn is lost', async () => {
    site.at('2024-09-06T10:00');
    const before = site.mail.mails.length;
    const slow = { ...site.platform.config.mail, perMinute: 1200 } as NonNullable<
      typeof site.platform.config.mail
    >;
    const worker = () => ({ ...site.platform, config: { ...site.platform.config, mail: slow } });
    const first = remind(worker(), () => {});
    await site.db.pool.query('delete from reminders.turn');
    const rest = Promise.all([1, 2, 3].map(() => remind(worker(), () => {})));
    await site.db.pool.query('delete from reminders.turn');
    await remind(worker(), () => {});
    await Promise.all([first, rest]);
    expect(
      site.mail.mails
        .slice(before)
        .flatMap(({ to }) => to)
        .sort(),
    ).toEqual(all);
  });

  it('take over from one that died, under the same Message-ID, once its lease ran out', async () => {
    site.at('2024-09-06T10:00');
    const { agencyId, people } = site.world;
    const matter = await matterOf(site.platform, agencyId, campaignId);
    const asked = { ...(matter as NonNullable<typeof matter>), now: site.platform.now() };
    const due = { target: people.dinas, seq: 0, waiting: false, level: 'person', channel: 'mail' } as const;
    const claims = await Promise.all(
      Array.from({ length: 8 }, () => claim(site.platform, asked, { ...due, address: ADDRESSES.dinas })),
    );
    const held = claims.filter((one) => one !== null);
    expect(held).toHaveLength(1);
    expect(await site.round()).toEqual([ADDRESSES.kecamatan, ADDRESSES.seksi].sort());
    site.at('2024-09-06T10:04');
    expect(await site.round()).toEqual([ADDRESSES.dinas]);
    expect(site.mail.mails.at(-1)?.source).toContain(`<ikrar-${held[0]?.token}@`);
    expect((await rows()).find(({ target }) => target === people.dinas)).toMatchObject({ attempts: 2 });
  });

  it('go on when one is cut off from the database while it hands a mail over', async () => {
    site.at('2024-09-06T10:00');
    site.mail.behave('hang');
    const pool = await openPool(site.db.url, () => {});
    const before = site.mail.connections();
    const killed = remind({ ...site.platform, pool }, () => {}).then(
      () => 'ended',
      () => 'killed',
    );
    while (site.mail.connections() === before || (await rows()).length === 0) await pause(10);
    await pool.end();
    site.mail.behave('take');
    site.mail.hangUp();
    expect(await killed).toBe('killed');
    expect(await rows()).toMatchObject([{ attempts: 1, sentAt: null, why: null }]);
    expect(await site.round()).toEqual(all.filter((one) => one !== firstAddress));
    site.at('2024-09-06T10:06');
    expect(await site.round()).toEqual([firstAddress]);
    expect((await rows()).map(({ attempts }) => attempts).sort()).toEqual([1, 1, 2]);
  });

  it('look at everybody again after ten minutes, and at once under a new plan', async () => {
    const { agencyId, people } = site.world;
    const look = async () => {
      const before = site.mail.mails.length;
      await remind(site.platform, () => {});
      return site.mail.mails.length - before;
    };
    const address = (to: string | null) =>
      site.db.pool.query('update agencies.person set email = $3 where agency_id = $1 and id = $2', [
        ...[agencyId, people.contract, to],
      ]);
    site.at('2024-09-06T10:00');
    expect(await look()).toBe(3);
    await address('jumat@contoh.example');
    site.at('2024-09-06T10:09');
    expect(await look()).toBe(0);
    site.at('2024-09-06T10:10');
    expect(await look()).toBe(1);
    await address('jumat.baru@contoh.example');
    await site.db.pool.query('delete from reminders.message where target = $1', [people.contract]);
    expect(await look()).toBe(0);
    await site.plan(campaignId);
    expect(await look()).toBe(1);
    await address(null);
  });

  it('use one connection for a page of mails', async () => {
    site.at('2024-09-06T10:00');
    const before = site.mail.connections();
    expect(await site.round()).toEqual(all);
    expect(site.mail.connections() - before).toBe(1);
  });
});
