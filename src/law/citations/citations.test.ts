import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ARTICLES,
  type ArticleRef,
  CITATION_STYLES,
  findInstrument,
  INSTRUMENTS,
  parseArticle,
  parseCitation,
  printCitation,
  scanArticles,
  scanCitations,
} from '../index.ts';

const names = (text: string, on?: string) => scanCitations(text, on).instruments.map((i) => i.name);
const garbles = (text: string) =>
  scanCitations(text).instruments.flatMap((i) => i.garbles.map((g) => `${g.kind} ${g.printed}`.trim()));

describe('articles', () => {
  it.each<[string, ArticleRef]>([
    ['Pasal 5 huruf n angka 3', { pasal: '5', huruf: 'n', angka: '3' }],
    ['pasal 5 huruf n', { pasal: '5', huruf: 'n' }],
    ['huruf n Pasal 5', { pasal: '5', huruf: 'n' }],
    ['angka 3 huruf n Pasal 5', { pasal: '5', huruf: 'n', angka: '3' }],
    ['Ps. 280 ayat (2) hrf. f', { pasal: '280', ayat: '2', huruf: 'f' }],
    ['Psl 280 ayat 2 huruf f', { pasal: '280', ayat: '2', huruf: 'f' }],
    ['Pasal 280, ayat (2), huruf f', { pasal: '280', ayat: '2', huruf: 'f' }],
    ['ayat (1) Pasal 71', { pasal: '71', ayat: '1' }],
    ['Pasal 5n', { pasal: '5', huruf: 'n' }],
    ['PASAL 27A', { pasal: '27A' }],
  ])('%s', (text, ref) => {
    expect(parseArticle(text)).toEqual(ref);
  });

  it('reads lists that share a word', () => {
    const refs = (text: string) => scanArticles(text).map((a) => a.ref);
    expect(refs('Pasal 280 ayat (2) huruf f dan ayat (3) UU Pemilu')).toEqual([
      { pasal: '280', ayat: '2', huruf: 'f' },
      { pasal: '280', ayat: '3' },
    ]);
    expect(refs('Pasal 280, 282 dan 283 UU 7/2017').map((r) => r.pasal)).toEqual(['280', '282', '283']);
    expect(refs('Pasal 14 huruf i angka 3 dan angka 4')).toEqual([
      { pasal: '14', huruf: 'i', angka: '3' },
      { pasal: '14', huruf: 'i', angka: '4' },
    ]);
    expect(refs('Pasal 188 dan 25 orang hadir')).toEqual([{ pasal: '188' }]);
  });
});

describe('instruments', () => {
  it.each([
    ['Undang-Undang Nomor 5 Tahun 2014 tentang ASN', 'UU 5/2014'],
    ['UNDANG-UNDANG NOMOR 5 TAHUN 2014', 'UU 5/2014'],
    ['Undang Undang Republik Indonesia No. 5 Tahun 2014', 'UU 5/2014'],
    ['UU RI No.5/2014', 'UU 5/2014'],
    ['Undang-Undang Pemilihan Umum Nomor 7 Tahun 2017', 'UU 7/2017'],
    ['Undang-Undang tentang Pemilihan Umum (Pemilu) Nomor 7 Tahun 2017', 'UU 7/2017'],
    ['PP Nomor 94 Tahun 2021', 'PP 94/2021'],
    ['Peraturan Pemerintah (PP) Nomor 94 Tahun 2021', 'PP 94/2021'],
    ['Peraturan Presiden Nomor 116 Tahun 2022', 'Perpres 116/2022'],
    ['Surat Edaran Menteri PANRB Nomor 01 Tahun 2023', 'SE MenPANRB 1/2023'],
    ['SE MenPAN-RB No. 18 Tahun 2023', 'SE MenPANRB 18/2023'],
    ['Peraturan Badan Kepegawaian Negara Nomor 6 Tahun 2022', 'PerBKN 6/2022'],
    ['Putusan MK Nomor 136/PUU-XXII/2024', 'Putusan MK 136/PUU-XXII/2024'],
    ['UU Pemilu', 'UU 7/2017'],
    ['UU 99/2022', 'UU 99/2022'],
    ['Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2022', 'Perppu 1/2022'],
  ])('%s', (text, name) => {
    expect(names(`Sesuai ${text}, pegawai harus netral.`)).toEqual([name]);
  });

  it('reads runs and neighbours apart', () => {
    expect(names('UU 1/2015 jo 8/2015 jo 10/2016')).toEqual(['UU 1/2015', 'UU 8/2015', 'UU 10/2016']);
    expect(names('UU ASN dan PP Nomor 94 Tahun 2021')).toEqual(['PP 94/2021']);
    expect(names('Undang-Undang Nomor 7 Tahun 2017 dan Peraturan Pemerintah No 94 Tahun 2021')).toEqual([
      'UU 7/2017',
      'PP 94/2021',
    ]);
  });

  it('reads "UU ASN" by the day', () => {
    expect(names('menurut UU ASN', '2023-02-23')).toEqual(['UU 5/2014']);
    expect(names('menurut UU ASN', '2024-09-11')).toEqual(['UU 20/2023']);
    expect(names('menurut UU ASN')).toEqual([]);
  });
});

describe('joint decrees', () => {
  const list = 'Menteri PANRB, Menteri Dalam Negeri, Kepala BKN, Ketua KASN dan Ketua Bawaslu ';
  const right =
    'Nomor 2 Tahun 2022, Nomor 800-5474 Tahun 2022, Nomor 246 Tahun 2022, Nomor 30 Tahun 2022, Nomor 1447.1/PM.01/K.1/09/2022';

  it('reads the five numbers without complaint when they are whole', () => {
    expect(names(`Keputusan Bersama ${list}${right} tanggal 22 September 2022`)).toEqual(['SKB 2/2022']);
    expect(garbles(`Keputusan Bersama ${list}${right} tanggal 22 September 2022`)).toEqual([]);
    expect(garbles(printCitation({ instrument: findInstrument('skb-netralitas-2022')! }, 'full'))).toEqual(
      [],
    );
    expect(garbles('SKB Nomor 2 Tahun 2022')).toEqual([]);
  });

  it.each([
    [right.replace('Nomor 246', ': 246'), ['word-missing 246']],
    [right.replace('800-5474', '80-5474'), ['altered 80-5474']],
    [right.replace('Nomor 30 Tahun 2022, ', ''), ['absent']],
    [right.replace('246 Tahun 2022', '246 Tahun 2021'), ['altered 246']],
  ])('%s', (numbers, kinds) => {
    expect(garbles(`Surat Keputusan Bersama ${list}${numbers}.`)).toEqual(kinds);
  });

  it('notices a number under another agency', () => {
    expect(
      garbles(
        'SKB Menteri PANRB Nomor 2 Tahun 2022, Kepala BKN Nomor 30 Tahun 2022 dan Ketua KASN Nomor 246 Tahun 2022',
      ),
    ).toContain('wrong-issuer 30');
  });

  it('knows the decree by its title', () => {
    expect(
      names('Surat Keputusan Bersama tentang Pedoman Pembinaan dan Pengawasan Netralitas Pegawai ASN.'),
    ).toEqual(['SKB 2/2022']);
  });
});

const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
const small = fc.integer({ min: 1, max: 30 }).map(String);
const anyRef: fc.Arbitrary<ArticleRef> = fc
  .record(
    { pasal: fc.integer({ min: 1, max: 573 }).map(String), ayat: small, huruf: letter, angka: small },
    { requiredKeys: ['pasal'] },
  )
  .filter((ref) => !ref.angka || Boolean(ref.ayat || ref.huruf));

describe('round trip', () => {
  it('reads back what the register prints, in every style', () => {
    for (const { instrument: id, ref } of ARTICLES) {
      const instrument = findInstrument(id)!;
      for (const style of CITATION_STYLES) {
        const text = printCitation({ instrument, article: ref }, style);
        expect(parseCitation(text), text).toEqual({ name: instrument.name, instrument, article: ref });
      }
    }
  });

  it('reads back any article of any instrument', () => {
    const cases = Number(process.env.IKRAR_CASES ?? 5000);
    fc.assert(
      fc.property(
        fc.constantFrom(...INSTRUMENTS),
        fc.option(anyRef, { nil: undefined }),
        fc.constantFrom(...CITATION_STYLES),
        (instrument, article, style) => {
          const printed = printCitation({ instrument, ...(article ? { article } : {}) }, style);
          const parsed = parseCitation(printed);
          expect(parsed?.instrument?.id, printed).toBe(instrument.id);
          expect(parsed?.article, printed).toEqual(article);
        },
      ),
      { numRuns: cases },
    );
  });

  it('does not fail on any text', () => {
    const bit = fc.constantFrom(
      'Pasal',
      ' 5',
      'UU',
      ' Nomor',
      ' Tahun 2022',
      'SKB',
      ', ',
      '/',
      '(',
      'huruf n',
      'ayat',
      '\n',
      'Keputusan Bersama',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(bit, fc.string()), { maxLength: 40 }),
        (parts) => void scanCitations(parts.join('')),
      ),
    );
  });
});
