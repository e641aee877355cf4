import { describe, expect, it } from 'vitest';
import { combineCategories, parseCategory } from './category.ts';
import { parseName } from './person-name.ts';
import { parsePersonStatus } from './person-status.ts';
import { parsePost, parsePostStatus } from './post.ts';
import { parseRank } from './rank.ts';

describe('categories', () => {
  it.each([
    ['pns', ['PNS', 'pns daerah', 'PNSD', 'Pegawai Negeri Sipil', 'P']],
    ['cpns', ['CPNS', 'Calon PNS', 'calon pegawai negeri sipil', 'C']],
    ['pppk', ['PPPK', 'P3K', 'Pegawai Pemerintah dengan Perjanjian Kerja', 'PPPK Guru', 'PPPK Penuh Waktu']],
    ['pppk-pw', ['PPPK Paruh Waktu', 'P3K PARUH WAKTU', 'Paruh Waktu', 'PPPK PW']],
    [
      'non-asn',
      [
        'PPNPN',
        'honorer',
        'Tenaga Honorer',
        'THL',
        'tenaga kontrak',
        'outsourcing',
        'Non ASN',
        'NON-ASN',
        'non asn (kontrak)',
        'Tenaga Kontrak Daerah',
        'PTT',
        'GTT',
        'alih daya',
        'Bukan PNS',
        'Non PNS',
      ],
    ],
  ])('%s', (category, words) => {
    for (const word of words) expect([word, parseCategory(word)]).toEqual([word, category]);
  });

  it('does not guess', () => {
    for (const word of ['', 'Camat', 'constructor', 'struktural', 'III/a'])
      expect(parseCategory(word)).toBeNull();
  });

  it('joins what SIASN says in three columns', () => {
    expect(combineCategories('pns', 'cpns', null)).toBe('cpns');
    expect(combineCategories('pppk', null, 'pppk-pw')).toBe('pppk-pw');
    expect(combineCategories(null, 'pns', null)).toBe('pns');
  });
});

describe('names', () => {
  it('keeps apostrophes, single words, capitals and long names', () => {
    for (const name of [
      "Ma'ruf",
      "Jum'at",
      'Suharto',
      "'Aisyah",
      'Siti ’Aisyah',
      'A'.repeat(90),
      'I Gusti Ngurah',
    ]) {
      expect(parseName(name)).toEqual({ name, problems: [] });
    }
  });

  it('joins titles once', () => {
    expect(parseName('BUDI', 'Dr.', 'S.Sos, M.AP').name).toBe('Dr. BUDI, S.Sos, M.AP');
    expect(parseName('Dr. BUDI, S.Sos', 'Dr.', 'S.Sos').name).toBe('Dr. BUDI, S.Sos');
    expect(parseName('BUDI,', '-', ', S.H.').name).toBe('BUDI, S.H.');
  });

  it('removes what cannot be seen, and says so', () => {
    const { name, problems } = parseName('Bu\u200bdi \u202eitraS');
    expect(name).toBe('Budi itraS');
    expect(problems.map((problem) => `${problem.severity} ${problem.code}`)).toEqual(['warn name.cleaned']);
    expect(parseName('  Budi\u00a0 \n Sari ')).toEqual({ name: 'Budi Sari', problems: [] });
    expect(parseName('Rene\u0301').name).toBe('Ren\u00e9');
  });

  it.each([
    ['', 'name.missing'],
    [' - ', 'name.missing'],
    ['\u200b', 'name.missing'],
    ['=HYPERLINK("http://x";"Budi")', 'name.formula'],
    ["'=1+1", 'name.formula'],
    ['+62 812', 'name.formula'],
    ['@SUM(1)', 'name.formula'],
    ['\t=1', 'name.formula'],
    ['\u200b=1', 'name.formula'],
    ['123', 'name.no-letter'],
    ['Budi 1901010101900001', 'name.number'],
    ['A'.repeat(121), 'name.too-long'],
  ])('refuses %j', (raw, code) => {
    expect(parseName(raw).problems.map((problem) => problem.code)).toContain(code);
  });
});

describe('ranks, posts and status', () => {
  it('reads ranks as forms, SIASN and habit write them', () => {
    const pns = [
      'III/a',
      'III.a',
      'IIIa',
      'iii / A',
      '3a',
      '31',
      'Penata Muda, III/a',
      'Penata Muda (III/a)',
      'Penata Muda Tk. I, III/b',
      'IV/e',
      '45',
    ];
    expect(pns.map((text) => parseRank(text, false))).toEqual([
      ...Array(8).fill('III/a'),
      'III/b',
      'IV/e',
      'IV/e',
    ]);
    expect(['IX', '9', 'Golongan IX', 'XVII', 'xvii'].map((text) => parseRank(text, true))).toEqual([
      'IX',
      'IX',
      'IX',
      'XVII',
      'XVII',
    ]);
    expect(['', '-', '0'].map((text) => parseRank(text, false))).toEqual(['', '', '']);
    expect([
      parseRank('III/e', false),
      parseRank('V/a', false),
      parseRank('XVIII', true),
      parseRank('18', true),
    ]).toEqual([null, null, null, null]);
  });

  it('takes acting prefixes off a post', () => {
    expect(parsePost('Plt. Kepala Dinas')).toEqual({ post: 'Kepala Dinas', status: 'plt' });
    expect(parsePost('PLH Camat Gantung')).toEqual({ post: 'Camat Gantung', status: 'plh' });
    expect(parsePost('Pj. Bupati')).toEqual({ post: 'Bupati', status: 'pj' });
    expect(parsePost('Penjabat Sementara Wali Kota')).toEqual({ post: 'Wali Kota', status: 'pjs' });
    expect(parsePost('Pelaksana')).toEqual({ post: 'Pelaksana', status: 'definitive' });
    expect(parsePost('Pelaksana Tugas Sekretaris')).toEqual({ post: 'Sekretaris', status: 'plt' });
    expect([parsePostStatus('Plt'), parsePostStatus('Definitif'), parsePostStatus('x')]).toEqual([
      'plt',
      'definitive',
      null,
    ]);
  });

  it('reads status words', () => {
    const words = [
      'Aktif',
      'PENSIUN BUP',
      'CLTN',
      'Tugas Belajar',
      'Pemberhentian Sementara',
      'Meninggal Dunia',
      'mutasi ke provinsi',
      'Tidak Aktif',
      'rajin',
    ];
    expect(words.map(parsePersonStatus)).toEqual([
      'active',
      'retired',
      'leave',
      'study',
      'suspended',
      'deceased',
      'moved',
      null,
      null,
    ]);
  });
});
