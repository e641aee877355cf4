import { csvBytes, writeXlsx } from '../../platform/files/index.ts';
import type { RosterMessageKey, RosterMessages } from './explain.ts';

/** Headings of the template. They are part of the file format and stay Indonesian in every language. */
export const TEMPLATE_COLUMNS = [
  { header: 'Nama', width: 34, help: 'name' },
  { header: 'NIP/Nomor', width: 22, help: 'id' },
  { header: 'Kategori', width: 20, help: 'category' },
  { header: 'Golongan', width: 12, help: 'rank' },
  { header: 'Jabatan', width: 38, help: 'post' },
  { header: 'Unit', width: 38, help: 'unit' },
  { header: 'Surel', width: 28, help: 'email' },
  { header: 'Keterangan', width: 24, help: 'note' },
] as const;

/**
 * Invented people. Their birth years (1900, 1901) make the numbers well formed and nobody's; the word CONTOH makes
 * an import pass them over if they are left in.
 */
const EXAMPLES: readonly (readonly string[])[] = [
  [
    'CONTOH Dr. Sari Utami, S.Sos.',
    '190001011920011001',
    'PNS',
    'III/c',
    'Plt. Kepala Bidang Contoh',
    'Dinas Contoh',
    'sari@contoh.example',
    '',
  ],
  [
    "CONTOH Ma'ruf",
    '196001012024211001',
    'PPPK',
    'IX',
    'Guru Ahli Pertama',
    'SD Negeri 1 Contoh',
    '',
    'tugas belajar',
  ],
  ['CONTOH Jumiati', 'THL-001', 'Non-ASN', '', 'Petugas Kebersihan', 'Kelurahan Contoh', '', ''],
];

/** The template as XLSX: a sheet to fill in, its cells set to text, and a sheet that explains each column. */
export function templateXlsx(messages: RosterMessages): Promise<Uint8Array> {
  const text = (key: RosterMessageKey) => messages[key];
  return writeXlsx([
    { name: 'Pegawai', columns: TEMPLATE_COLUMNS, rows: EXAMPLES },
    {
      name: 'Petunjuk',
      preamble: [text('agencies.roster.template.title'), text('agencies.roster.template.lead')],
      columns: [
        { header: text('agencies.roster.template.column'), width: 18 },
        { header: text('agencies.roster.template.needed'), width: 16 },
        { header: text('agencies.roster.template.meaning'), width: 100 },
      ],
      rows: TEMPLATE_COLUMNS.map(({ header, help }) => [
        header,
        text(help === 'name' || help === 'unit' ? 'agencies.roster.template.yes' : NEEDED[help]),
        text(`agencies.roster.template.${help}`),
      ]),
    },
  ]);
}

const NEEDED = {
  id: 'agencies.roster.template.asn',
  category: 'agencies.roster.template.yes',
  rank: 'agencies.roster.template.no',
  post: 'agencies.roster.template.no',
  email: 'agencies.roster.template.no',
  note: 'agencies.roster.template.no',
} as const satisfies Record<string, RosterMessageKey>;

/** The same columns and examples as CSV with semicolons. Excel will mangle long numbers in it: prefer the XLSX. */
export function templateCsv(): Uint8Array {
  return csvBytes([TEMPLATE_COLUMNS.map((column) => column.header), ...EXAMPLES]);
}
