import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codesOf, signAs } from '../../test/signing-world.ts';
import { signedIn } from '../../test/staff.ts';
import { decline, exempt } from '../campaigns/index.ts';
import { transaction } from '../platform/db/index.ts';
import { signPages } from '../signing/index.ts';
import { parseRecord } from '../verify/index.ts';
import { matterOf } from './matter.ts';
import { claim } from './message.ts';
import { ADDRESSES, openSite, type Site } from './test-site.ts';

let site: Site;
let campaignId: string;
const all = [ADDRESSES.dinas, ADDRESSES.kecamatan, ADDRESSES.seksi].sort();
beforeAll(async () => {
  site = await openSite();
  signPages(site.app, site.platform, site.signer);
});
beforeEach(async () => {
  await site.db.pool.query('update reminders.plan set is_on = false');
  site.mail.behave('take');
  site.at('2024-09-03T09:00');
  campaignId = await site.openedCampaign();
  await site.plan(campaignId);
});
afterAll(() => site.close());

const rows = async () =>
  (
    await site.db.pool.query(
      'select target, seq, attempts, sent_at as "sentAt", failed_at as "failedAt", why, token from reminders.message where campaign_id = $1 order by target, seq',
      [campaignId],
    )
  ).rows;

describe('reminding people', () => {
  it('begins on the working day of the plan, within the hours, and never without a plan that is on', async () => {
    site.at('2024-09-06T06:59');
    expect(await site.round()).toEqual([]);
    await site.plan(campaignId, { isOn: false });
    site.at('2024-09-06T07:00');
    expect(await site.round()).toEqual([]);
    await site.plan(campaignId);
    expect(await site.round()).toEqual(all);
    expect(await site.round()).toEqual([]);
  });

  it('keeps the spacing over weekend and holiday, and the cap', async () => {
    await site.plan(campaignId, { cap: 2, everyDays: 2 });
    const days: string[] = [];
    for (let day = 6; day <= 27; day += 1) {
      const date = `2024-09-${String(day).padStart(2, '0')}`;
      site.at(`${date}T10:00`);
      if ((await site.round()).length > 0) days.push(date);
    }
    expect(days).toEqual(['2024-09-06', '2024-09-10']);
    await site.plan(campaignId, { cap: 3, everyDays: 2 });
    site.at('2024-09-28T10:00');
    expect(await site.round()).toEqual([]);
    site.at('2024-09-30T10:00');
    expect(await site.round()).toEqual(all);
  });

  it('stops at whoever signed, declined or was exempted, is away, or has no address', async () => {
    const { people, agencyId } = site.world;
    const about = { agencyId, campaignId, by: 'system' };
    await transaction(site.db.pool, (client) =>
      exempt(client, { ...about, personId: people.dinas, reason: 'Cuti besar' }, site.platform.now()),
    );
    await transaction(site.db.pool, (client) =>
      decline(client, { ...about, personId: people.seksi, note: 'Keberatan' }, site.platform.now()),
    );
    site.at('2024-09-06T10:00');
    expect(await site.round()).toEqual([ADDRESSES.kecamatan]);
    site.at('2024-09-18T10:00');
    await site.db.pool.query("update agencies.person set status = 'leave' where id = $1", [people.kecamatan]);
    expect(await site.round()).toEqual([]);
    await site.db.pool.query("update agencies.person set status = 'active' where id = $1", [
      people.kecamatan,
    ]);
    await signAs(site, campaignId, people.kecamatan);
    expect(await site.round()).toEqual([]);
  });

  it('asks again whether the person has signed when it takes the message', async () => {
    site.at('2024-09-06T10:00');
    const { agencyId, people } = site.world;
    const matter = await matterOf(site.platform, agencyId, campaignId);
    const due = { target: people.dinas, seq: 0, waiting: false, level: 'person', channel: 'mail' } as const;
    const asked = { ...(matter as NonNullable<typeof matter>), now: site.platform.now() };
    await signAs(site, campaignId, people.dinas);
    expect(await claim(site.platform, asked, { ...due, address: ADDRESSES.dinas })).toBeNull();
    await site.plan(campaignId);
    const other = { ...due, target: people.seksi, address: ADDRESSES.seksi };
    expect(await claim(site.platform, asked, other)).toBeNull();
  });
});

describe('the mail', () => {
  it('says in both languages what, who, until when and where, and nothing of a number', async () => {
    await site.plan(campaignId, { replyTo: 'kepegawaian@contoh.example' });
    site.at('2024-09-06T10:00');
    await site.round();
    const text = site.textTo(ADDRESSES.dinas);
    expect(text).toContain("Yth. Ma'ruf Contoh,");
    expect(text).toContain('Batas waktu: 30 September 2024 23.59 WIT.');
    expect(text).toContain('Deadline: 30 September 2024 23:59 WIT.');
    expect(text.indexOf('Yth.')).toBeLessThan(text.indexOf('Dear'));
    const source = site.mail.mails.findLast(({ to }) => to.includes(ADDRESSES.dinas))?.source ?? '';
    expect(source).toContain('From: Pemerintah Kabupaten fakfak <ikrar@contoh.example>');
    expect(source).toContain('Reply-To: kepegawaian@contoh.example');
    expect(source).toContain('Auto-Submitted: auto-generated');
    const [row] = (await rows()).filter(({ target }) => target === site.world.people.dinas);
    expect(source.toLowerCase()).toContain(`message-id: <ikrar-${row.token}@contoh.example>`);
  });

  it('holds a link of its own, by which the person signs; the record says so, and the slip stays good', async () => {
    site.at('2024-09-06T10:00');
    await site.round();
    const link =
      /https:\/\/ikrar\.contoh\.example(\/s\/[\w-]+)/.exec(site.textTo(ADDRESSES.seksi))?.[1] ?? '';
    const html = await (await site.app.request(`http://localhost${link}`)).text();
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
    const form = new URLSearchParams({ typedName: 'Siti Contoh' });
    for (const name of ['digest', 'key']) form.set(name, hidden(name));
    for (const [, n] of html.matchAll(/name="point" value="(\d+)"/g)) form.append('point', n as string);
    const answer = await site.app.request(`http://localhost${link}`, {
      method: 'POST',
      headers: { origin: 'http://localhost' },
      body: form,
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, link]);
    const asked = 'select record from evidence.sealed_record where campaign_id = $1';
    const { rows: sealed } = await site.db.pool.query(asked, [campaignId]);
    expect(sealed.map(({ record }) => parseRecord(record).act.method)).toEqual(['link']);
    const slip = (await codesOf(site, campaignId)).get(site.world.people.dinas);
    expect((await site.app.request(`http://localhost/s/${slip}`)).status).toBe(200);
  });

  it('holds no link where the plan says so', async () => {
    await site.plan(campaignId, { withLink: false });
    site.at('2024-09-06T10:00');
    await site.round();
    expect(site.textTo(ADDRESSES.seksi)).toContain(
      'kode pada lembar pribadi Anda di https://ikrar.contoh.example/s',
    );
    expect(site.textTo(ADDRESSES.seksi)).not.toMatch(/\/s\/\w/);
  });

  it('is the same link every time, until the address changes: then the older ends', async () => {
    const linkIn = (address: string) => /\/s\/([\w-]{14})/.exec(site.textTo(address))?.[1];
    const good = async (code: string | undefined) =>
      (await site.app.request(`http://localhost/s/${code}`)).status;
    site.at('2024-09-06T10:00');
    await site.round();
    const first = linkIn(ADDRESSES.seksi);
    site.at('2024-09-11T10:00');
    await site.round();
    expect(linkIn(ADDRESSES.seksi)).toBe(first);
    await site.db.pool.query("update agencies.person set email = 'baru@contoh.example' where id = $1", [
      site.world.people.seksi,
    ]);
    site.at('2024-09-17T10:00');
    await site.round();
    const second = linkIn('baru@contoh.example');
    await site.db.pool.query('update agencies.person set email = $2 where id = $1', [
      site.world.people.seksi,
      ADDRESSES.seksi,
    ]);
    expect([await good(first), await good(second)]).toEqual([404, 200]);
  });
});

describe('units and heads', () => {
  it('are told figures, no names, near the deadline while too few have signed', async () => {
    const { pool } = site.db;
    const { agencyId, units } = site.world;
    await signedIn(pool, site.platform.now(), { agencyId, role: 'operator', unitId: units.kecamatan });
    await signedIn(pool, site.platform.now(), { agencyId, role: 'leader' });
    await pool.query(
      `insert into access.account_mail (account_id, id, address, entered_by, entered_at)
       select account_id, 'dua', role || '@contoh.example', 'account:lain', now() from access.role_grant`,
    );
    const shares = { unitDays: 5, unitShare: 100, headDays: 2, headShare: 80 };
    await site.plan(campaignId, { cap: 1, ...shares });
    site.at('2024-09-20T10:00');
    await site.round();
    site.at('2024-09-23T10:00');
    expect(await site.round()).toEqual(['operator@contoh.example']);
    const text = site.textTo('operator@contoh.example');
    expect(text).toContain('- Kecamatan Contoh: 2 dari 2 orang');
    expect(text).not.toMatch(/Yosefina|Dinas Contoh/);
    site.at('2024-09-26T10:00');
    expect(await site.round()).toEqual(['leader@contoh.example']);
    expect(site.textTo('leader@contoh.example')).toContain('4 orang belum menandatangani');
    await pool.query('delete from access.account_mail');
  });
});

describe('servers that refuse, wait, hang up', () => {
  it('550: never again to that address, but to a new one', async () => {
    site.mail.behave('refuse');
    site.at('2024-09-06T10:00');
    expect(await site.round()).toEqual([]);
    expect((await rows()).map(({ why }) => why)).toEqual(Array(3).fill('refused:550'));
    site.mail.behave('take');
    site.at('2024-09-18T10:00');
    expect(await site.round()).toEqual([]);
    const change = 'update agencies.person set email = $2 where id = $1';
    await site.db.pool.query(change, [site.world.people.dinas, 'lain@contoh.example']);
    expect(await site.round()).toEqual(['lain@contoh.example']);
    await site.db.pool.query(change, [site.world.people.dinas, ADDRESSES.dinas]);
  });

  it('451: the same message again after a while, then it gives up', async () => {
    site.mail.behave('greylist');
    site.at('2024-09-06T10:00');
    await site.round();
    expect((await rows()).map(({ why }) => why)).toEqual(Array(3).fill('later:451'));
    site.at('2024-09-06T10:04');
    await site.round();
    expect((await rows()).map(({ attempts }) => attempts)).toEqual([1, 1, 1]);
    site.mail.behave('take');
    site.at('2024-09-06T10:05');
    expect(await site.round()).toEqual(all);
    expect((await rows()).map(({ attempts, seq }) => [attempts, seq])).toEqual(Array(3).fill([2, 1]));
    site.mail.behave('greylist');
    for (const moment of ['11T10:00', '11T10:10', '11T10:30', '11T11:30', '11T13:30', '12T08:00']) {
      site.at(`2024-09-${moment}`);
      await site.round();
    }
    const second = (await rows()).filter(({ seq }) => seq === 2);
    expect(second.every(({ failedAt, attempts }) => failedAt && attempts === 6)).toBe(true);
  });

  it('a server that hangs up stops the turn, which goes on later; the log names nobody', async () => {
    site.mail.behave('drop');
    site.at('2024-09-06T10:00');
    site.log.length = 0;
    expect(await site.round()).toEqual([]);
    expect((await rows()).map(({ attempts }) => attempts)).toEqual([1]);
    site.mail.behave('take');
    expect(await site.round()).toEqual([]);
    site.at('2024-09-06T10:06');
    expect(await site.round()).toEqual(all);
    expect(site.log).toHaveLength(1);
    expect(site.log[0]).toMatch(/^reminders by mail of \w+ wait: E?[A-Z0-9]+$/);
  });
});
