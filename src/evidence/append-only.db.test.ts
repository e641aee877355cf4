import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignValues, createWorld } from '../../test/campaign-world.ts';
import {
  codesOf,
  openSigningWorld,
  SIGNING_DAY,
  type SigningWorld,
  signAs,
} from '../../test/signing-world.ts';
import { signedIn, testApp } from '../../test/staff.ts';
import { addAccount, addGrant, startSession } from '../access/index.ts';
import { passwordAccount } from '../access/sign-in.ts';
import { claimInstallation } from '../agencies/claim.ts';
import { addPeople, agencyPages } from '../agencies/index.ts';
import { changePeople } from '../agencies/person.ts';
import {
  addText,
  closeCampaign,
  createCampaign,
  decline,
  draftTexts,
  exempt,
  openCampaign,
  withdrawText,
} from '../campaigns/index.ts';
import { openPool, transaction } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { workAsApplication } from '../platform/opened.ts';
import { createSigner, replaceSlip } from '../signing/index.ts';
import { closeTablet, openTablet, tabletOf } from '../signing/tablet.ts';
import { pactFile } from './pact-file.ts';
import { proofOf } from './proof.ts';
import { publishAll } from './publish.ts';
import { recordByReceipt } from './store.ts';

const agencyId = 'fakfak';
let site: SigningWorld;
let pool: pg.Pool;
let as: SigningWorld;
let campaignId: string;
beforeAll(async () => {
  site = await openSigningWorld();
  pool = await openPool(site.db.url, () => {});
  await workAsApplication(site.db.pool, pool, (line) => {
    throw new Error(line);
  });
  const platform = { ...site.platform, pool };
  as = { ...site, platform, db: { ...site.db, pool }, signer: createSigner(platform, { soon: () => {} }) };
  campaignId = await site.openedCampaign();
});
afterAll(async () => {
  await pool.end();
  await site.close();
});

const inOne = <T>(fn: Parameters<typeof transaction<T>>[1]) => transaction(pool, fn);

describe('what the application does, as its own role', () => {
  it('every connection has it', async () => {
    const clients = await Promise.all([1, 2, 3, 4, 5].map(() => pool.connect()));
    for (const client of clients) {
      const { rows } = await client.query('select current_user as who, session_user as owner');
      expect(rows[0].who).toBe('ikrar_app');
      expect(rows[0].owner).not.toBe('ikrar_app');
      client.release();
    }
  });

  it('sign, publish, prove, print', async () => {
    const { receipt } = await signAs(as, campaignId, site.world.people.dinas);
    expect(await signAs(as, campaignId, site.world.people.dinas)).toMatchObject({ receipt, again: true });
    expect(await publishAll(as.platform, site.key, 'peran')).toBe(1);
    const stored = await recordByReceipt(pool, agencyId, receipt);
    expect(await proofOf(pool, stored, null)).toContain('index 0');
    const first = await pactFile(as.platform, stored);
    expect(await pactFile(as.platform, stored)).toEqual(first);
  });

  it('slips and tablets', async () => {
    expect((await codesOf(as, campaignId)).size).toBe(4);
    const personId = site.world.people.seksi;
    await inOne((client) =>
      replaceSlip(client, as.platform, { agencyId, campaignId, personId }, 'account:x'),
    );
    const on = { agencyId, campaignId, unitId: null, ceremonyId: null, by: 'account:x', hours: 1 };
    const cookie = await inOne((client) => openTablet(client, on, SIGNING_DAY));
    const tablet = await tabletOf(pool, cookie, SIGNING_DAY);
    await inOne((client) => closeTablet(client, tablet, SIGNING_DAY));
    await expect(tabletOf(pool, cookie, SIGNING_DAY)).rejects.toMatchObject({ code: 'tablet.closed' });
  });

  it('a campaign from its making to its end', async () => {
    const id = await inOne((client) => createCampaign(client, campaignValues(site.world), SIGNING_DAY));
    const one = { agencyId, campaignId: id, by: 'system' };
    const text = {
      ...one,
      kind: 'pact',
      draft: true,
      source: 'Uji',
      text: draftTexts('pilkada', 'asn').pact,
    } as const;
    await inOne((client) => addText(client, text, SIGNING_DAY));
    await inOne((client) =>
      openCampaign(client, { ...one, categories: ['pns'], unitIds: null }, SIGNING_DAY),
    );
    const personId = site.world.people.seksi;
    await inOne((client) => exempt(client, { ...one, personId, reason: 'Cuti.' }, SIGNING_DAY));
    await inOne((client) => decline(client, { ...one, personId, note: 'Menolak.' }, SIGNING_DAY));
    await inOne((client) =>
      withdrawText(client, { ...one, kind: 'pact', version: 1, reason: 'Salah.' }, SIGNING_DAY),
    );
    await inOne((client) => closeCampaign(client, { ...one, reason: 'Selesai.' }, SIGNING_DAY));
  });

  it('accounts, sessions, the claim, rosters', async () => {
    await createWorld(pool, 'peran', SIGNING_DAY);
    const officer = { name: 'Petugas', username: 'petugas-peran', password: 'kata sandi panjang' };
    const wish = {
      name: 'Dinas Peran',
      level: 'opd',
      regionCode: null,
      zone: 'Asia/Jakarta',
      place: null,
    } as const;
    const { accountId } = await claimInstallation(pool, { ...wish, letterhead: ['X'], officer }, SIGNING_DAY);
    expect(accountId).toMatch(/^\w+$/);
    const holder = await passwordAccount(pool, officer.username, officer.password, SIGNING_DAY);
    await startSession(pool, holder, SIGNING_DAY);
    await inOne(async (client) => {
      const other = {
        username: 'lain-peran',
        name: 'Lain',
        password: 'kata sandi panjang',
        isExample: false,
      };
      const id = await addAccount(client, other, SIGNING_DAY);
      await addGrant(
        client,
        { agencyId, accountId: id, role: 'auditor', unitId: null, by: 'system' },
        SIGNING_DAY,
      );
    });
  });

  it('a roster imported and changed over the pages', async () => {
    const { app, platform } = testApp(pool, SIGNING_DAY);
    agencyPages(app, platform);
    const { cookie } = await signedIn(pool, SIGNING_DAY, { agencyId, role: 'officer' });
    const form = new FormData();
    const csv = [
      'Nama,NIP,Jenis Pegawai,Jabatan,Golongan,Unit Kerja',
      'Rekawati Contohwan,198503122010012007,PNS,Analis,III/a,Dinas Contoh',
    ].join('\n');
    form.set('file', new File([csv], 'pegawai.csv'));
    const headers = { cookie, origin: 'http://localhost' };
    const path = `http://localhost/kerja/${agencyId}/pegawai/impor`;
    const sent = await app.request(path, { method: 'POST', headers, body: form });
    expect(sent.status).toBe(303);
    const plan = sent.headers.get('location') as string;
    let digest = '';
    for (let i = 0; digest === '' && i < 50; i += 1) {
      const shown = await (await app.request(`http://localhost${plan}`, { headers })).text();
      digest = /name="digest" value="([^"]+)"/.exec(shown)?.[1] ?? '';
      if (digest === '') await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const body = new URLSearchParams({ aksi: 'terima', digest, induk: '' });
    const accepted = await app.request(`http://localhost${plan}`, { method: 'POST', headers, body });
    expect(accepted.status).toBe(303);
    const { rows } = await pool.query(
      `select id, unit_id from agencies.person where name = 'Rekawati Contohwan'`,
    );
    expect(rows).toHaveLength(1);
    const person = {
      ...{
        id: rows[0].id,
        unitId: rows[0].unit_id,
        idKind: 'nip',
        idNumber: '198503122010012007',
        name: 'Rekawati Baru',
      },
      ...{ category: 'pns', rank: null, post: null, postStatus: 'definitive', email: null, status: 'active' },
    } as Parameters<typeof changePeople>[2][number];
    await inOne((client) => changePeople(client, agencyId, [person], SIGNING_DAY));
    await inOne((client) =>
      addPeople(
        client,
        agencyId,
        [{ ...person, idNumber: '198503122010012008', isExample: true }],
        SIGNING_DAY,
      ),
    );
  });
});

/** Of whole tables only the roster changes, and keeps what stood before (agencies.person_change). */
const MUTABLE = ['agencies.person'];

/** Whose rows may go: what is of the moment, and what its owner took away, which the trail tells of. */
const DELETABLE = [
  // Ways to sign in end with their row.
  ...['access.identity', 'access.passkey', 'access.recovery_code', 'access.session'],
  // Used once, or too old to be used.
  ...['access.mail_link', 'access.spent'],
  // A photo that was removed; that it was, and why, stays.
  'assembly.photo_file',
  // For a request that comes twice within a day, and deliveries that ended a month ago.
  ...['platform.api_answer', 'platform.hook_delivery'],
];

describe('what the database refuses the application', () => {
  it('to change or remove what was sealed, signed, logged or told', async () => {
    await inOne((client) =>
      happened(client, { agencyId, at: SIGNING_DAY, actor: 'system', kind: 'uji.uji', subject: 'x' }),
    );
    const denied = expect.objectContaining({ code: '42501' });
    for (const table of [
      'evidence.record',
      'evidence.log_entry',
      'evidence.tile',
      'evidence.checkpoint',
      'evidence.pdf',
      'evidence.certificate',
      'signing.signature',
      'signing.slip',
      'signing.tablet',
      'platform.event',
      'campaigns.text_version',
      'campaigns.audience',
      'campaigns.opening',
      'access.account',
      'access.role_grant',
    ]) {
      await expect(
        pool.query(
          `update ${table} set agency_id = agency_id`.replace(
            'access.account set agency_id = agency_id',
            'access.account set id = id',
          ),
        ),
        table,
      ).rejects.toEqual(denied);
      await expect(pool.query(`delete from ${table}`), table).rejects.toEqual(denied);
      await expect(pool.query(`truncate ${table}`), table).rejects.toEqual(denied);
      await expect(pool.query(`drop table ${table}`), table).rejects.toEqual(denied);
      await expect(pool.query(`alter table ${table} disable trigger all`), table).rejects.toEqual(denied);
    }
  });

  it('any change of any table that is not meant to change, also of tables to come', async () => {
    const { rows } = await site.db.pool.query(
      `select format('%s.%s', n.nspname, c.relname) as name,
         has_table_privilege('ikrar_app', c.oid, 'update') as updates,
         has_table_privilege('ikrar_app', c.oid, 'delete') as deletes,
         has_table_privilege('ikrar_app', c.oid, 'truncate') as truncates,
         has_table_privilege('ikrar_app', c.oid, 'select, insert') as works
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
    );
    const ours = rows.filter(({ name }) => !/migration/.test(name));
    expect(ours.length).toBeGreaterThan(25);
    expect(ours.filter(({ works }) => !works).map(({ name }) => name)).toEqual([]);
    const named = (may: 'updates' | 'deletes' | 'truncates') =>
      ours
        .filter((table) => table[may])
        .map(({ name }) => name)
        .sort();
    expect(named('updates')).toEqual(MUTABLE);
    expect(named('deletes')).toEqual(DELETABLE.toSorted());
    expect(named('truncates')).toEqual([]);
  });

  it('to move a log to another name', async () => {
    const moved = pool.query(`update evidence.log set origin = 'lain'`);
    await expect(moved).rejects.toMatchObject({ code: '42501' });
  });
});
