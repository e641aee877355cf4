import { ROSTER_TYPE, rosterFile } from './journey/roster-file.ts';
import { axeFaults, faultsOf, unfold } from './look.ts';
import type { Walker } from './walker.ts';

/** Pages that only a form leads to, each looked at once. @returns what is wrong, each as a line */
export type FormWalk = (one: Walker) => Promise<string[]>;

/** Looks at the page that is open now. */
type Look = (name: string) => Promise<void>;

function walk(steps: (one: Walker, look: Look) => Promise<void>): FormWalk {
  return async (one) => {
    const wrong: string[] = [];
    const look = async (name: string) => {
      await unfold(one.page);
      const found = [...(await faultsOf(one.page, 'id')), ...(await axeFaults(one.page))];
      wrong.push(...found.map((fault) => `${name} (${one.page.url()}): ${fault}`));
    };
    await steps(one, look);
    return [...wrong, ...one.faults];
  };
}

const SEND = 'main form[method=post] button[type=submit]:visible';

/** The practice slip of the front page: refused, signed, signed again, checked. */
export const signing = walk(async (one, look) => {
  await one.go('/');
  await one.press('a[href^="/s/"]');
  const name = (await one.text('dl.facts dd')).trim();
  await one.fill({ typedName: 'Orang Lain' });
  await one.press(SEND);
  await look('signing refused');
  for (const point of await one.page.locator('input[name=point]').all()) await point.check();
  await one.fill({ typedName: name });
  await one.press(SEND);
  await look('receipt');
  await one.go(`${new URL(one.page.url()).pathname}?sudah=1`);
  await look('receipt again');
  await one.press('a[href^="/v/"]');
  await look('check of a receipt');
});

/** What is typed or given wrong where anybody may come. */
export const strangers = walk(async (one, look) => {
  await one.go('/masuk');
  await one.fill({ username: 'petugas', password: 'bukan-kata-sandi' });
  await one.press(SEND);
  await look('sign-in refused');
  await one.go('/s');
  await one.fill({ kode: 'AAAA' });
  await one.press('main form button[type=submit]');
  await look('code refused');
  await one.go('/klaim');
  await one.fill({ name: 'X', personName: 'X', username: 'X', password: 'x' });
  await one.press(SEND);
  await look('claim refused');
  await one.go('/v');
  await one.press(SEND);
  await look('no file');
  const junk = { name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nbukan pakta') };
  await one.page.locator('#f-pdf').setInputFiles(junk);
  await one.press(SEND);
  await look('check failed');
  await one.go('/kerja/kalteng/pegawai');
  await look('not signed in');
});

/** The officer's forms: roster, campaign, texts, opening, ceremony, sources, release, closing. */
export const officers = walk(async (one, look) => {
  const agency = '/kerja/kalteng';
  await one.go(`${agency}/pegawai/impor`);
  await one.page
    .locator('#f-file')
    .setInputFiles({ name: 'x.xlsx', mimeType: ROSTER_TYPE, buffer: Buffer.from('x') });
  await one.press('form[enctype] button[type=submit]');
  await look('roster file refused');
  const file = { name: 'pegawai.xlsx', mimeType: ROSTER_TYPE, buffer: await rosterFile() };
  await one.page.locator('#f-file').setInputFiles(file);
  await one.press('form[enctype] button[type=submit]');
  await look('roster plan');
  await one.press('form:has(input[value=buang]) button');
  await look('roster file discarded');
  await one.go(`${agency}/gerakan/baru`);
  await one.press('button[value=save]:visible');
  await look('campaign refused');
  await one.press('button[value=skb]');
  await one.press('button[value=check]');
  await look('bases checked');
  await one.fill({ title: 'Gerakan uji', deadline: `${new Date().getUTCFullYear() + 1}-06-01` });
  await one.page.locator('#f-electionId').selectOption({ index: 1 });
  await one.press('button[value=save]:visible');
  await look('campaign in preparation');
  await campaignForms(one, look, new URL(one.page.url()).pathname);
});

async function campaignForms(one: Walker, look: Look, campaign: string): Promise<void> {
  await one.go(`${campaign}/teks/pakta?draf=both.asn`);
  await look('draft text');
  await one.page.locator('#f-official-no').check();
  await one.press('button[value=add]');
  await look('text pinned');
  await one.go(`${campaign}/buka`);
  await look('opening');
  await one.press('button[value=count]');
  await look('opening counted');
  await one.press('button[value=open]');
  await one.go(`${campaign}/apel/baru`);
  await one.press(SEND);
  await look('ceremony refused');
  await one.page.locator('#f-heldOnStatus-unknown').check();
  await one.fill({ title: 'Apel uji' });
  await one.press(SEND);
  const ceremony = new URL(one.page.url()).pathname;
  await look('ceremony');
  await planForms(one, look, ceremony);
  await one.go(`${ceremony}/temuan`);
  await one.fill({
    title: 'Berita',
    body: 'Wakil Bupati menandatangani pada Rabu, 17 September 2024 sesuai PP 53 Tahun 2010.',
  });
  await one.press(SEND);
  await look('findings');
  await one.go(`${campaign}/rilis`);
  await one.press('form:has(input[value=rancang]) button');
  await look('release draft');
  await one.go(`${campaign}/tutup`);
  await one.press(SEND);
  await look('closing refused');
}

/** What is planned for a ceremony, its order, who signs symbolically, and a fact set right. */
async function planForms(one: Walker, look: Look, ceremony: string): Promise<void> {
  await one.go(`${ceremony}/rencana`);
  await one.press('button[value=template-many-sites]');
  await one.press('button[value=add-sites]');
  await one.press('button[value=add-witnesses]');
  await one.fill({ 'sites-0-place': 'Halaman', 'sites-0-addUnit': 'Dinas Tak Ada' });
  await one.press('button[value=save]');
  await look('plan refused');
  await one.fill({ 'sites-0-name': 'Halaman', 'sites-0-addUnit': '' });
  await one.press('button[value=save]');
  await look('plan saved');
  await one.go(`${ceremony}/urutan`);
  await one.press('button[value^=down-]');
  await look('order moved');
  await one.press('button[value=save]');
  await one.go(`${ceremony}/simbolis`);
  await one.press(SEND);
  await look('symbolic refused');
  await one.go(`${ceremony}/koreksi`);
  await one.press(SEND);
  await look('correction refused');
}

/** A shared tablet of the operator's unit. */
export const tablets = walk(async (one, look) => {
  await one.go('/tablet');
  await look('no tablet');
  await one.go('/');
  await one.press('button[name=username][value=operator]');
  await one.go('/kerja/kalteng/gerakan/kalteng-pemilu-2024/tablet');
  await one.press(SEND);
  await look('tablet');
  await one.go('/tablet?cari=con');
  await look('tablet search');
  await one.press(one.page.locator('main li', { hasText: 'Belum' }).locator('a').first());
  await look('tablet form');
  for (const point of await one.page.locator('input[name=point]').all()) await point.check();
  await one.fill({ typedName: (await one.text('dl.facts dd')).trim(), lastFour: '0000' });
  await one.press('form[data-sign] button[type=submit]');
  await look('tablet digits refused');
  await one.go('/tablet?cari=zzzz');
  await look('tablet nobody');
});
