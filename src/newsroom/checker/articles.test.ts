import { describe, expect, it } from 'vitest';
import * as texts from './fixtures.ts';
import { checkDocument, type FindingCode, type RecordFieldName } from './index.ts';

const codes = (text: string, on?: string): FindingCode[] =>
  checkDocument(text, on ? { on } : {}).findings.map((finding) => finding.code);
const value = (text: string, field: RecordFieldName) => checkDocument(text).record[field]?.value;
const names = (text: string) =>
  (value(text, 'speakers') as { name: string }[]).map((speaker) => speaker.name);

describe('regional news with numbered points', () => {
  const { record } = checkDocument(texts.NUMBERED);

  it('has nothing to complain of', () => {
    expect(checkDocument(texts.NUMBERED).findings).toEqual([]);
  });

  it('gives the record', () => {
    expect(record).toMatchObject({
      publisher: { value: 'KabarContoh.id' },
      byline: { value: 'hms/rd' },
      institution: { value: 'Pemerintah Kabupaten Sleman', derived: false },
      level: { value: 'kabupaten', derived: true },
      election: { value: 'Pilkada Serentak 2024' },
      datePrinted: { value: 'Senin (9/9/2024)' },
      dateResolved: { value: '2024-09-09', derived: false },
      place: { value: 'Lapangan Contoh' },
      occasion: { value: 'apel gabungan' },
      leader: { value: { name: 'Budi Contoh Santosa', office: 'Sekretaris Daerah Kabupaten Sleman' } },
      count: { value: { number: 450, qualifier: 'about', of: 'ASN', alsoSaid: ['ratusan'] } },
      signing: { value: { what: 'pakta integritas', manner: 'all', who: 'seluruh ASN' } },
      witnesses: { value: 'Ketua Bawaslu Kabupaten Sleman Siti Misal' },
    });
    expect(value(texts.NUMBERED, 'points')).toHaveLength(4);
    expect(names(texts.NUMBERED)).toEqual(['Budi Contoh Santosa', 'Rahmat Umpama']);
    expect(record.letter).toBeUndefined();
    expect(record.skb).toBeUndefined();
  });

  it('does not take the related link or the buttons for text', () => {
    const { source } = { source: texts.NUMBERED };
    const link = source.indexOf('Baca Juga');
    for (const field of Object.values(record)) {
      const inside = field.start <= link && field.end > link;
      expect(inside && typeof field.value === 'string' && field.value.includes('Pasar murah')).toBe(false);
    }
  });
});

describe('a date without a year', () => {
  it('is derived from weekday and letter, and said to be derived', () => {
    expect(codes(texts.YEARLESS)).toEqual(['year-missing']);
    expect(checkDocument(texts.YEARLESS).record).toMatchObject({
      datePrinted: { value: 'Rabu (25/9)' },
      dateResolved: { value: '2024-09-25', derived: true },
      institution: { value: 'Kelurahan Sukamaju, Kota Bogor' },
      leader: { value: { name: 'Rina Misalkan', office: 'Lurah Sukamaju' }, derived: true },
      letter: {
        value: {
          number: '800.1.12/4021-BKPSDM',
          issuer: 'Wali Kota Bogor',
          date: '2024-09-20',
          kind: 'surat edaran',
        },
      },
      place: { value: 'halaman kantor kelurahan' },
      count: { value: { number: 85, qualifier: 'exact' } },
    });
  });
});

describe('ordinals in prose', () => {
  it('gives four points and the government that the office speaks for', () => {
    expect(codes(texts.ORDINALS)).toEqual([]);
    expect((value(texts.ORDINALS, 'points') as { theme: string }[]).map((point) => point.theme)).toEqual([
      'neutrality',
      'conflict-of-interest',
      'social-media',
      'money-politics',
    ]);
    expect(checkDocument(texts.ORDINALS).record).toMatchObject({
      institution: { value: 'Pemerintah Kabupaten Kotawaringin Timur', derived: true },
      count: { value: { number: 1500, qualifier: 'at-least' } },
      pointsAnnounced: { value: 4 },
      leader: { value: { name: 'Fajar Contohan' } },
    });
    expect(names(texts.ORDINALS)).toEqual(['Fajar Contohan', 'Surya Tamsil']);
  });
});

describe('a symbolic signing', () => {
  it('is told from an individual one, and the article is checked', () => {
    expect(codes(texts.SYMBOLIC).sort()).toEqual(['article-misquoted', 'symbolic-only']);
    expect(checkDocument(texts.SYMBOLIC).record).toMatchObject({
      publisher: { value: 'TRIBUNCONTOH.COM' },
      dateline: { value: 'KUPANG' },
      leader: { value: { name: 'Maria Contoh Lopo', status: 'Pj' } },
      signing: { value: { manner: 'symbolic', who: 'perwakilan kepala dinas' } },
      count: { value: { number: 312, qualifier: 'exact' } },
    });
  });
});

describe('a circular', () => {
  it('has its five faults found', () => {
    expect(codes(texts.CIRCULAR).sort()).toEqual([
      'article-misquoted',
      'citation-garbled',
      'law-not-in-force',
      'office-expired',
      'weekday-mismatch',
    ]);
  });

  it('gives its own number, date and issuer', () => {
    expect(checkDocument(texts.CIRCULAR).record).toMatchObject({
      institution: { value: 'Sekretariat Daerah, Pemerintah Kabupaten Bangka' },
      letter: { value: { number: '800.1.6.2/1234/BKPSDMD/2025', date: '2025-07-18' } },
      place: { value: 'Halaman Kantor Bupati Bangka' },
      election: { value: 'Pemilihan Ulang 2025' },
    });
    expect(value(texts.CIRCULAR, 'dateResolved')).toBeUndefined();
  });

  it('is judged by the day that the caller names', () => {
    expect(codes(texts.CIRCULAR, '2023-06-01')).not.toContain('law-not-in-force');
    expect(codes(texts.CIRCULAR, '2023-06-01')).not.toContain('office-expired');
  });
});

describe('an instruction and a "hari ini"', () => {
  it('takes the number of a regional instruction for a letter, not for a law', () => {
    expect(codes(texts.INSTRUCTION)).toEqual([]);
    expect(checkDocument(texts.INSTRUCTION).record.letter).toMatchObject({
      value: { number: '3 Tahun 2024', kind: 'instruksi', date: '2024-09-12' },
    });
    expect(checkDocument(texts.INSTRUCTION).record.datePrinted).toBeUndefined();
  });

  it('reads the day, the speaker behind his degrees, and the byline', () => {
    expect(codes(texts.TODAY)).toEqual([]);
    expect(checkDocument(texts.TODAY).record).toMatchObject({
      dateResolved: { value: '2024-09-18', derived: false },
      speakers: { value: [{ name: 'Drs. H. Firman Misal', office: 'Asisten Administrasi Setda Kuningan' }] },
      byline: { value: 'Humas/Ek' },
      count: { value: { number: 59 } },
    });
  });
});

describe('texts with nothing to find', () => {
  it('leaves law rightly cited alone', () => {
    for (const on of [undefined, '2024-10-01', '2026-01-01'])
      expect(codes(texts.RIGHTLY_CITED, on)).toEqual([]);
    const articles = checkDocument(texts.RIGHTLY_CITED).citations.map((c) =>
      `${c.instrument} ${c.article ?? ''}`.trim(),
    );
    expect(articles).toEqual([
      'UU 10/2016 Pasal 71 ayat (1)',
      'UU 1/2015 Pasal 188',
      'PP 94/2021 Pasal 14 huruf i angka 3',
      'UU 7/2017 Pasal 280 ayat (2) huruf f',
      'UU 7/2017 Pasal 280 ayat (3)',
      'UU 5/2014',
      'UU 20/2023',
      'SKB 2/2022',
    ]);
  });

  it.each([
    ['', 0],
    ['   \n\n', 0],
    [texts.UNRELATED, 0],
    ['Selamat pagi.', 0],
  ])('empty draft for %j', (text) => {
    expect(checkDocument(text)).toEqual({ findings: [], citations: [], record: {} });
  });
});
