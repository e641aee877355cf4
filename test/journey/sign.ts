import { expect } from 'vitest';
import { anotherTab, type Walker } from '../walker.ts';
import { OFFICER } from './prepare.ts';
import { LONG_NAME, PEOPLE } from './roster-file.ts';
import type { Story } from './story.ts';

/** A phone, no account: the code, the text, the ticks, the name; one signature however often it is sent. */
export async function signOnPhone(story: Story): Promise<void> {
  const phone = await story.stranger({ touch: story.script });
  await phone.go('/s');
  await phone.fill({ kode: 'AAAA-BBBB-CCCC' });
  await phone.press('main form button[type=submit]');
  expect(await phone.page.locator('#e-kode').count()).toBe(1);
  await phone.fill({ kode: (story.slips.get(LONG_NAME) as string).toLowerCase() });
  await phone.press('main form button[type=submit]');
  expect(await phone.text('dl.facts')).toContain(LONG_NAME);
  const otherTab = await anotherTab(phone);
  await otherTab.go(new URL(phone.page.url()).pathname);
  await phone.page.bringToFront();
  await refusedFirst(phone);
  if (story.script) await signByHand(phone);
  else await signByKeyboard(phone);
  story.receipt = await phone.text('p.figure');
  expect(await phone.text('.notice.good')).toContain(LONG_NAME);
  await takeFiles(story, phone);
  await otherTab.page.bringToFront();
  await sendAgain(story, otherTab);
  expect(otherTab.faults).toEqual([]);
}

/** Nothing ticked and another's name: both are said, nothing is lost, nothing is recorded. */
async function refusedFirst(phone: Walker): Promise<void> {
  await phone.page.locator('input[name=point]').first().check();
  await phone.fill({ typedName: 'Orang Lain' });
  await phone.press('form[data-sign] button[type=submit]');
  expect(await phone.page.locator('[role=alert] a').count()).toBeGreaterThan(0);
  expect(await phone.page.inputValue('#f-typedName')).toBe('Orang Lain');
  expect(await phone.page.locator('input[name=point]').first().isChecked()).toBe(true);
}

async function signByHand(phone: Walker): Promise<void> {
  for (const point of await phone.page.locator('input[name=point]').all()) await point.check();
  await phone.fill({ typedName: LONG_NAME });
  const canvas = phone.page.locator('canvas.draw');
  await canvas.scrollIntoViewIfNeeded();
  const area = (await canvas.boundingBox()) as { x: number; y: number; width: number; height: number };
  const { mouse } = phone.page;
  await mouse.move(area.x + 20, area.y + 20);
  await mouse.down();
  await mouse.move(area.x + area.width / 2, area.y + area.height - 20, { steps: 8 });
  await mouse.move(area.x + area.width - 20, area.y + 20, { steps: 8 });
  await mouse.up();
  expect(await phone.page.inputValue('input[name=drawing]')).toMatch(/^M \d+ \d+( L \d+ \d+){5,}/);
  await phone.leave(() => phone.page.locator('form[data-sign] button[type=submit]').dblclick());
}

/** Tab, Space and Enter alone, in the order of the page. */
async function signByKeyboard(phone: Walker): Promise<void> {
  const { page } = phone;
  const { keyboard } = page;
  await phone.go(new URL(page.url()).pathname);
  const points = await page.locator('input[name=point]').count();
  let ticked = 0;
  for (let steps = 0; steps < 60; steps += 1) {
    await keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement;
      const ring = getComputedStyle(element);
      return { name: element.name, type: element.type, ring: `${ring.outlineStyle} ${ring.outlineWidth}` };
    });
    if (at.name) expect(at.ring, `${at.name} shows that it has the focus`).not.toMatch(/^none| 0px$/);
    if (at.name === 'point') {
      await keyboard.press('Space');
      ticked += 1;
    }
    if (at.name === 'typedName') await keyboard.type(LONG_NAME);
    if (at.type === 'submit') break;
  }
  expect(ticked).toBe(points);
  await phone.leave(() => keyboard.press('Enter'));
}

/** The receipt page gives the document, the proof once the log has published it, and the way to check them. */
async function takeFiles(story: Story, phone: Walker): Promise<void> {
  const { name, bytes } = await phone.download('a[href$="/pakta.pdf"]');
  expect(name).toMatch(/\.pdf$/);
  expect(new TextDecoder('latin1').decode(bytes.subarray(0, 8))).toMatch(/^%PDF-/);
  story.pdf = bytes;
  const again = await phone.download('a[href$="/pakta.pdf"]');
  expect(again.bytes).toEqual(bytes);
  story.verifyPath = (await phone.page.locator('a[href^="/v/"]').getAttribute('href')) as string;
  const proof = phone.page.locator('a[href$=".tlog-proof"]');
  for (let tries = 0; tries < 20 && (await proof.count()) === 0; tries += 1) {
    await phone.page.waitForTimeout(250);
    await phone.go(new URL(phone.page.url()).pathname);
  }
  const found = await phone.download(proof);
  expect(new TextDecoder().decode(found.bytes)).toMatch(/^c2sp\.org\/tlog-proof@v1\n/);
}

/** The form of the other tab was opened before; sent twice at once, it shows the receipt that stands. */
async function sendAgain(story: Story, tab: Walker): Promise<void> {
  for (const point of await tab.page.locator('input[name=point]').all()) await point.check();
  await tab.fill({ typedName: LONG_NAME });
  await tab.leave(() => tab.page.locator('form[data-sign] button[type=submit]').dblclick());
  await tab.page.locator('p.figure').waitFor();
  expect(await tab.text('p.figure')).toBe(story.receipt);
  expect(await tab.text('.notice')).toContain('sebelumnya');
}

/** A device at the office: the officer opens it and is signed out there; the person shows four digits. */
export async function signOnTablet(story: Story): Promise<void> {
  const tablet = await story.stranger();
  await tablet.go('/masuk');
  await tablet.fill(OFFICER);
  await tablet.press('main form button[type=submit]');
  await tablet.go(story.campaign);
  await tablet.press(`a[href="${story.campaign}/tablet"]`);
  await tablet.page.locator('#f-ceremony').selectOption({ label: 'Apel Ikrar Netralitas' });
  await tablet.press('main form button[type=submit]');
  expect(new URL(tablet.page.url()).pathname).toBe('/tablet');
  expect(await tablet.go(story.campaign), 'the officer is signed out here').toBe(401);
  await tablet.go('/tablet');
  const [name, number] = PEOPLE[0];
  await tablet.fill({ cari: 'ruf' });
  await tablet.press('main form[method=get] button');
  await tablet.press(tablet.page.locator('main a', { hasText: name }));
  expect(await tablet.text('dl.facts')).not.toContain(number.slice(-4));
  for (const point of await tablet.page.locator('input[name=point]').all()) await point.check();
  await tablet.fill({ typedName: name, lastFour: '0000' });
  await tablet.press('form[data-sign] button[type=submit]');
  expect(await tablet.page.locator('#e-lastFour').count()).toBe(1);
  await tablet.fill({ lastFour: number.slice(-4) });
  await tablet.press('form[data-sign] button[type=submit]');
  expect(await tablet.text('.notice.good')).toContain(name);
  expect(await tablet.text('p.figure')).not.toBe(story.receipt);
  await tablet.press('a[href="/tablet"].button');
}
