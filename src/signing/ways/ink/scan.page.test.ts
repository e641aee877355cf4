import { describe, expect, it } from 'vitest';
import { codesOf, cookieOfOwner, SIGNING_DAY, signAs } from '../../../../test/signing-world.ts';
import { signedIn } from '../../../../test/staff.ts';
import { addText, draftTexts, withdrawText } from '../../../campaigns/index.ts';
import { recordByReceipt } from '../../../evidence/index.ts';
import { transaction } from '../../../platform/db/index.ts';
import { parseRecord } from '../../../verify/index.ts';
import {
  agencyId,
  answers,
  attached,
  campaignId,
  confirm,
  first,
  get,
  here,
  inkSite,
  post,
  second,
  signatures,
  site,
} from './test-ink.ts';

inkSite();

describe('a second person', () => {
  it('sees scan, name and text, confirms, and only then the pact is sealed', async () => {
    const scan = await attached();
    const html = await (await get(scan, second)).text();
    expect(html).toContain(`src="${scan}/berkas"`);
    expect(html).toContain('Yang harus ada di kertas');
    site.setClock(new Date('2024-09-18T00:40:00Z'));
    const answer = await confirm(scan, second);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, scan]);
    const [signature] = await signatures();
    expect(signature.method).toBe('ink');
    const record = parseRecord((await recordByReceipt(site.db.pool, agencyId, signature.receipt)).record);
    const { rows } = await site.db.pool.query('select sha256 from signing.scan where campaign_id = $1', [
      campaignId,
    ]);
    expect(record.act).toMatchObject({
      ...{ method: 'ink', strength: 'scanned', typedName: "Ma'ruf Contoh", at: '2024-09-18T00:40:00.000Z' },
      evidence: {
        kind: 'ink',
        scanSha256: rows[0].sha256.toString('hex'),
        mediaType: 'image/jpeg',
        recordedAt: SIGNING_DAY.toISOString(),
        confirmedAt: '2024-09-18T00:40:00.000Z',
      },
    });
    expect(await (await get(scan, second)).text()).toContain('disegel dengan pindaian ini');
    expect(await (await get(here(), second)).text()).toContain('Tidak ada pindaian yang menunggu');
    const code = (await codesOf(site, campaignId)).get(site.world.people.dinas);
    const cookie = await cookieOfOwner(
      site,
      { campaignId, personId: site.world.people.dinas },
      code as string,
    );
    const receipt = await (await get(`/s/${code}`, { cookie })).text();
    expect(receipt).toContain(record.receipt);
    expect(receipt).toContain('Tanda tangan basah');
  });

  it('is somebody else: one’s own scan is refused with words, and the page offers no button', async () => {
    const scan = await attached();
    const own = await (await get(scan, first)).text();
    expect(own).toContain('Petugas lain yang memeriksanya');
    expect(own).not.toContain('value="confirm"');
    for (const body of [
      answers('name', 'text', 'signature'),
      new URLSearchParams({ act: 'reject', reason: 'x' }),
    ]) {
      const answer = await post(scan, first, body);
      expect(answer.status).toBe(409);
      expect(await answer.text()).toContain('harus diperiksa petugas lain');
    }
    expect(await signatures()).toHaveLength(0);
  });

  it('must say that all three were compared', async () => {
    const scan = await attached();
    const answer = await post(scan, second, answers('name', 'text'));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Centang ketiganya');
    expect(await signatures()).toHaveLength(0);
  });

  it('rejects with a reason, once and for all', async () => {
    const scan = await attached();
    expect((await post(scan, second, new URLSearchParams({ act: 'reject', reason: ' ' }))).status).toBe(422);
    const reason = 'Nama di kertas milik orang lain';
    expect((await post(scan, second, new URLSearchParams({ act: 'reject', reason }))).status).toBe(303);
    expect(await (await get(scan, first)).text()).toContain(reason);
    expect((await confirm(scan, second)).status).toBe(409);
    expect(await signatures()).toHaveLength(0);
  });

  it('and a third at the same time decide once', async () => {
    const scan = await attached();
    const third = await signedIn(site.db.pool, SIGNING_DAY, { agencyId, role: 'officer' });
    const reject = post(scan, third, new URLSearchParams({ act: 'reject', reason: 'Buram' }));
    const statuses = [(await confirm(scan, second)).status, (await reject).status].sort();
    expect(statuses).toEqual([303, 409]);
    const { rows } = await site.db.pool.query(
      'select verdict from signing.scan_decision d join signing.scan s on s.id = d.scan_id where s.campaign_id = $1',
      [campaignId],
    );
    expect(rows).toHaveLength(1);
    expect(await signatures()).toHaveLength(rows[0].verdict === 'confirmed' ? 1 : 0);
  });

  it('is told where the person signed by other means meanwhile; the scan is kept unused', async () => {
    const scan = await attached();
    await signAs(site, campaignId, site.world.people.dinas);
    const answer = await confirm(scan, second);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('sudah menandatangani dengan cara lain');
    expect(await (await get(scan, second)).text()).toContain('Tidak dipakai');
    expect((await signatures()).map(({ method }) => method)).toEqual(['slip']);
  });

  it('cannot confirm a paper with an older text', async () => {
    const scan = await attached();
    await transaction(site.db.pool, async (client) => {
      const one = { agencyId, campaignId, kind: 'pact', by: 'system' } as const;
      await withdrawText(client, { ...one, version: 1, reason: 'Salah ketik.' }, SIGNING_DAY);
      const text = { ...draftTexts('pilkada', 'asn-non-asn').pact, title: 'Pakta yang baru' };
      await addText(client, { ...one, text, draft: true, source: 'Uji' }, SIGNING_DAY);
    });
    const shown = await (await get(scan, second)).text();
    expect(shown).toContain('Teks pakta sudah berganti');
    expect(shown).not.toContain('value="confirm"');
    expect(shown).toContain('value="reject"');
    const answer = await confirm(scan, second);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Teks pakta sudah berganti');
  });

  it('goes on where a confirmation was not sealed, and seals what was decided', async () => {
    const scan = await attached();
    const id = scan.split('/').at(-1);
    await site.db.pool.query(
      `insert into signing.scan_decision values ($1, $2, 'confirmed', null, 'account:lain', $3)`,
      [agencyId, id, new Date('2024-09-18T01:00:00Z')],
    );
    expect(await (await get(scan, second)).text()).toContain('paktanya belum tersegel');
    const again = () => post(scan, second, new URLSearchParams({ act: 'confirm' }));
    expect([(await again()).status, (await again()).status]).toEqual([303, 303]);
    const [signature] = await signatures();
    const record = parseRecord((await recordByReceipt(site.db.pool, agencyId, signature.receipt)).record);
    expect(record.act.evidence).toMatchObject({ confirmedAt: '2024-09-18T01:00:00.000Z' });
  });

  it('leaves a trail of who attached and who found it to match', async () => {
    await confirm(await attached(), second);
    const { rows } = await site.db.pool.query(
      `select kind, actor from platform.event where kind like 'scan.%' and data->>'campaignId' = $1 order by at, id`,
      [campaignId],
    );
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['scan.attached', 'scan.confirmed']);
    expect(new Set(rows.map(({ actor }) => actor)).size).toBe(2);
  });
});

it('after the deadline nothing is sealed, and the scan still waits', async () => {
  const scan = await attached();
  site.setClock(new Date('2024-10-01T00:00:00Z'));
  const officer = await signedIn(site.db.pool, new Date('2024-10-01T00:00:00Z'), {
    agencyId,
    role: 'officer',
  });
  expect((await confirm(scan, officer)).status).toBe(410);
  expect(await (await get(here(), officer)).text()).toContain('Menunggu pemeriksaan');
});
