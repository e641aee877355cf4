import { expect } from 'vitest';
import { TEMPLATE_COLUMNS } from '../../src/agencies/roster/index.ts';
import { openTable } from '../../src/platform/files/index.ts';
import { readText } from '../walker.ts';
import { PEOPLE, REFUSED, ROSTER_TYPE, rosterFile } from './roster-file.ts';
import type { Story } from './story.ts';

export const OFFICER = { username: 'petugas', password: 'padi-kapas-rotan-jati' };

/** The front page leads a new owner to the claim; afterwards nobody can claim again. */
export async function claim(story: Story): Promise<void> {
  const { officer } = story;
  await officer.go('/');
  await officer.press('a[href="/klaim"]');
  await officer.fill({
    ...{ name: 'Pemerintah Kabupaten Misalan', level: 'kabupaten', zone: 'Asia/Makassar', place: 'Misalan' },
    ...{ personName: 'Petugas Contoh', ...OFFICER, password: 'pendek' },
  });
  await officer.press('main form button[type=submit]');
  expect(await officer.text('[role=alert]')).toContain('Kata sandi');
  await officer.fill({ password: OFFICER.password });
  await officer.press('main form button[type=submit]');
  story.agency = /^\/kerja\/[^/]+/.exec(new URL(officer.page.url()).pathname)?.[0] as string;
  expect(new URL(officer.page.url()).pathname).toBe(`${story.agency}/gerakan`);
  expect(await officer.go('/klaim')).toBe(409);
}

/** Template down, file up, what it would do, accept; the same file again changes nothing. */
export async function importRoster(story: Story): Promise<void> {
  const { officer, agency } = story;
  await officer.go(`${agency}/pegawai`);
  await officer.press(`a[href="${agency}/pegawai/impor"]`);
  const template = await officer.download('a[href$="/templat/xlsx"]');
  expect((await rowsOf(template.bytes, template.name))[0]).toEqual(
    TEMPLATE_COLUMNS.map(({ header }) => header),
  );
  await upload(story);
  expect(await officer.text('nav.tabs, .tabs')).toMatch(/Ditolak \(1\)[\s\S]*Ditambah \(7\)/);
  await officer.press('a[href*="jenis=refuse"]');
  expect(await officer.text('table')).toContain(REFUSED[0]);
  expect(await officer.text('table')).not.toContain(PEOPLE[0][0]);
  await officer.press('form:has(input[value=terima]) button[type=submit]');
  expect(await officer.text('.notice.good')).toContain('sudah diterima');
  await officer.go(`${agency}/pegawai`);
  for (const [name] of PEOPLE) expect(await officer.text('table')).toContain(name);
  await officer.go(`${agency}/pegawai/impor`);
  await upload(story);
  expect(await officer.text('nav.tabs, .tabs')).toMatch(
    /Ditambah \(0\)[\s\S]*Diubah \(0\)[\s\S]*Tetap \(7\)/,
  );
  expect(await officer.page.locator('input[value=terima]').count()).toBe(0);
  await officer.press('form:has(input[value=buang]) button[type=submit]');
}

async function upload({ officer }: Story): Promise<void> {
  const file = { name: 'pegawai.xlsx', mimeType: ROSTER_TYPE, buffer: await rosterFile() };
  await officer.page.locator('#f-file').setInputFiles(file);
  await officer.press('form[enctype] button[type=submit]');
  await officer.page.locator('input[name=aksi]').first().waitFor({ state: 'attached' });
}

/** The rows of the first sheet, as text. */
export async function rowsOf(bytes: Uint8Array, name: string, sheet = 0): Promise<string[][]> {
  const rows: string[][] = [];
  const table = await openTable(bytes, name);
  await table.read(sheet, ({ cells }) => {
    rows.push(Array.from(cells, (cell) => cell?.text ?? ''));
    return true;
  });
  return rows;
}

const CIRCULAR = `SURAT EDARAN
Nomor 800/123/SE/2026
TENTANG NETRALITAS PEGAWAI
1. Dasar:
a. Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;
2. Seluruh pegawai menandatangani pakta integritas.
Ditetapkan di Misalan pada tanggal 2 November 2026`;

/** From the circular's text to a campaign; the joint decree is added and checked against the letter's day. */
export async function newCampaign(story: Story): Promise<void> {
  const { officer, agency } = story;
  await officer.go(`${agency}/gerakan`);
  await officer.press(`a[href="${agency}/gerakan/baru"]`);
  await officer.fill({ circularText: CIRCULAR });
  await officer.press('button[value=read]');
  expect(await officer.page.inputValue('#f-circularNumber')).toBe('800/123/SE/2026');
  expect(await officer.page.inputValue('#f-bases')).toContain('Nomor 20 Tahun 2023');
  await officer.press('button[value=skb]');
  expect(await officer.page.inputValue('#f-bases')).toMatch(/Keputusan Bersama/);
  await officer.fill({ circularDate: '2026-11-02', circularIssuer: 'Sekretaris Daerah' });
  await officer.press('button[value=check]');
  expect(await officer.text('main .card table')).toMatch(/Keputusan Bersama[\s\S]*berlaku/i);
  const [election] = await officer.page.locator('#f-electionId option[value]:not([value=""])').all();
  await officer.fill({
    title: 'Ikrar Netralitas Kabupaten Misalan',
    electionId: (await election?.getAttribute('value')) as string,
    deadline: nextMonth(),
    deadlineTime: '16:00',
  });
  await officer.press('button[value=save]:visible');
  story.campaign = new URL(officer.page.url()).pathname;
  expect(story.campaign).toMatch(new RegExp(`^${agency}/gerakan/(?!baru)[^/]+$`));
}

function nextMonth(): string {
  return new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Both texts are pinned as drafts, the audience is counted, and only then the campaign is opened. */
export async function openCampaign(story: Story): Promise<void> {
  const { officer, campaign } = story;
  for (const kind of ['ikrar', 'pakta']) {
    await officer.go(campaign);
    await officer.press(`a[href="${campaign}/teks/${kind}"]`);
    await officer.page.locator('details:has(a[href*="draf="]) summary').click();
    await officer.press('a[href$="?draf=pemilu.asn-non-asn"]');
    expect((await officer.page.inputValue('#f-points')).split('\n').length).toBeGreaterThan(2);
    await officer.page.locator('#f-official-no').check();
    await officer.press('button[value=add]');
    expect(await officer.text()).toContain('Versi 1');
  }
  await officer.go(campaign);
  await officer.press(`a[href="${campaign}/buka"]`);
  await officer.press('button[value=count]');
  expect(await officer.text('.figure')).toBe('7');
  await officer.press('button[value=open]');
  expect(new URL(officer.page.url()).pathname).toBe(campaign);
  expect(await officer.page.locator(`a[href="${campaign}/lembar"]`).count()).toBe(1);
}

/** A day that nobody wrote down stays unknown; who came and who signed for show are different facts. */
export async function holdCeremony(story: Story): Promise<void> {
  const { officer, campaign, agency } = story;
  await officer.go(`${campaign}/apel`);
  await officer.press(`a[href="${campaign}/apel/baru"]`);
  await officer.page.locator('#f-heldOnStatus-unknown').check();
  await officer.fill({
    title: 'Apel Ikrar Netralitas',
    place: 'Halaman kantor bupati',
    heldOn: '2026-11-02',
  });
  await officer.press('main form button[type=submit]');
  expect(await officer.page.locator('#e-heldOn').count(), 'a date beside "unknown" is refused').toBe(1);
  await officer.fill({ heldOn: '' });
  await officer.press('main form button[type=submit]');
  story.ceremony = new URL(officer.page.url()).pathname;
  expect(story.ceremony).toMatch(new RegExp(`^${agency}/apel/`));
  expect(await officer.text('dl.facts')).toMatch(/Tanggal\s+[Bb]elum diketahui|[Tt]idak diketahui/);
  await officer.press(`a[href="${story.ceremony}/hadir"]`);
  await officer.page.locator('#f-all-attended').check();
  for (const name of ["Ma'ruf Contohadi", "Jum'at Misalkan", 'Rekaningsih'])
    await officer.page.locator(`.attend li:has-text("${name}") input[name=symbolic]`).check();
  await officer.press('form:has(input[name=shown]) button[type=submit]');
  expect(await officer.text('.notice.good')).toContain('10');
}

export async function printSlips(story: Story): Promise<void> {
  const { officer, campaign } = story;
  await officer.go(campaign);
  await officer.press(`a[href="${campaign}/lembar"]`);
  for (const slip of await officer.page.locator('.slip').all())
    story.slips.set(await readText(slip.locator('strong')), await readText(slip.locator('.code')));
  expect([...story.slips.keys()].sort()).toEqual(PEOPLE.map(([name]) => name).sort());
  expect(new Set(story.slips.values()).size).toBe(7);
}
