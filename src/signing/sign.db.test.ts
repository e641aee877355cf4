import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignValues, readyCampaign } from '../../test/campaign-world.ts';
import {
  addStaff,
  goodSubmission,
  openForAll,
  openSigningWorld,
  SIGNING_DAY,
  type SigningWorld,
  signAs,
} from '../../test/signing-world.ts';
import { addText, closeCampaign, createCampaign, draftTexts, withdrawText } from '../campaigns/index.ts';
import { toSeal } from '../evidence/index.ts';
import { transaction } from '../platform/db/index.ts';
import { commitment, decodeEntry, encodeEntry, parseRecord, type SealedRecord } from '../verify/index.ts';
import type { Request } from './batch.ts';
import { signatoryOf } from './may-sign.ts';
import { pactRecord } from './record.ts';
import { readDrawing, sign } from './sign.ts';

let site: SigningWorld;
let campaignId: string;
beforeAll(async () => {
  site = await openSigningWorld();
});
afterAll(() => site.close());

const agencyId = 'fakfak';
const refusal = (code: string, status = 422) => expect.objectContaining({ code, status });
const rows = async (text: string, ...values: unknown[]) => (await site.db.pool.query(text, values)).rows;
const count = async (table: string) =>
  Number((await rows(`select count(*) as n from ${table} where campaign_id = $1`, campaignId))[0].n);
const inOne = <T>(fn: Parameters<typeof transaction<T>>[1]) => transaction(site.db.pool, fn);
const fresh = async () => {
  campaignId = await site.openedCampaign();
  return campaignId;
};
const dinas = () => site.world.people.dinas;
const indexes = async () =>
  (await rows('select idx from evidence.record where campaign_id = $1 order by idx', campaignId)).map(
    (row) => row.idx,
  );

describe('one signature', () => {
  it('leaves a signature, a record, a log entry that commits to it, and a receipt', async () => {
    await fresh();
    const outcome = await signAs(site, campaignId, dinas(), { drawing: 'M 1 1 L 20 30', method: 'link' });
    expect(outcome).toMatchObject({ again: false, same: false });
    const [signature] = await rows('select * from signing.signature where campaign_id = $1', campaignId);
    expect(signature).toMatchObject({ person_id: dinas(), receipt: outcome.receipt, method: 'link' });
    const [stored] = await rows('select * from evidence.sealed_record where campaign_id = $1', campaignId);
    const record = parseRecord(stored.record);
    expect(record).toMatchObject({
      receipt: outcome.receipt,
      person: { name: "Ma'ruf Contoh", unit: 'Dinas Contoh', idNumber: '' },
      act: { typedName: "Ma'ruf Contoh", drawing: 'M 1 1 L 20 30', at: SIGNING_DAY.toISOString() },
      campaign: { circular: 'Sekretaris Daerah, 800/1/SE/2024, 2024-09-02' },
    });
    const [entry] = await rows('select * from evidence.log_entry where campaign_id = $1', campaignId);
    const { kind, commitment: sealed } = decodeEntry(entry.entry);
    expect({ kind, commitment: Buffer.from(sealed) }).toEqual({
      kind: 'pact',
      commitment: Buffer.from(commitment(stored.salt, stored.record)),
    });
    expect(entry.entry).toEqual(Buffer.from(encodeEntry(decodeEntry(entry.entry))));
    expect([stored.idx, entry.idx, await indexes()]).toEqual([0, 0, [0]]);
    expect(stored.verify_url).toContain(outcome.receipt);
  });

  it('sent five times at once with one key is one, with one receipt', async () => {
    await fresh();
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => signAs(site, campaignId, dinas())));
    expect(new Set(outcomes.map((one) => one.receipt)).size).toBe(1);
    expect(outcomes.filter((one) => !one.again).length).toBe(1);
    expect(outcomes.every((one) => !one.again || one.same)).toBe(true);
    expect([await count('signing.signature'), await count('evidence.log_entry')]).toEqual([1, 1]);
  });

  it('with another key is told of the first', async () => {
    await fresh();
    const first = await signAs(site, campaignId, dinas());
    const second = await signAs(site, campaignId, dinas(), { key: 'kunci-yang-lain-1' });
    expect(second).toEqual({ ...first, again: true, same: false });
    expect(await indexes()).toEqual([0]);
  });

  it('has a seal that is older than itself, however late its first PDF is made', async () => {
    await fresh();
    await signAs(site, campaignId, dinas());
    const [row] = await rows('select created_at from evidence.certificate where agency_id = $1', agencyId);
    expect(row.created_at.getTime()).toBeLessThanOrEqual(SIGNING_DAY.getTime());
  });
});

describe('many at once', () => {
  /** A request as `sign` would make it, to be spoiled by the test. */
  async function request(personId: string, change: Partial<Request> = {}): Promise<Request> {
    const signatory = await signatoryOf(site.db.pool, { agencyId, campaignId, personId });
    const sent = await goodSubmission(site, { agencyId, campaignId, personId });
    const pact = signatory.campaign.pact!;
    const { method, typedName, drawing, ceremony } = sent;
    const record = pactRecord({ ...signatory, pact }, { method, typedName, drawing, ceremony }, SIGNING_DAY);
    const sealed = toSeal(site.platform.config, personId, record, Buffer.alloc(32, 7));
    const { textDigest, key } = sent;
    return { agencyId, campaignId, textDigest, key, method: 'slip', at: SIGNING_DAY, sealed, ...change };
  }

  it('a row that the database refuses fails alone', async () => {
    await fresh();
    const { seksi, kecamatan, contract } = site.world.people;
    const bad = await request(seksi, { method: 'telepati' as 'slip' });
    const requests = [await request(dinas()), bad, await request(kecamatan), await request(contract)];
    const settled = await Promise.allSettled(requests.map((one) => site.signer.sign(one)));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await indexes()).toEqual([0, 1, 2]);
    expect(await signAs(site, campaignId, seksi)).toMatchObject({ again: false });
    expect(await indexes()).toEqual([0, 1, 2, 3]);
  });

  it('a refused request leaves the others of its batch alone', async () => {
    await fresh();
    const { seksi, kecamatan } = site.world.people;
    const old = await request(seksi, { textDigest: 'f'.repeat(64) });
    const late = await request(kecamatan, { at: new Date('2024-10-01T00:00:00Z') });
    const sent = [await request(dinas()), old, late].map((one) => site.signer.sign(one));
    const [good, changed, tooLate] = await Promise.allSettled(sent);
    expect(good).toMatchObject({ status: 'fulfilled' });
    expect(changed).toMatchObject({ reason: { code: 'signing.textChanged' } });
    expect(tooLate).toMatchObject({ reason: { code: 'signing.late' } });
    expect(await indexes()).toEqual([0]);
  });

  it('three hundred people stand in the log without a gap, each once, in order of arrival', async () => {
    const people = await addStaff(
      site,
      Array.from({ length: 300 }, () => ({})),
    );
    await fresh();
    const outcomes = await Promise.all(people.map((personId) => signAs(site, campaignId, personId)));
    expect(new Set(outcomes.map((one) => one.receipt)).size).toBe(300);
    const stored = await rows(
      'select idx, person_id, receipt from evidence.record where campaign_id = $1 order by idx',
      campaignId,
    );
    expect(stored.map((row) => row.idx)).toEqual(Array.from({ length: 300 }, (_, i) => i));
    expect(new Set(stored.map((row) => row.person_id))).toEqual(new Set(people));
    expect(new Map(stored.map((row) => [row.person_id, row.receipt]))).toEqual(
      new Map(people.map((personId, i) => [personId, outcomes[i]!.receipt])),
    );
    const [log] = await rows('select size from evidence.log where campaign_id = $1', campaignId);
    expect(log.size).toBe(300);
    const entries = await rows(
      'select idx from evidence.log_entry where campaign_id = $1 order by idx',
      campaignId,
    );
    expect(entries.map((row) => row.idx)).toEqual(stored.map((row) => row.idx));
  });

  it('are written in the order in which they came', async () => {
    const people = await addStaff(
      site,
      Array.from({ length: 20 }, (_, i) => ({
        idNumber: `19850312201001250${i}`.slice(0, 16) + String(i).padStart(2, '0'),
      })),
    );
    await fresh();
    const requests = await Promise.all(people.map((personId) => request(personId)));
    await Promise.all(requests.map((one) => site.signer.sign(one)));
    const stored = await rows(
      'select person_id from evidence.record where campaign_id = $1 order by idx',
      campaignId,
    );
    expect(stored.map((row) => row.person_id)).toEqual(people);
  });

  it('two processes that write one log at once leave no gap either', async () => {
    await fresh();
    const { createSigner } = await import('./batch.ts');
    const signers = [1, 2, 3].map(() => createSigner(site.platform, { soon: () => {} }));
    const everybody = await rows(
      'select person_id from campaigns.audience where campaign_id = $1',
      campaignId,
    );
    const requests = await Promise.all(everybody.map((row) => request(row.person_id)));
    await Promise.all(requests.flatMap((one) => signers.map((signer) => signer.sign(one))));
    expect(await indexes()).toEqual(Array.from({ length: requests.length }, (_, i) => i));
  });
});

describe('what stands in the way', () => {
  const attempt = (change: Parameters<typeof signAs>[3] = {}, personId = dinas()) =>
    signAs(site, campaignId, personId, change);
  const withdraw = (version: number) =>
    inOne((client) =>
      withdrawText(
        client,
        { agencyId, campaignId, kind: 'pact', version, reason: 'Salah ketik.', by: 'system' },
        SIGNING_DAY,
      ),
    );
  const addPact = (title: string) =>
    inOne((client) =>
      addText(
        client,
        {
          ...{ agencyId, campaignId, kind: 'pact', draft: true, source: 'Uji', by: 'system' },
          text: { ...draftTexts('pilkada', 'asn-non-asn').pact, title },
        } as Parameters<typeof addText>[1],
        SIGNING_DAY,
      ),
    );

  it('a campaign that is not open: nobody is in its audience', async () => {
    campaignId = await readyCampaign(site.db.pool, site.world, SIGNING_DAY);
    await expect(attempt()).rejects.toEqual(refusal('signing.noSuchCode', 404));
    const signatory = await signatoryOf(site.db.pool, {
      agencyId,
      campaignId: await site.openedCampaign(),
      personId: dinas(),
    });
    const notOpen = { ...signatory, campaign: { ...signatory.campaign, id: campaignId } };
    const sent = await goodSubmission(site, {
      agencyId,
      campaignId: signatory.campaign.id,
      personId: dinas(),
    });
    await expect(sign(site.platform, site.signer, notOpen, sent)).rejects.toEqual(
      refusal('signing.notOpen', 409),
    );
  });

  it('the end of the campaign', async () => {
    await fresh();
    await inOne((client) =>
      closeCampaign(client, { agencyId, campaignId, reason: 'Selesai.', by: 'system' }, SIGNING_DAY),
    );
    await expect(attempt()).rejects.toEqual(refusal('signing.closed', 410));
  });

  it('the deadline, to the millisecond', async () => {
    await fresh();
    site.setClock(new Date('2024-09-30T14:59:00.001Z'));
    await expect(attempt()).rejects.toEqual(refusal('signing.late', 410));
    site.setClock(new Date('2024-09-30T14:59:00.000Z'));
    expect(await attempt()).toMatchObject({ again: false });
    site.setClock(SIGNING_DAY);
  });

  it('a withdrawn text, and an older one does not come back by itself', async () => {
    campaignId = await readyCampaign(site.db.pool, site.world, SIGNING_DAY);
    await addPact('Pakta kedua');
    await openForAll(site, campaignId);
    const before = await goodSubmission(site, { agencyId, campaignId, personId: dinas() });
    const signatory = await signatoryOf(site.db.pool, { agencyId, campaignId, personId: dinas() });
    await withdraw(2);
    await expect(attempt()).rejects.toEqual(refusal('signing.textWithdrawn', 409));
    await expect(sign(site.platform, site.signer, signatory, before)).rejects.toEqual(
      refusal('signing.textWithdrawn', 409),
    );
    await addPact('Pakta ketiga');
    await expect(attempt({ textDigest: before.textDigest })).rejects.toEqual(
      refusal('signing.textChanged', 409),
    );
    expect(await attempt()).toMatchObject({ again: false });
  });

  it('a closing that commits while the signature is on its way: one of the two comes first', async () => {
    await fresh();
    const sent = await goodSubmission(site, { agencyId, campaignId, personId: dinas() });
    const signatory = await signatoryOf(site.db.pool, { agencyId, campaignId, personId: dinas() });
    const client = await site.db.pool.connect();
    await client.query('begin');
    await closeCampaign(client, { agencyId, campaignId, reason: 'Selesai.', by: 'system' }, SIGNING_DAY);
    const signing = sign(site.platform, site.signer, signatory, sent).catch((error) => error);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await client.query('commit');
    client.release();
    expect(await signing).toEqual(refusal('signing.closed', 410));
    expect(await count('signing.signature')).toBe(0);
  });

  it('points that were not ticked', async () => {
    await fresh();
    const { ticked } = await goodSubmission(site, { agencyId, campaignId, personId: dinas() });
    for (const some of [[], ticked.slice(1), ticked.slice(0, -1), [NaN, -1, 99]])
      await expect(attempt({ ticked: some })).rejects.toEqual(refusal('signing.pointsUnread'));
    expect(await count('signing.signature')).toBe(0);
  });

  it('the name of another person', async () => {
    await fresh();
    await expect(attempt({ typedName: 'Siti Contoh' })).rejects.toEqual(refusal('signing.nameDiffers'));
    await expect(attempt({ typedName: '' })).rejects.toEqual(refusal('signing.nameDiffers'));
  });

  it('a person who is not in the audience, or of another institution', async () => {
    await fresh();
    const holder = { agencyId, campaignId, personId: site.world.people.retired };
    await expect(signatoryOf(site.db.pool, holder)).rejects.toEqual(refusal('signing.noSuchCode', 404));
    await expect(signatoryOf(site.db.pool, { ...holder, personId: 'tidak-ada' })).rejects.toEqual(
      refusal('signing.noSuchCode', 404),
    );
    await expect(signatoryOf(site.db.pool, { ...holder, agencyId: 'lain' })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('letters that no document can print, in the text or in the person’s data', async () => {
    const [odd] = await addStaff(site, [{ name: 'Maʼruf 漢 Contoh', idKind: 'local', idNumber: 'X-1' }]);
    await fresh();
    await expect(attempt({}, odd)).rejects.toMatchObject({ status: expect.any(Number) });
    campaignId = await inOne((client) => createCampaign(client, campaignValues(site.world), SIGNING_DAY));
    await expect(addPact('Pakta → integritas ☐')).rejects.toMatchObject({ code: 'campaigns.unprintable' });
    expect(await count('evidence.record')).toBe(0);
  });
});

describe('people as they are', () => {
  it.each([
    ["Ma'ruf Rekaan", 'MA’RUF REKAAN'],
    ['Jum’at', "jum'at"],
    [
      'Prof. Dr. Ir. H. Raden Mas Contohadi Rekaningrat Misalkan Umpamana, S.H., M.Si., M.Hum.',
      'raden mas contohadi rekaningrat misalkan umpamana',
    ],
    ['Rekaningsih', 'REKANINGSIH'],
    ['Dra. Hj. Contohwati "Ati" O\'Rekaan', 'contohwati ati orekaan'],
  ])('%s signs as %s', async (name, typedName) => {
    const [personId] = await addStaff(site, [{ name, idKind: 'local', idNumber: null }]);
    await fresh();
    await signAs(site, campaignId, personId!, { typedName });
    const [stored] = await rows(
      'select record from evidence.sealed_record where campaign_id = $1',
      campaignId,
    );
    const { person, act }: SealedRecord = parseRecord(stored.record);
    expect([person.name, act.typedName.toLowerCase()]).toEqual([name, typedName.toLowerCase()]);
  });
});

describe('a drawing', () => {
  it.each([
    ['M 0 0 L 1000 300', true],
    ['M 1 1 L 2 2 M 3 3 L 4 4', true],
    ['', false],
    ['M 1 1', false],
    ['M 01 1 L 2 2', false],
    ['M 1001 1 L 2 2', false],
    ['M 1 301 L 2 2', false],
    ['L 1 1 L 2 2', false],
    ['M 1 1 L 2 2 ', false],
    ['M 1 1 L 2 2\n', false],
    ['M 1 1 L -2 2', false],
    ['<svg onload=alert(1)>', false],
  ])('%s', (text, fits) => expect(readDrawing(text)).toBe(fits ? text : null));

  it('of a megabyte is none', () => expect(readDrawing(`M 1 1${' L 2 2'.repeat(200_000)}`)).toBeNull());
});
