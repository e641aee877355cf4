import type { MinutesFigures, MinutesRecord } from '../../../verify/index.ts';
import { type Block, type Column, table, together } from '../../pdf/index.ts';
import { localTime } from '../../pdf/pact/local-time.ts';
import { BODY, lines, SMALL, section, WIDTH } from './sheet.ts';
import { CATEGORIES, COMMON, figure, UNKNOWN, WORDS } from './words.ts';

/** Every figure with the number of people that it is of. */
export function counts({ counts, agency }: MinutesRecord): Block[] {
  const { total, byCategory, byUnit, asOf } = counts;
  const { day, clock } = localTime(asOf, agency.zone, COMMON);
  const categories = byCategory.map((one) => row(CATEGORIES[one.category], one));
  const units = byUnit.map((one) => row(one.unit, one));
  return [
    ...together(
      section(WORDS.attendance, [
        ...lines(headline(total), { ...BODY, face: 'bold' }, 4),
        ...lines(`Keadaan pencatatan pada ${day} pukul ${clock}.`, SMALL, 2),
        ...sheet('Kategori', [...categories, row('Jumlah', total)]),
        ...lines(WORDS.meaning, SMALL, 4),
      ]),
    ),
    ...(units.length === 0
      ? []
      : section(WORDS.byUnit, sheet('Unit kerja', [...units, row('Jumlah', total)]))),
  ];
}

function headline(total: MinutesFigures): string {
  const { expected, present, late, signed, presentSigned, unrecorded } = total;
  if (expected === 0) return `Jumlah yang seharusnya hadir ${UNKNOWN}.`;
  const there = present + late;
  return [
    `${ofAll(there, expected)} hadir${late > 0 ? `, ${figure(late)} di antaranya terlambat` : ''}; `,
    `${ofAll(signed, expected)} menandatangani. `,
    there > 0 ? `Dari ${figure(there)} yang hadir, ${figure(presentSigned)} telah menandatangani. ` : '',
    unrecorded > 0 ? `Kehadiran ${figure(unrecorded)} orang ${UNKNOWN}.` : '',
  ]
    .join('')
    .trimEnd();
}

function ofAll(some: number, all: number): string {
  return `${figure(some)} dari ${figure(all)}`;
}

function sheet(first: string, rows: string[][]): Block[] {
  const figures = [
    ['Hadir', 64],
    ['Terlambat', 46],
    ['Tugas lain', 34],
    ['Izin', 26],
    ['Tidak hadir', 34],
    ['Belum tercatat', 41],
    ['Menandatangani', 74],
  ] as const;
  const used = figures.reduce((sum, [, width]) => sum + width, 0);
  const columns: Column[] = [
    { title: first, width: WIDTH - used },
    ...figures.map(([title, width]) => ({ title, width, align: 'right' as const })),
  ];
  const [head, ...rest] = table(columns, rows, { size: 8, leading: 1.3 });
  return [{ ...head!, gap: 5 }, ...rest];
}

function row(name: string, one: MinutesFigures): string[] {
  const { expected, present, late, dutyElsewhere, excused, absent, unrecorded, signed } = one;
  return [
    name,
    ofAll(present + late, expected),
    ...[late, dutyElsewhere, excused, absent, unrecorded].map(figure),
    ofAll(signed, expected),
  ];
}
