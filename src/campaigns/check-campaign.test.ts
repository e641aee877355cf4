import { describe, expect, it } from 'vitest';
import { checkBases, jointDecreeLines } from './bases.ts';
import { type CampaignValues, checkCampaign } from './check-campaign.ts';
import { readCircular } from './read-circular.ts';

const values = (change: Partial<CampaignValues> = {}): CampaignValues => ({
  title: 'Ikrar',
  electionId: 'pemilu-2024',
  circularNumber: null,
  circularDate: '2024-09-02',
  circularIssuer: null,
  circularText: null,
  bases: [],
  deadline: new Date('2024-09-01T15:30:00Z'),
  place: null,
  ...change,
});
const codes = (change: Partial<CampaignValues>) =>
  checkCampaign(values(change), 'Asia/Jayapura').map(({ field, code }) => `${field} ${code}`);

describe('a campaign', () => {
  it('may end on the day of its circular, in its own zone, but not before', () => {
    expect(codes({})).toEqual([]);
    expect(checkCampaign(values(), 'Asia/Jakarta').map(({ code }) => code)).toEqual([
      'campaigns.deadlineBeforeCircular',
    ]);
  });

  it('needs a title, an election and a deadline', () => {
    expect(codes({ title: '', electionId: '', deadline: new Date(Number.NaN) })).toEqual([
      'title campaigns.noTitle',
      'electionId campaigns.noElection',
      'deadline campaigns.noDeadline',
    ]);
  });

  it('refuses a circular of 200 pages, a date that is none, and what cannot be sealed', () => {
    expect(codes({ circularText: 'x'.repeat(200_000) })).toEqual([]);
    expect(codes({ circularText: 'x'.repeat(200_001) })).toEqual(['circularText campaigns.circularTooLong']);
    expect(codes({ circularText: 'a\0b' })).toEqual(['circularText campaigns.notText']);
    expect(codes({ circularDate: '2023-02-29' })).toEqual(['circularDate campaigns.notADay']);
    expect(codes({ place: 'Fak\u202Efak' })).toEqual(['place campaigns.unprintable']);
    expect(codes({ bases: Array(31).fill('PP 94/2021') })).toEqual(['bases campaigns.manyBases']);
  });
});

describe('legal bases', () => {
  it('hold the joint decree as five pairs, each known to the register', () => {
    const lines = jointDecreeLines();
    expect(lines).toHaveLength(5);
    expect(lines[2]).toBe('Keputusan Bersama Kepala BKN Nomor 246 Tahun 2022');
    const names = checkBases(lines, '2023-01-01').map(({ name, standing }) => [name, standing]);
    expect(names).toEqual(Array(5).fill(['SKB 2/2022', 'in-force']));
    expect(checkBases(lines, '2022-01-01')[0]?.standing).toBe('not-yet');
  });

  it('that are revoked or unknown are told, not refused', () => {
    expect(checkBases(['UU 5/2014', 'Perbup Nomor 7 Tahun 2020'], '2024-09-02')).toEqual([
      { line: 'UU 5/2014', name: 'UU 5/2014', standing: 'revoked' },
      { line: 'Perbup Nomor 7 Tahun 2020', name: null, standing: 'unrecognised' },
    ]);
  });
});

describe('a pasted circular', () => {
  const letter = [
    'PEMERINTAH KABUPATEN CONTOH',
    'SEKRETARIAT DAERAH',
    'Nomor   : 892/51/CONTOH/2023',
    'Manggar, 15 Februari 2023',
    'Berdasarkan Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara dan',
    'Peraturan Pemerintah Nomor 94 Tahun 2021, diminta kepada seluruh pegawai',
  ].join('\n');

  it('gives its number, date and bases', () => {
    expect(readCircular(letter)).toEqual({
      number: '892/51/CONTOH/2023',
      date: '2023-02-15',
      bases: ['Undang-Undang Nomor 5 Tahun 2014', 'Peraturan Pemerintah Nomor 94 Tahun 2021'],
    });
  });

  it('gives nothing where nothing is, and no day that does not exist', () => {
    expect(readCircular('Kepada Yth.\n31 Februari 2023')).toEqual({ number: null, date: null, bases: [] });
  });
});
