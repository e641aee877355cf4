import type { Page } from 'playwright-core';
import { OFFICER } from './yard.ts';

/** The officer of the yard, in this browser from now on. */
export async function signIn(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/masuk`);
  await page.fill('[name=username]', OFFICER.username);
  await page.fill('[name=password]', OFFICER.password);
  await Promise.all([page.waitForEvent('load'), page.click('main form button[type=submit]')]);
}
