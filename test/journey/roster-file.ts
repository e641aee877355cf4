import { TEMPLATE_COLUMNS } from '../../src/agencies/roster/index.ts';
import { writeXlsx } from '../../src/platform/files/index.ts';

/** Ninety characters with its titles. */
export const LONG_NAME =
  'Prof. Dr. Ir. Hj. Raden Mas Contohadi Rekaningrat Misalkan Umpamana Rekawati, S.H., M.Hum.';

/** Invented people; numbers follow the form, serial from 900. */
export const PEOPLE = [
  ["Ma'ruf Contohadi", '198503122010011901', 'PNS', 'III/c', 'Analis Kebijakan', 'Dinas Contoh'],
  [LONG_NAME, '197811052005011902', 'PNS', 'IV/a', 'Kepala Dinas Contoh', 'Dinas Contoh'],
  ['Siti Rekawati', '199006152021212903', 'PPPK', 'IX', 'Guru Ahli Pertama', 'Dinas Contoh'],
  ["Jum'at Misalkan", 'THL-001', 'Non-ASN', '', 'Petugas Kebersihan', 'Kecamatan Misalan'],
  ['Yosefina Umpamana', '198801202012012904', 'PNS', 'III/b', 'Pengelola Keuangan', 'Kecamatan Misalan'],
  ['Ni Made Contohwan', '199203092022212905', 'PPPK', 'VII', 'Penelaah Teknis', 'Kecamatan Misalan'],
  ['Rekaningsih', '199512012019032906', 'PNS', 'III/a', 'Pranata Komputer', 'Kecamatan Misalan'],
] as const;

/** Its number has a month 13: the row is refused, the others are not. */
export const REFUSED = [
  'Salah Contohadi',
  '198513122010011907',
  'PNS',
  'III/c',
  'Analis',
  'Dinas Contoh',
] as const;

/** The roster as a workbook in the columns of the template. */
export async function rosterFile(): Promise<Buffer> {
  const rows = [...PEOPLE, REFUSED].map((row) => [...row, '', '']);
  return Buffer.from(await writeXlsx([{ name: 'Pegawai', columns: TEMPLATE_COLUMNS, rows }]));
}

export const ROSTER_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
