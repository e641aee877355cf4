import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openZip } from '../../src/platform/files/index.ts';
import { rowsOf } from './prepare.ts';
import { LONG_NAME, PEOPLE } from './roster-file.ts';
import type { Story } from './story.ts';

const SIGNED: readonly string[] = [LONG_NAME, PEOPLE[0][0]];

/** Two of seven: those who signed for show are not among them. */
export async function seeCoverage({ officer, campaign }: Story): Promise<void> {
  await officer.go(campaign);
  await officer.press(`a[href="${campaign}/cakupan"]`);
  expect(await officer.text('.figure')).toBe('28,6 %');
  expect(await officer.text('main .card')).toContain('2 dari 7');
  const states = await officer.text('main table');
  expect(states).toMatch(/simbolis\S*\s+2\s/i);
  await officer.press(`a[href="${campaign}/belum"]`);
  const list = await officer.text();
  for (const [name] of PEOPLE) expect([name, list.includes(name)]).toEqual([name, !SIGNED.includes(name)]);
}

/** The recap for those above, as a workbook, on paper, and the documents themselves. */
export async function takeRecap({ officer, campaign, pdf }: Story): Promise<void> {
  await officer.go(`${campaign}/cakupan`);
  const xlsx = await officer.download('a[href$="/rekap.xlsx"]');
  const summary = new Map((await rowsOf(xlsx.bytes, xlsx.name)).map(([item, value]) => [item, value]));
  expect(summary.get('Wajib')).toBe('7');
  const units = await rowsOf(xlsx.bytes, xlsx.name, 1);
  const figures = units.filter((row) => /^\d+$/.test(row[2] ?? '')).map((row) => row.slice(2, 9).map(Number));
  const total = figures.pop() as number[];
  expect(total).toEqual([7, 2, 0, 0, 2, 3, 0]);
  expect(total.map((_, at) => figures.reduce((sum, row) => sum + (row[at] ?? 0), 0))).toEqual(total);
  const paper = await officer.download('a[href$="/rekap.pdf"]');
  expect(new TextDecoder('latin1').decode(paper.bytes.subarray(0, 5))).toBe('%PDF-');
  await officer.press('a[href$="/pakta.zip"]');
  const said = await officer.text();
  expect(said, 'everybody in one file takes two people').toContain('Persetujuan dua orang');
  await officer.go(`${campaign}/cakupan`);
  const files = await pactsByUnit(officer.page, campaign);
  expect(files.length).toBe(2);
  expect(
    files.some((file) => file.equals(pdf)),
    'the same bytes as on the phone',
  ).toBe(true);
}

/** Of each unit that has any, as the links of its line lead. */
async function pactsByUnit(page: Page, campaign: string): Promise<Buffer[]> {
  const leads = await page.locator('main a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  const units = new Set(leads.flatMap((href) => /\/cakupan\/([^/?]+)$/.exec(href ?? '')?.[1] ?? []));
  const { origin } = new URL(page.url());
  const files: Buffer[] = [];
  for (const unit of units) {
    const asked = `${origin}${campaign}/pakta.zip?unit=${unit}`;
    const answer = await page.context().request.get(asked, { maxRedirects: 0 });
    if (answer.headers()['content-type'] !== 'application/zip') continue;
    const archive = openZip(await answer.body());
    for (const name of archive.names) files.push(await whole(archive.open(name)));
  }
  return files;
}

async function whole(parts: AsyncGenerator<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

/** A draft from the records; its open places stand between it and the public. */
export async function publishRelease(story: Story): Promise<void> {
  const { officer, campaign } = story;
  await officer.go(campaign);
  await officer.press(`a[href="${campaign}/rilis"]`);
  await officer.press('form:has(input[value=rancang]) button');
  const draft = await officer.page.inputValue('#f-body');
  expect(draft).toContain('[lengkapi:');
  for (const [name] of PEOPLE) expect(draft, 'nobody of the roster is named').not.toContain(name);
  expect(await officer.page.locator('form:has(input[value=setuju])').count()).toBe(0);
  expect(await approvedAnyway(story)).toBe(422);
  const title = await officer.page.inputValue('#f-title');
  await officer.fill({
    title: title.replace(/\[[^\]]*\]/g, 'Pemilu'),
    body: draft.replace(/\[[^\]]*\]/g, 'hari ini'),
  });
  await officer.press('form:has(input[value=simpan]) button');
  await officer.press('form:has(input[value=setuju]) button');
  await officer.press('a[href^="/rilis/"]');
  const reader = await story.stranger();
  await reader.go('/rilis');
  await reader.press('main article a');
  expect(await reader.text('article')).toContain('Halaman kantor bupati');
}

/** The approval sent past the page that does not offer it. @returns the status of the answer */
async function approvedAnyway({ officer, server, campaign }: Story): Promise<number> {
  const id = await officer.page.inputValue('form:has(input[value=simpan]) input[name=id]');
  const form = { tindakan: 'setuju', id, version: '1' };
  const headers = { origin: server.address };
  const answer = await officer.context.request.post(`${campaign}/rilis`, { form, headers });
  return answer.status();
}
