import { expect } from 'vitest';
import { LONG_NAME } from './roster-file.ts';
import type { Story } from './story.ts';

const CHECKS = 11;

/** Somebody who knows nobody here: the file, then the address of the QR code, then a file that was touched. */
export async function verifyAsStranger(story: Story): Promise<void> {
  const { stranger, receipt, verifyPath, pdf } = story;
  const reader = await stranger();
  const check = async (bytes: Uint8Array) => {
    await reader.go('/v');
    const file = { name: 'pakta.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) };
    await reader.page.locator('#f-pdf').setInputFiles(file);
    await reader.press('form[enctype] button[type=submit]');
    return { passed: await count('pass'), failed: await count('fail'), unknown: await count('unknown') };
  };
  const count = (verdict: string) => reader.page.locator(`.checks li.${verdict}`).count();
  expect(await check(pdf)).toEqual({ passed: CHECKS, failed: 0, unknown: 0 });
  expect(await reader.text('dl.facts')).toContain(LONG_NAME);
  await reader.go(verifyPath);
  expect(await count('pass')).toBe(CHECKS);
  await reader.go('/v');
  await reader.fill({ nomor: receipt });
  await reader.press('form[method=get] button');
  expect(new URL(reader.page.url()).pathname).toBe(verifyPath);
  const touched = Uint8Array.from(pdf);
  touched[touchable(pdf)]! ^= 1;
  const { failed } = await check(touched);
  expect(failed).toBeGreaterThan(0);
  expect(await reader.text('.checks li.fail')).toMatch(
    /Dokumen tidak berubah sejak disegel Gagal\s+Isi berkas/,
  );
  expect(await reader.text('.notice.bad')).not.toBe('');
}

/** A byte in the picture of the page, so that the structure still reads. */
function touchable(pdf: Uint8Array): number {
  const at = Buffer.from(pdf).indexOf('stream\n');
  return at + 60;
}
