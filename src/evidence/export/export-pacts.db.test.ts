import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openSigningWorld, type SigningWorld, signAs } from '../../../test/signing-world.ts';
import { pactFile, pactFileName } from '../pact-file.ts';
import { recordByReceipt, type StoredRecord } from '../store.ts';
import { exportPacts } from './export-pacts.ts';
import type { Range } from './export-range.ts';

const agencyId = 'fakfak';
let site: SigningWorld;
let range: Range;
const stored: StoredRecord[] = [];
let folder: string;
beforeAll(async () => {
  site = await openSigningWorld();
  const campaignId = await site.openedCampaign();
  const { dinas, kecamatan, seksi } = site.world.people;
  for (const person of [dinas, kecamatan, seksi]) {
    const { receipt } = await signAs(site, campaignId, person);
    stored.push(await recordByReceipt(site.db.pool, agencyId, receipt));
  }
  range = { agencyId, campaignId, from: 0, end: 3 };
});
afterAll(() => site.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ikrar-export-'));
  return () => rmSync(folder, { recursive: true });
});

const run = (ranges = [range]) => exportPacts(site.platform, folder, ranges, () => {});
const pathOf = async (one: StoredRecord) =>
  join(folder, pactFileName((await pactFile(site.platform, one)).record));

it('writes every record of the range, as a download gives it', async () => {
  expect(await run()).toBe(3);
  expect(readdirSync(folder)).toHaveLength(3);
  for (const one of stored) {
    const { bytes } = await pactFile(site.platform, one);
    expect(readFileSync(await pathOf(one)).equals(bytes)).toBe(true);
  }
  expect(await run([{ ...range, from: 1, end: 2 }])).toBe(1);
});

it('leaves what is there and writes what is missing or damaged', async () => {
  await run();
  const [whole, damaged, missing] = (await Promise.all(stored.map(pathOf))) as [string, string, string];
  const before = statSync(whole, { bigint: true });
  const right = readFileSync(damaged);
  writeFileSync(damaged, Buffer.from(right).fill(0, 100, 101));
  rmSync(missing);
  expect(await run()).toBe(3);
  expect(statSync(whole, { bigint: true }).mtimeNs).toBe(before.mtimeNs);
  expect(readFileSync(damaged).equals(right)).toBe(true);
  expect(statSync(missing).size).toBeGreaterThan(10_000);
});

it('is for nobody else on the machine: names and numbers of people stand in every file', async () => {
  await run();
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
});

it('stops at a full disk and leaves no half a file', async () => {
  const full = await pathOf(stored[1]!);
  symlinkSync('/dev/full', full);
  await expect(run()).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(readdirSync(folder).map((name) => join(folder, name))).not.toContain(full);
  expect(await run()).toBe(3);
});
