import { expect, it } from 'vitest';
import type { Agency } from '../../agencies/index.ts';
import { workCalendar } from '../../law/index.ts';
import type { Step, What } from '../cases/stages.ts';
import { clocksOf } from '../clocks/clocks-of.ts';
import { knownOf } from '../hand-off/facts.ts';
import { factsOf } from './facts.ts';
import { fill } from './fill.ts';
import { TEXTS } from './templates/texts.ts';

const agency: Agency = {
  ...{ id: 'contoh', name: 'Pemerintah Kabupaten Contoh Barat', level: 'kabupaten', regionCode: '99.01' },
  ...{ zone: 'Asia/Jayapura', place: 'Contoh Barat', letterhead: [], isExample: true },
};
const DONE: readonly (readonly [What, string, Record<string, unknown>?])[] = [
  ['received', '2026-06-03'],
  ['classified', '2026-06-04', { item: 'D8', group: 'discipline', level: 'berat', actOn: '2026-06-02' }],
  ['summoned-1', '2026-06-08', { examOn: '2026-06-22' }],
  ['absent', '2026-06-22'],
  ['summoned-2', '2026-06-24', { examOn: '2026-06-26' }],
  ['decided', '2026-07-06', { level: 'berat', sanction: 'severe-release' }],
  ['delivered', '2026-07-14'],
];
const steps: Step[] = DONE.map(([what, onDate, data = {}], n) => ({
  ...{
    n,
    what,
    onDate,
    data,
    stage: 'study',
    basis: [],
    by: 'account:x',
    at: new Date(`${onDate}T00:00:00Z`),
  },
}));
const seen = { id: 'abcdefgh23456789', arrivedOn: '2026-06-03' };
const clocks = clocksOf({ origin: 'report', steps }, [], workCalendar(), '2026-07-15');

it('knows codes, days and articles from the steps and clocks of a case, and nothing else', () => {
  const facts = factsOf({ agency, seen, steps, clocks });
  expect(facts).toMatchObject({
    ...{ instansi: agency.name, tempat_naskah: 'Contoh Barat', kode_perkara: seen.id, tingkat: 'berat' },
    ...{
      tanggal_panggilan_1: '8 Juni 2026',
      tanggal_tidak_hadir: '22 Juni 2026',
      hari_periksa: 'Jumat, 26 Juni 2026',
    },
    ...{ tanggal_putusan: '6 Juli 2026', tanggal_terima: '14 Juli 2026' },
    hukuman: 'Pembebasan dari jabatan menjadi pelaksana selama 12 bulan.',
  });
  expect(facts.berlaku_mulai).toMatch(/4 Agustus 2026/);
  expect(facts.pelanggaran).toMatch(/^D8: /);
  expect(facts.dasar).toContain('Peraturan Pemerintah Nomor 94 Tahun 2021');
  expect(facts.tahapan?.split('\n')).toHaveLength(DONE.length);
  for (const name of ['nama', 'nip', 'uraian']) expect(facts[name]).toBeUndefined();
});

it('says by name what no step tells yet', () => {
  const facts = factsOf({ agency, seen, steps: steps.slice(0, 1), clocks: [] });
  const { missing } = fill(TEXTS.decision, facts);
  expect(missing).toEqual(
    expect.arrayContaining(['hukuman', 'tingkat', 'dasar', 'pelanggaran', 'batas_penyampaian']),
  );
  expect(missing).not.toContain('kode_perkara');
});

it('gives a package the same chain', () => {
  const known = knownOf({ agency, seen, steps, clocks }, 'report');
  expect(known.acts).toEqual([expect.objectContaining({ item: 'D8', level: 'berat', actOn: '2026-06-02' })]);
  expect(known.steps.map(({ what }) => what)).toEqual(DONE.map(([what]) => what));
  expect(known.clocks.map(({ clock }) => clock)).toContain('effective');
});
