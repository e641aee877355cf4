import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedIn } from '../../../test/planted.ts';
import {
  addStaff,
  codesOf,
  openSigningWorld,
  type SigningWorld,
  signAs,
} from '../../../test/signing-world.ts';
import { correctPerson } from '../../agencies/correct-person.ts';
import { checkLogs, pactFile, proofOf, recordByReceipt } from '../../evidence/index.ts';
import { forAgency, transaction } from '../../platform/db/index.ts';
import { checkSignatures } from '../../signing/index.ts';
import { verifyTlogProof } from '../../verify/index.ts';
import { erasePerson, GONE, takeRole } from './erase.ts';

const NAME = 'Zulaikha Contoh Terencana';
const NIP = '198503122010012987';
const POST = 'Penata Rahasia Contoh';
const EMAIL = 'zulaikha.rahasia@contoh.go.id';
const SAID = 'Sakit menahun rahasia';
const PLANTED = [NAME, NIP, POST, EMAIL, SAID];

let site: SigningWorld;
let agencyId: string;
let campaignId: string;
let personId: string;
let receipt: string;
let other: string;
beforeAll(async () => {
  site = await openSigningWorld('fakfak');
  agencyId = site.world.agencyId;
  const [id] = await addStaff(site, [{ name: NAME, idNumber: NIP, post: POST, email: EMAIL }]);
  personId = id as string;
  campaignId = await site.openedCampaign();
  other = (await signAs(site, campaignId, site.world.people.dinas)).receipt;
  receipt = (await signAs(site, campaignId, personId)).receipt;
  await site.publish();
  await plantEverywhere();
}, 60_000);
afterAll(() => site.close());

/** Beside what signing wrote: the other places where a person is known. */
async function plantEverywhere(): Promise<void> {
  const { pool } = site.db;
  await pactFile(site.platform, await recordByReceipt(pool, agencyId, receipt));
  await codesOf(site, campaignId);
  const { rows } = await pool.query('select * from agencies.person where id = $1', [personId]);
  const { unit_id: unitId, changed_at: seen } = rows[0];
  const details = {
    ...{
      idKind: 'nip' as const,
      idNumber: NIP,
      name: NAME,
      category: 'pns' as const,
      rank: 'III/b',
      post: POST,
    },
    ...{ postStatus: 'definitive' as const, unitId, email: EMAIL, status: 'active' },
  };
  const correction = { agencyId, personId, details, reason: `${NAME}: ${SAID}`, by: 'account:satu', seen };
  await correctPerson(pool, correction, new Date('2024-09-19T00:00:00Z'));
  const lines = [{ personId, name: NAME, unitId, standing: 'excused', reason: SAID }];
  const others = [
    ...lines,
    { personId: 'lain', name: 'Lain Contoh', unitId, standing: 'absent', reason: null },
  ];
  const ceremony = ['apel', campaignId, agencyId];
  const statements: [string, unknown[]][] = [
    [
      `insert into ceremonies.ceremony (agency_id, id, campaign_id, kind, title, held_on_status, organiser, is_example,
        created_by, created_at) values ($3, $1, $2, 'apel', 'Apel', 'unknown', 'Contoh', true, 'system', now())`,
      ceremony,
    ],
    [
      `insert into ceremonies.presence values ($1, 'apel', $2, 1, 'excused', $3, 'list', null, null, 'system', now())`,
      [agencyId, personId, SAID],
    ],
    [
      `insert into ceremonies.symbolic values ($1, 'apel', 1, $2, $3, $4, 'semua', '{}', 'system', now())`,
      [agencyId, personId, NAME, POST],
    ],
    [
      `insert into assembly.minutes_draft values ($1, 'apel', 1, '{}', 'x', $2, decode(repeat('00', 32), 'hex'),
        'system', now())`,
      [agencyId, JSON.stringify(others)],
    ],
    [
      `insert into campaigns.exemption values ($1, $2, $3, $4, 'system', now())`,
      [agencyId, campaignId, personId, SAID],
    ],
    [
      `insert into signing.scan (agency_id, id, campaign_id, person_id, text_digest, signed_on, media_type, sha256, bytes,
        recorded_by, recorded_at) values ($1, 's1', $2, $3, 'x', '2024-09-18', 'image/png', $4, $5, 'system', now())`,
      [agencyId, campaignId, personId, createHash('sha256').digest(), Buffer.from(NAME)],
    ],
    [
      `insert into signing.code (agency_id, campaign_id, person_id, serial, code_hash, address_hash, asked_at)
        values ($1, $2, $3, 1, 'x', 'y', now())`,
      [agencyId, campaignId, personId],
    ],
    [
      `insert into privacy.request values ($1, 'r1', $2, $3, $4, now())`,
      [agencyId, personId, campaignId, `${NAME} ${SAID}`],
    ],
    [
      `insert into privacy.request_answer values ($1, 'r1', 'refused', $2, $2, 'account:satu', now())`,
      [agencyId, SAID],
    ],
    [
      `insert into platform.event values ($1, 'e1', now(), 'account:satu', 'roster.imported', 'x', $2)`,
      [agencyId, JSON.stringify({ text: `diminta oleh ${NAME}` })],
    ],
    [
      `insert into platform.event values ($1, 'e2', now(), 'account:satu', 'roster.imported', 'x', $2)`,
      [agencyId, JSON.stringify({ text: `diminta oleh ${NAME}wati` })],
    ],
  ];
  for (const [text, values] of statements) await pool.query(text, values);
}

const erase = () =>
  forAgency(agencyId, () =>
    transaction(site.platform.pool, (client) =>
      erasePerson(
        client,
        { agencyId, personId, why: 'asked', by: 'account:satu', requestId: 'persetujuan-1' },
        new Date('2030-01-01T00:00:00Z'),
      ),
    ),
  );

async function facts() {
  const { pool } = site.db;
  const all = async (text: string) => (await pool.query(text)).rows;
  return {
    heads: await all('select agency_id, campaign_id, size, note from evidence.checkpoint order by 1, 2, 3'),
    entries: await all('select campaign_id, idx, entry from evidence.log_entry order by 1, 2'),
    tiles: await all('select campaign_id, level, n, width, hashes from evidence.tile order by 1, 2, 3, 4'),
    tally: await all('select * from tally.total order by 1, 2, 3'),
    audience: await all('select count(*) from campaigns.audience'),
    standing: await all('select person_id, signed_at from coverage.standing order by 1'),
  };
}

describe('erasing a person', () => {
  it('is beyond the role that the server works as', async () => {
    const update = () =>
      forAgency(agencyId, () =>
        site.platform.pool.query(`update evidence.record set salt = '' where person_id = $1`, [personId]),
      );
    await expect(update()).rejects.toThrow(/permission denied/);
  });

  it('takes a role that reaches neither the log nor another institution', async () => {
    const asEraser = (text: string) =>
      forAgency(agencyId, () =>
        transaction(site.platform.pool, async (client) => {
          await takeRole(client, agencyId);
          return (await client.query(text)).rowCount;
        }),
      );
    await expect(asEraser(`update evidence.log_entry set entry = ''`)).rejects.toThrow(/permission denied/);
    await expect(asEraser(`update evidence.record set receipt = ''`)).rejects.toThrow(/permission denied/);
    await expect(asEraser('delete from evidence.checkpoint')).rejects.toThrow(/permission denied/);
    await site.db.pool.query(`insert into agencies.agency values
      ('lain', 'opd', null, 'Asia/Jakarta', null, '{}', true, now())`);
    await site.db.pool.query(`insert into agencies.unit (agency_id, id, name, kind, created_at)
      values ('lain', 'u', 'Unit', 'opd', now())`);
    await site.db.pool.query(
      `insert into agencies.person select 'lain', 'p', id_kind, null, 'Lain Contoh', category,
      rank, post, post_status, 'u', email, status, true, changed_at from agencies.person where id = $1`,
      [personId],
    );
    expect(await asEraser(`update agencies.person set rank = rank where agency_id = 'lain'`)).toBe(0);
    await site.db.pool.query(`delete from agencies.person where agency_id = 'lain'`);
  });

  it('leaves nothing of them in any table, and everything that counts as it was', async () => {
    expect((await plantedIn(site.db.pool, PLANTED)).length).toBeGreaterThan(8);
    await site.db.pool.query(`delete from platform.event where id = 'e2'`);
    const before = await facts();
    const proof = await proofOf(site.db.pool, await recordByReceipt(site.db.pool, agencyId, other), null);
    const { rows: entry } = await site.db.pool.query('select entry from evidence.log_entry where idx = 0');
    const counts = await erase();
    expect(counts).toMatchObject({
      records: 1,
      pdfs: 1,
      recordBytes: 1,
      roster: 1,
      corrections: 1,
      absent: 1,
      scans: 1,
    });
    expect(await plantedIn(site.db.pool, PLANTED)).toEqual([]);
    expect(await facts()).toEqual(before);
    const after = await proofOf(site.db.pool, await recordByReceipt(site.db.pool, agencyId, other), null);
    expect(after).toBe(proof);
    const vkey = site.key.vkey(before.heads[0].note.split('\n')[0]);
    expect(() => verifyTlogProof(proof as string, entry[0].entry, [vkey])).not.toThrow();
  });

  it('leaves the log clean, and the check says what was erased by which decision', async () => {
    const reports = await checkLogs(site.platform, site.key, checkSignatures);
    expect(reports.map(({ difference }) => difference)).toEqual([null, null]);
    expect(reports.find((log) => log.campaignId === campaignId)).toMatchObject({
      erased: { 'persetujuan-1': 1 },
    });
  });

  it('leaves a commitment that nobody can open, and no document', async () => {
    const { rows } = await site.db.pool.query(
      'select length(record) as record, length(salt) as salt from evidence.record where receipt = $1',
      [receipt],
    );
    expect(rows).toEqual([{ record: 0, salt: 0 }]);
    await expect(recordByReceipt(site.db.pool, agencyId, receipt)).rejects.toMatchObject({
      code: 'evidence.noSuchReceipt',
    });
  });

  it('keeps the lines of others in lists that named them', async () => {
    const { rows } = await site.db.pool.query('select absent from assembly.minutes_draft');
    expect(rows[0].absent.map((line: { name: string }) => line.name)).toEqual([GONE, 'Lain Contoh']);
  });

  it('does not hide a record that is emptied without a decision', async () => {
    await site.db.pool.query(`update evidence.record set record = '', salt = '' where receipt = $1`, [other]);
    const reports = await checkLogs(site.platform, site.key, checkSignatures);
    expect(reports[0]?.difference?.code).toBe('record-changed');
  });
});
