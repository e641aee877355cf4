import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCampaign, NOW } from '../../../test/coverage-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import { type Ceremony, ceremonyOf } from '../../ceremonies/index.ts';
import type { App } from '../../platform/http/visit.ts';
import { NUMBERED, SYMBOLIC, UNRELATED, YEARLESS } from '../checker/fixtures.ts';
import { newsroomPages } from '../index.ts';

let db: TestDatabase;
let app: App;
let officer: { cookie: string };
const PATH = '/kerja/alfa/gerakan/g1/apel/dari-naskah';

beforeAll(async () => {
  db = await freshDatabase();
  const made = testApp(db.pool, NOW);
  app = made.app;
  newsroomPages(app, made.platform);
  await exampleCampaign(db.pool, 'alfa', 10);
  await exampleCampaign(db.pool, 'beta', 10);
  officer = await signedIn(db.pool, NOW, { agencyId: 'alfa', role: 'officer' });
});
afterAll(() => db.drop());

type Fields = [string, string | File][];

async function post(fields: Fields, as = officer, path = PATH) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const headers = { ...as, origin: 'http://localhost' };
  const answer = await app.request(path, { method: 'POST', body, headers });
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') ?? '' };
}

const read = (naskah: string) =>
  post([
    ['judul', 'Berita contoh'],
    ['naskah', naskah],
    ['tindakan', 'baca'],
  ]);

/** The form as a browser would send it back: every field, and the boxes that are ticked. */
function formOf(html: string): Fields {
  const form = /<form[^>]*dari-naskah[\s\S]*<\/form>/.exec(html)?.[0] ?? '';
  const inputs = [...form.matchAll(/<input(?:"[^"]*"|[^">])*>/g)].flatMap(([tag]): Fields => {
    const name = attribute(tag, 'name');
    const isOff = tag.includes('type="checkbox"') && !/ checked/.test(tag);
    return name === '' || isOff ? [] : [[name, attribute(tag, 'value')]];
  });
  const selects = [...form.matchAll(/<select[^>]*name="([^"]+)"[\s\S]*?<\/select>/g)].map(
    ([whole, name]): [string, string] => {
      const chosen = /<option[^>]*selected[^>]*>/.exec(whole) ?? /<option[^>]*>/.exec(whole);
      return [name as string, attribute(chosen?.[0] ?? '', 'value')];
    },
  );
  return [...inputs, ...selects, ['tindakan', 'simpan']];
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

const ticked = (fields: Fields) =>
  fields.filter(([name]) => name === 'terima').map(([, value]) => String(value));
const without = (fields: Fields, ...ids: string[]) =>
  fields.filter(([name, value]) => name !== 'terima' || !ids.includes(value as string));
const withValue = (fields: Fields, name: string, value: string): Fields =>
  fields.map((field) => (field[0] === name ? [name, value] : field));

const ceremonyAt = (to: string): Promise<Ceremony> =>
  ceremonyOf(db.pool, 'alfa', to.split('/').at(-1) as string);
const ceremonies = async (): Promise<number> =>
  Number((await db.pool.query('select count(*) from ceremonies.ceremony')).rows[0].count);

describe('an article becomes a record', () => {
  it('with each value beside the words that it came from', async () => {
    const { status, html } = await read(NUMBERED);
    expect(status).toBe(200);
    expect(html).toContain('di <mark>Lapangan Contoh</mark>, Senin');
    expect(html).toContain('<mark>sekitar 450 ASN</mark>');
    expect(await ceremonies()).toBe(2);
  });

  it('when it is accepted: stated values, counts with qualifier and source, the text kept', async () => {
    const saved = await post(formOf((await read(NUMBERED)).html));
    expect(saved.status).toBe(303);
    const ceremony = await ceremonyAt(saved.to);
    expect(ceremony).toMatchObject({
      title: 'Apel gabungan',
      heldOn: '2024-09-09',
      heldOnStatus: 'stated',
      place: 'Lapangan Contoh',
      organiser: 'Pemerintah Kabupaten Sleman',
      startsAt: null,
      minutes: null,
      isExample: true,
    });
    expect(ceremony.officers[0]).toMatchObject({
      role: 'leader',
      name: 'Budi Contoh Santosa',
      officeStatus: 'definitive',
      employer: null,
    });
    const source = 'KabarContoh.id, Berita contoh: "sekitar 450 ASN"';
    expect(ceremony.participations).toContainEqual(
      expect.objectContaining({ fact: 'attended', who: 'ASN', number: 450, qualifier: 'about', source }),
    );
    expect(ceremony.participations).toContainEqual(
      expect.objectContaining({ fact: 'signed', who: 'seluruh ASN', number: null, qualifier: 'all' }),
    );
    expect(ceremony.sources[0]).toMatchObject({ title: 'Berita contoh', publisher: 'KabarContoh.id' });
    expect(ceremony.sources[0]?.body).toBe(NUMBERED.trim());
  });

  it('field by field: what is left unticked is unknown, what was corrected is taken', async () => {
    const form = formOf((await read(NUMBERED)).html);
    const officers = ticked(form).filter((id) => id.startsWith('officer'));
    const some = without(form, 'date', 'place', 'organiser', ...officers);
    const { to } = await post(withValue(some, 'title-title', 'Apel gabungan ASN'));
    expect(await ceremonyAt(to)).toMatchObject({
      title: 'Apel gabungan ASN',
      heldOn: null,
      heldOnStatus: 'unknown',
      heldOnNote: null,
      place: null,
      organiser: 'Pemerintah Kabupaten Contoh alfa',
      officers: [],
    });
  });

  it('with derived values only where the officer says so, and then marked', async () => {
    const form = formOf((await read(YEARLESS)).html);
    expect(ticked(form)).not.toContain('date');
    expect(ticked(form)).not.toContain('officer-0');
    const plain = await ceremonyAt((await post(form)).to);
    expect(plain).toMatchObject({ heldOn: null, heldOnStatus: 'unknown' });
    expect(plain.officers.filter(({ role }) => role === 'leader')).toEqual([]);
    const again = formOf((await read(YEARLESS)).html);
    const dated = await ceremonyAt((await post([...again, ['terima', 'date']])).to);
    expect(dated).toMatchObject({ heldOn: '2024-09-25', heldOnStatus: 'derived' });
    expect(dated.heldOnNote).toContain('Rabu (25/9)');
  });

  it('with a symbolic signing that stays symbolic', async () => {
    const { to } = await post(
      withValue(formOf((await read(SYMBOLIC)).html), 'title-title', 'Deklarasi contoh'),
    );
    const { participations, officers } = await ceremonyAt(to);
    expect(participations).toContainEqual(
      expect.objectContaining({ fact: 'symbolic', who: 'perwakilan kepala dinas', number: null }),
    );
    expect(participations.filter(({ fact }) => fact === 'signed')).toEqual([]);
    expect(participations).toContainEqual(
      expect.objectContaining({ who: 'ASN', number: 312, qualifier: 'exact', fact: 'attended' }),
    );
    expect(officers[0]).toMatchObject({ name: 'Maria Contoh Lopo', officeStatus: 'pj' });
  });
});

describe('nothing is invented', () => {
  it("never takes the letter's date for the day of the event", async () => {
    const text =
      'Pegawai Kecamatan Contoh membacakan ikrar netralitas saat apel pagi. Kegiatan itu menindaklanjuti Surat Edaran Wali Kota Bogor Nomor: 800/12/BKPSDM/2024 tanggal 20 September 2024.';
    const { html } = await read(text);
    const form = formOf(html);
    expect(form.find(([name]) => name === 'date-heldOn')?.[1] ?? '').toBe('');
    expect(await ceremonyAt((await post(form)).to)).toMatchObject({ heldOn: null, heldOnStatus: 'unknown' });
  });

  it('gives an empty draft for a text with nothing to find, and says so', async () => {
    for (const text of ['Selamat pagi.', UNRELATED]) {
      const { status, html } = await read(text);
      expect(status).toBe(200);
      expect(html).toContain('Rancangannya kosong');
      expect(html).not.toContain('name="terima"');
    }
  });

  it('asks for the name of the event where the text has none', async () => {
    const { html } = await read(SYMBOLIC);
    expect(html).toContain('Tulis sendiri');
    const refused = await post(formOf(html));
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('href="#f-title-title"');
    expect(refused.html).toContain('Maria Contoh Lopo');
  });
});

describe('a form that is wrong or sent twice', () => {
  it('comes back with what was typed and ticked, and writes nothing', async () => {
    const before = await ceremonies();
    const form = without(formOf((await read(NUMBERED)).html), 'place');
    const { status, html } = await post(withValue(form, 'group-0-number', 'banyak'));
    expect(status).toBe(422);
    expect(html).toContain('href="#f-group-0-number"');
    expect(html).toContain('value="banyak"');
    expect(ticked(formOf(html))).toEqual(ticked(form));
    expect(await ceremonies()).toBe(before);
  });

  it('makes one ceremony', async () => {
    const form = formOf((await read(NUMBERED)).html);
    const before = await ceremonies();
    const [first, second] = [await post(form), await post(form)];
    expect(second.to).toBe(first.to);
    expect(await ceremonies()).toBe(before + 1);
  });

  it('takes no proposal that is none of ours', async () => {
    const form: Fields = [
      ...formOf((await read(NUMBERED)).html),
      ['terima', '__proto__'],
      ['terima', 'group'],
    ];
    expect((await post(form)).status).toBe(303);
  });

  it('needs a title and a text', async () => {
    const { status, html } = await post([
      ['judul', ''],
      ['naskah', 'Ada isinya.'],
    ]);
    expect(status).toBe(422);
    expect(html).toContain('Ada isinya.');
    expect((await read('  ')).status).toBe(422);
    expect((await read('panjang '.repeat(30_000))).html).toContain('Batasnya 200.000');
    const pdf = await post([
      ['judul', 'x'],
      ['file', new File(['%PDF-1.7'], 'a.pdf')],
    ]);
    expect(pdf.status).toBe(422);
  });
});

describe('hostile texts', () => {
  it('stay text, in the page and in the record', async () => {
    const evil = NUMBERED.replace(
      'Lapangan Contoh',
      'Lapangan Contoh "><script>alert(1)</script>\u0000\u202e',
    );
    const { html } = await read(evil);
    expect(html).not.toContain('<script>alert');
    const saved = await post(formOf(html));
    expect(saved.status).toBe(303);
    expect((await ceremonyAt(saved.to)).sources[0]?.body).toContain('<script>alert(1)</script>');
  });
});

describe('who may', () => {
  it('is an officer of the institution, of the whole of it', async () => {
    const others = [
      await signedIn(db.pool, NOW, { agencyId: 'beta', role: 'officer' }),
      await signedIn(db.pool, NOW, { agencyId: 'alfa', role: 'leader' }),
      await signedIn(db.pool, NOW, { agencyId: 'alfa', role: 'auditor' }),
      await signedIn(db.pool, NOW, { agencyId: 'alfa', role: 'operator', unitId: 'alfa-u1' }),
      await signedIn(db.pool, NOW, { agencyId: 'alfa', role: 'officer', unitId: 'alfa-u1' }),
    ];
    const form = formOf((await read(NUMBERED)).html);
    const before = await ceremonies();
    for (const other of others) {
      expect((await app.request(PATH, { headers: other })).status).toBe(403);
      expect((await post(form, other)).status).toBe(403);
    }
    expect((await app.request(PATH)).status).toBe(401);
    expect(await ceremonies()).toBe(before);
  });

  it('never reaches the campaign of another institution', async () => {
    const path = '/kerja/alfa/gerakan/lain/apel/dari-naskah';
    expect((await post(formOf((await read(NUMBERED)).html), officer, path)).status).toBe(404);
    const beta = await signedIn(db.pool, NOW, { agencyId: 'beta', role: 'officer' });
    const saved = await post(
      formOf((await read(NUMBERED)).html),
      beta,
      '/kerja/beta/gerakan/g1/apel/dari-naskah',
    );
    expect(saved.status).toBe(303);
    await expect(ceremonyAt(saved.to)).rejects.toMatchObject({ status: 404 });
  });
});
