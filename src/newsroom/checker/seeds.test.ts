import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CORRECTED } from './fixtures-corrected.ts';
import { type CheckResult, checkDocument, type FindingCode, type RecordFieldName } from './index.ts';

const SEEDS = fileURLToPath(new URL('../../../../shared/seeds/', import.meta.url));
const present = existsSync(SEEDS);
if (!present) console.info('The five articles are not beside the repository; their tests are skipped.');

const textOf = (number: string) =>
  readFileSync(`${SEEDS}${readdirSync(SEEDS).find((name) => name.startsWith(number))}`, 'utf8');
const read = (number: string) => checkDocument(textOf(number));

type Facts = { [Field in RecordFieldName]?: unknown };

/** The stated cells of the fact sheet. A field that is not listed here is not stated in the article. */
const SHEET: Readonly<Record<string, Facts>> = {
  '000': {
    publisher: 'MMC Kobar',
    byline: 'vgs/dishubkobar',
    institution: 'Dinas Perhubungan Kabupaten Kotawaringin Barat',
    level: 'OPD of kabupaten',
    election: 'Pemilu 2024',
    datePrinted: 'Kamis (23/02)',
    dateResolved: '2023-02-23',
    place: 'halaman kantor Dishub Kobar',
    speakers: [{ name: 'Amir Hadi', office: 'Kepala Dishub Kobar', status: 'definitive' }],
    letter: {
      number: '892/51/BKPSDM.IV/2023',
      date: '2023-02-15',
      issuer: 'Sekretariat Daerah',
      kind: 'surat edaran',
    },
    skb: { instrument: 'SKB 2/2022', garbled: true },
    participants: [
      { who: 'pegawai', quantity: 'seluruh' },
      { who: 'ASN' },
      {},
      { who: 'PPNPN' },
      { who: 'tenaga kontrak daerah' },
    ],
    points: [
      { theme: 'neutrality' },
      { theme: 'conflict-of-interest' },
      { theme: 'social-media' },
      { theme: 'money-politics' },
    ],
    signing: { what: 'pakta integritas', manner: 'all', who: 'seluruh pegawai' },
    guidance: expect.arrayContaining(['voting-right', 'careful-online']),
  },
  '001': {
    publisher: 'Babelsatu.com',
    byline: 'adv/naf',
    dateline: 'MANGGAR',
    institution: 'Pemerintah Provinsi Kepulauan Bangka Belitung',
    level: 'province',
    election: 'Pemilu 2024',
    datePrinted: 'Senin (23/10/2023)',
    dateResolved: '2023-11-27',
    place: 'SMA Negeri 1 Manggar Kabupaten Belitung Timur',
    occasion: expect.stringMatching(/^Apel Ikrar Netralitas/),
    leader: { name: 'Safrizal ZA', office: 'Gubernur Kepulauan Bangka Belitung', status: 'Pj' },
    speakers: [{ name: 'Safrizal ZA' }],
    otherBases: [{ instrument: 'PP 94/2021', articles: ['Pasal 5 huruf n'] }],
    participants: expect.arrayContaining(
      ['Kepala OPD', 'guru', 'kepala sekolah', 'camat', 'lurah'].map((who) =>
        expect.objectContaining({ who }),
      ),
    ),
    count: { number: 252, qualifier: 'at-least', of: 'ASN', alsoSaid: ['ratusan'] },
    guidance: expect.arrayContaining(['no-state-facilities', 'no-hoax', 'equal-service']),
  },
  '002': {
    publisher: 'ANTARA',
    dateline: 'Kuala Kurun',
    institution: 'Pemerintah Kabupaten Gunung Mas, Kalimantan Tengah',
    level: 'kabupaten',
    election: 'Pilkada Serentak 2024',
    datePrinted: 'Rabu',
    place: 'Kuala Kurun',
    leader: { name: 'Herson B Aden', office: 'Bupati Gumas', status: 'Pj' },
    speakers: [
      { name: 'Herson B Aden', status: 'Pj' },
      { name: 'Kristening Natalina', status: 'Plt' },
    ],
    participants: [
      { who: 'kepala perangkat daerah', quantity: 'sejumlah' },
      { who: 'camat' },
      { who: 'lurah' },
      { who: 'pegawai lainnya', quantity: 'sejumlah' },
    ],
    pointsAnnounced: 4,
    points: [
      { theme: 'neutrality' },
      { theme: 'conflict-of-interest' },
      { theme: 'social-media' },
      { theme: 'money-politics' },
    ],
    closing: expect.stringContaining('penuh integritas dan tanggung jawab'),
    guidance: expect.arrayContaining(['no-campaign', 'no-state-facilities', 'no-support']),
  },
  '003': {
    byline: '10_D',
    dateline: 'Palangka Raya',
    institution:
      'Badan Perencanaan Pembangunan Daerah, Penelitian dan Pengembangan Provinsi Kalimantan Tengah',
    level: 'OPD of province',
    election: 'Pemilu dan Pemilihan 2024',
    titleElection: 'Pemilu 2024',
    dateNotBefore: '2023-08-21',
    place: 'halaman Kantor Bappedalitbang Prov. Kalteng',
    occasion: 'setelah apel pagi',
    speakers: [{ name: 'Leonard S. Ampung', office: 'Kepala Bappedalitbang Prov. Kalteng' }],
    letter: { number: '800/254/IV.1/BKD', date: '2023-08-21', issuer: 'Gubernur Kalimantan Tengah' },
    skb: { instrument: 'SKB 2/2022', garbled: true },
    otherBases: [{ instrument: 'UU 5/2014' }],
    participants: [{ who: 'ASN', quantity: 'seluruh' }, { who: 'Non ASN' }],
    points: [
      { theme: 'neutrality' },
      { theme: 'conflict-of-interest' },
      { theme: 'social-media' },
      { theme: 'money-politics' },
    ],
    signing: {
      what: 'pakta integritas',
      manner: 'order',
      order: [
        'Kepala Bappedalitbang Prov. Kalteng',
        expect.stringMatching(/Esselon III.*Sekretaris.*Kepala Bidang/),
      ],
    },
    witnesses: 'seluruh ASN dan Non ASN lingkup Bappedalitbang Prov. Kalteng',
    closing: expect.stringContaining('integritas dan tanggung jawab'),
    guidance: expect.arrayContaining(['equal-service']),
  },
  '004': {
    publisher: 'Harian Koridor.com',
    byline: 'Adv',
    dateline: 'Metro',
    institution: 'Sekretariat DPRD Kota Metro',
    level: 'OPD of kota',
    election: 'Pemilu 2024, termasuk Pemilihan Presiden dan Pemilihan Kepala Daerah',
    speakers: [{ name: 'Ade Erwinsyah', office: 'Sekretaris DPRD Kota Metro', status: 'Plt' }],
    skb: { instrument: 'SKB 2/2022', garbled: false },
    otherBases: [
      { instrument: 'UU 7/2017', articles: ['Pasal 281'] },
      { instrument: 'UU 5/2014', articles: [] },
    ],
    participants: [{ who: 'pegawai' }],
    pointsAnnounced: 4,
    points: [{ theme: 'neutrality' }, { theme: 'conflict-of-interest' }, { theme: 'money-politics' }],
    signing: {
      what: 'pakta integritas',
      manner: 'symbolic',
      who: 'para kepala bagian pada Sekretariat DPRD Kota Metro',
    },
    guidance: expect.arrayContaining(['no-party-membership', 'impartial']),
  },
};

/** The traps of each article: code, and the words in which it is found. */
const TRAPS: Readonly<Record<string, readonly (readonly [FindingCode, string])[]>> = {
  '000': [
    ['year-missing', 'Kamis (23/02)'],
    ['citation-garbled', ': 246 Tahun 2022'],
    ['term-variant', 'fakta integritas'],
  ],
  '001': [
    ['date-contradiction', 'esok tanggal 28 November 2023'],
    ['participants-mixed-employers', 'di lingkungan Kabupaten Belitung Timur'],
  ],
  '002': [
    ['text-duplicated', 'Ikrar ini dilakukan'],
    ['points-differ', 'politik uang dari segala'],
    ['points-differ', 'menjaga dan menegakkan'],
  ],
  '003': [
    ['title-body-conflict', 'Pemilu 2024'],
    ['title-body-conflict', 'Non-ASN'],
    ['citation-garbled', ': 246 Tahun 2022'],
    ['term-variant', 'membancakan'],
    ['term-variant', 'Esselon'],
    ['term-variant', 'calon pasangan'],
  ],
  '004': [
    ['point-count-mismatch', 'empat point'],
    ['points-missing', 'menjaga dan menegakkan'],
    ['article-misquoted', 'Pasal 281'],
    ['symbolic-only', 'secara simbolis'],
  ],
};

describe.skipIf(!present)('the five articles', () => {
  describe.each(Object.entries(SHEET))('%s', (number, facts) => {
    it.each(Object.entries(facts))('states %s', (field, expected) => {
      const { record } = read(number);
      expect({ value: record[field as RecordFieldName]?.value }).toMatchObject({ value: expected });
    });

    it('invents nothing', () => {
      expect(Object.keys(read(number).record).sort()).toEqual(Object.keys(facts).sort());
    });

    it('marks what was worked out', () => {
      const derived = Object.entries(read(number).record).flatMap(([name, field]) =>
        field.derived ? [name] : [],
      );
      const allowed = [
        'level',
        'dateResolved',
        'dateNotBefore',
        'guidance',
        ...(number === '004' ? ['skb'] : []),
      ];
      for (const name of derived) expect(allowed).toContain(name);
    });

    it('has its traps found', () => {
      const { findings } = read(number);
      for (const [code, words] of TRAPS[number] ?? []) {
        expect(
          findings.some((f) => f.code === code && f.text.includes(words)),
          `${code} ${words}`,
        ).toBe(true);
      }
    });

    it('finds no other kind of fault', () => {
      const known = new Set((TRAPS[number] ?? []).map(([code]) => code));
      for (const { code } of read(number).findings) expect([...known, 'term-variant']).toContain(code);
    });

    it('has true spans', () => expectSpans(textOf(number), read(number)));
  });
});

describe('the same events told rightly', () => {
  it.each(Object.entries(CORRECTED))('%s has nothing to complain of', (_name, text) => {
    expect(checkDocument(text).findings.map(({ code, text: words }) => `${code}: ${words}`)).toEqual([]);
    expectSpans(text, checkDocument(text));
  });
});

function expectSpans(text: string, { findings, citations, record }: CheckResult): void {
  for (const { start, end, text: words } of [...findings, ...citations])
    expect(text.slice(start, end)).toBe(words);
  for (const { start, end } of Object.values(record)) expect(end > start && end <= text.length).toBe(true);
}
