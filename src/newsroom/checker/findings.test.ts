import { describe, expect, it } from 'vitest';
import { DECREE, FOUR_LINES, NUMBERED } from './fixtures.ts';
import { type CheckOptions, checkDocument, type Finding, type FindingCode } from './index.ts';

const found = (text: string, options: CheckOptions = {}) => checkDocument(text, options).findings;
const codes = (text: string, options?: CheckOptions): FindingCode[] =>
  found(text, options).map((f) => f.code);
const only = (text: string, code: FindingCode, options?: CheckOptions) =>
  found(text, options).find((f) => f.code === code) as Finding;
const pledge = (points: readonly string[], lead = 'Isi ikrar netralitas yang dibacakan adalah:') =>
  `${lead}\n${points.map((point, i) => `${i + 1}. ${point}.`).join('\n')}\n`;

describe('law', () => {
  const cites = (law: string) => `Ikrar netralitas ini sesuai ${law} tentang ASN.`;

  it('follows the day', () => {
    expect(codes(cites('UU Nomor 5 Tahun 2014'), { on: '2023-02-23' })).toEqual([]);
    expect(codes(cites('UU Nomor 5 Tahun 2014'), { on: '2023-10-31' })).toEqual(['law-not-in-force']);
    expect(codes(cites('UU Nomor 20 Tahun 2023'), { on: '2023-10-30' })).toEqual(['law-not-in-force']);
    expect(codes(cites('UU Nomor 5 Tahun 2014'))).toEqual([]);
    const finding = only(cites('UU Nomor 5 Tahun 2014'), 'law-not-in-force', { on: '2024-09-11' });
    expect(finding.text).toBe('UU Nomor 5 Tahun 2014');
    expect(finding.message).toContain('UU 20/2023');
    expect(finding.message).toContain('pada 11 September 2024: dicabut sejak 31 Oktober 2023');
    expect(finding.sources.length).toBeGreaterThan(0);
  });

  it('says what it does not know, and leaves local rules alone', () => {
    expect(codes(cites('UU Nomor 77 Tahun 2022'))).toEqual(['law-unknown']);
    expect(codes(cites('Peraturan Bupati Nomor 8 Tahun 2022'))).toEqual([]);
  });

  it('does not take the story of a revocation for a citation', () => {
    expect(codes(cites('UU 20/2023 yang menggantikan UU 5/2014'), { on: '2024-01-01' })).toEqual([]);
  });
});

describe('articles', () => {
  it.each([
    ['Pasal 281 UU Nomor 7 Tahun 2017 berbunyi ASN tidak memakai fasilitas jabatan.', ['article-misquoted']],
    ['Pasal 281 UU Nomor 7 Tahun 2017 mengatur menteri dan gubernur yang ikut kampanye wajib cuti.', []],
    ['Pasal 280 ayat (3) UU Nomor 7 Tahun 2017 melarang ASN ikut serta sebagai tim kampanye.', []],
    ['Pasal 900 UU Nomor 7 Tahun 2017 melarang ASN.', ['article-misquoted']],
    ['Pasal 14 huruf i angka 6 PP Nomor 94 Tahun 2021 melarang PNS.', ['article-misquoted']],
    [
      'Pasal 5 huruf n angka 7 PP Nomor 94 Tahun 2021 melarang PNS memberi surat dukungan dan fotokopi KTP.',
      [],
    ],
    ['Pasal 5 huruf n PP Nomor 94 Tahun 2021 melarang dukungan kepada calon presiden dan kepala daerah.', []],
    ['Pasal 493 UU Nomor 7 Tahun 2017 mengatur sanksi bagi ASN yang ikut kampanye.', ['article-misquoted']],
    ['Hal ini sesuai Pasal 281 UU Nomor 7 Tahun 2017.', []],
  ])('%s', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

describe('the decree', () => {
  it.each([
    [DECREE, []],
    [DECREE.replace('Nomor 246', ': 246'), ['citation-garbled']],
    [DECREE.replace('800-5474', '800-5447'), ['citation-garbled']],
    [DECREE.replace('Nomor 246 Tahun 2022, ', ''), ['citation-garbled']],
    ['SKB Nomor 2 Tahun 2022', []],
  ])('%s', (decree, expected) => {
    expect(codes(`Ikrar ini menindaklanjuti ${decree}.`)).toEqual(expected);
  });
});

describe('dates', () => {
  const at = (date: string, rest = '') =>
    `Pegawai Kecamatan Contoh membacakan ikrar netralitas Pemilu 2024, ${date}. ${rest}`;

  it.each([
    ['Kamis (23/2/2023)', []],
    ['Rabu (23/2/2023)', ['weekday-mismatch']],
    ['Rabu, 23 Februari 2023', ['weekday-mismatch']],
    ['Jumat (24/11/2023)', []],
    ["Jum'at, 24 November 2023", []],
  ])('%s', (date, expected) => {
    expect(codes(at(date))).toEqual(expected);
  });

  it('compares "besok" with the day of the text', () => {
    expect(codes(at('Senin (27/11/2023)', 'Kampanye dimulai besok, 28 November 2023.'))).toEqual([]);
    const wrong = at('Senin (23/10/2023)', 'Kampanye dimulai besok, 28 November 2023.');
    expect(codes(wrong)).toEqual(['date-contradiction']);
    expect(checkDocument(wrong).record.dateResolved).toMatchObject({ value: '2023-11-27', derived: true });
    const both = at('Selasa (24/10/2023)', 'Kampanye dimulai besok, 28 November 2023.');
    expect(checkDocument(both).record.dateResolved).toBeUndefined();
  });

  it('sees that an event cannot come before its letter', () => {
    const text = at(
      'Senin (6/2/2023)',
      'Ini tindak lanjut surat Sekda nomor 800/12/BKD/2023 tanggal 15 Februari 2023.',
    );
    expect(codes(text)).toEqual(['date-contradiction']);
  });

  it('never lets a letter stand in for the event', () => {
    const { record } = checkDocument(
      'Pegawai Dinas Contoh Kota Bogor membacakan ikrar netralitas Pemilu 2024 sesuai surat Wali Kota nomor 800/12/BKD/2023 tanggal 15 Februari 2023.',
    );
    expect(record.datePrinted).toBeUndefined();
    expect(record.dateResolved).toBeUndefined();
    expect(record.dateNotBefore).toMatchObject({ value: '2023-02-15', derived: true });
  });

  it('does not guess a year that nothing bounds', () => {
    const text = 'Pegawai Kecamatan Contoh membacakan ikrar netralitas, Kamis (23/2).';
    expect(codes(text)).toEqual(['year-missing']);
    expect(checkDocument(text).record.dateResolved).toBeUndefined();
    expect(checkDocument(text, { on: '2023-03-01' }).record.dateResolved).toMatchObject({
      value: '2023-02-23',
    });
  });
});

describe('points', () => {
  const four = pledge(FOUR_LINES);

  it('accepts the four, and any other announced number that is kept', () => {
    expect(codes(four)).toEqual([]);
    const six = [...FOUR_LINES, 'Tidak menjadi anggota partai politik', 'Melayani tanpa membeda-bedakan'];
    expect(codes(pledge(six, 'Ikrar netralitas memuat enam poin:'))).toEqual([]);
  });

  it('counts what was announced and names what is lost', () => {
    const three = pledge(
      FOUR_LINES.filter((_, i) => i !== 2),
      'Empat poin ikrar netralitas:',
    );
    expect(codes(three).sort()).toEqual(['point-count-mismatch', 'points-missing']);
    expect(only(three, 'points-missing').message).toContain('media sosial');
    expect(codes(pledge(FOUR_LINES.slice(0, 3))).sort()).toEqual(['points-missing']);
  });

  it('leaves a list alone that says it names only some', () => {
    expect(codes('Ikrar netralitas memuat empat poin, antara lain menolak politik uang.')).toEqual([]);
  });

  it.each([
    ['politik uang dan segala', 'politik uang dari segala'],
    ['serta tidak memihak', 'serta memihak'],
    ['intimidasi dan ancaman', 'intimidasi dari ancaman'],
  ])('sees the small word that turns the meaning: %s', (right, wrong) => {
    expect(codes(four.replace(right, wrong))).toEqual(['points-differ']);
  });

  it('compares with the pinned text, word by word', () => {
    const pinned = { title: 'Ikrar', points: [...FOUR_LINES], closing: null };
    expect(codes(four, { pinned })).toEqual([]);
    const changed = four.replace('secara bijak', 'secara hati-hati');
    expect(codes(changed, { pinned })).toEqual(['points-differ']);
    expect(only(changed, 'points-differ', { pinned }).message).toContain('[-bijak-] {+hati-hati+}');
    const fewer = pledge(FOUR_LINES.slice(0, 3));
    expect(codes(fewer, { pinned })).toEqual(['points-missing']);
    const more = pledge([...FOUR_LINES, 'Datang tepat waktu']);
    expect(codes(more, { pinned })).toEqual(['points-differ']);
  });
});

describe('title, signing, participants, terms, offices', () => {
  it('compares title and body', () => {
    expect(codes(NUMBERED.replace('Ratusan', 'Ribuan'))).toEqual(['title-body-conflict']);
    expect(codes(NUMBERED.replace('Jelang Pilkada', 'Jelang Pemilu 2024'))).toEqual(['title-body-conflict']);
  });

  it('keeps signing apart from looking on', () => {
    const text = `Penandatanganan Pakta Integritas ASN dan Non ASN Dinas Contoh

Seluruh ASN Dinas Contoh Kota Bogor menandatangani pakta integritas netralitas. Acara disaksikan oleh Non ASN.`;
    expect(codes(text)).toEqual(['title-body-conflict']);
    expect(codes(text.replace('Seluruh ASN', 'Seluruh ASN dan Non ASN'))).toEqual([]);
  });

  it('sees another employer', () => {
    const text = (who: string) =>
      `Pemerintah Provinsi Banten menggelar ikrar netralitas ASN. Acara diikuti 100 ASN ${who}.`;
    expect(codes(text('di lingkungan Kabupaten Lebak'))).toEqual(['participants-mixed-employers']);
    expect(codes(text('di lingkungan Provinsi Banten'))).toEqual([]);
    expect(
      codes('Pemerintah Provinsi DKI Jakarta menggelar ikrar netralitas. Acara diikuti camat dan lurah.'),
    ).toEqual([]);
  });

  it('knows the words that go wrong', () => {
    expect(
      codes('Pegawai menandatangani fakta integritas netralitas, termasuk pejabat Esselon III.'),
    ).toEqual(['term-variant', 'term-variant']);
    expect(codes('Pegawai menandatangani pakta integritas netralitas, termasuk pejabat Eselon III.')).toEqual(
      [],
    );
  });

  it('knows when an office ended', () => {
    const text = 'Pelanggaran netralitas dilaporkan ke KASN.';
    expect(codes(text, { on: '2024-08-22' })).toEqual([]);
    expect(codes(text, { on: '2024-08-23' })).toEqual(['office-expired']);
    expect(codes('KASN telah dibubarkan dan tugasnya beralih ke BKN.', { on: '2025-01-01' })).toEqual([]);
    expect(codes(`Ikrar menindaklanjuti ${DECREE}.`, { on: '2025-01-01' })).toEqual([]);
  });

  it('sees a text printed twice, once', () => {
    const body = NUMBERED.slice(NUMBERED.indexOf('Pembacaan'), NUMBERED.indexOf('Baca Juga'));
    const twice = NUMBERED.replace('Editor: Tono', `${body}\nEditor: Tono`);
    expect(codes(twice)).toEqual(['text-duplicated']);
    expect(checkDocument(twice).record.count).toEqual(checkDocument(NUMBERED).record.count);
  });

  it('speaks Indonesian, or English when asked', () => {
    const text = 'Pelanggaran netralitas dilaporkan ke KASN.';
    expect(only(text, 'office-expired', { on: '2025-01-01' }).message).toContain('sudah tidak ada');
    expect(only(text, 'office-expired', { on: '2025-01-01', lang: 'en' }).message).toContain('is gone since');
  });
});
