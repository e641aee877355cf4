/** Invented people for an import: nobody here exists, and no number is anybody's (born 1901, see the checks of NIP). */

export const HEADINGS = [
  'Nama',
  'NIP/Nomor',
  'Kategori',
  'Golongan',
  'Jabatan',
  'Unit',
  'Surel',
  'Keterangan',
];

const UNITS = 200;
const FIRST = [
  'Siti',
  'Budi',
  'Yosefina',
  'Jumiati',
  'Hendra',
  'Wayan',
  'Fatimah',
  'Lukas',
  'Nurul',
  'Petrus',
];
const LAST = [
  'Rahmawati',
  'Santoso',
  'Wanggai',
  'Lestari',
  'Saputra',
  'Ginting',
  'Hutapea',
  'Mansyur',
  'Tangkere',
];
const POSTS = [
  'Guru Ahli Pertama',
  'Analis Kebijakan Ahli Muda',
  'Perawat Terampil',
  'Pengadministrasi Umum',
];

/** As an officer's file has them, in the order of {@link HEADINGS}. */
export function rosterRows(count: number): string[][] {
  return Array.from({ length: count }, (_, at) => {
    const name = nameOf(at);
    const mail = `pegawai${at}@contoh.example`;
    return [
      name,
      numberOf(at),
      'PNS',
      'III/c',
      POSTS[at % POSTS.length] ?? '',
      `Dinas Contoh ${at % UNITS}`,
      mail,
      '',
    ];
  });
}

export function nameOf(at: number): string {
  const [first, last] = [FIRST[at % FIRST.length], LAST[Math.floor(at / FIRST.length) % LAST.length]];
  return `${first} ${last} Contoh ${letters(at)}`;
}

/** Base 26, so that each name is another one without a digit in it. */
function letters(at: number): string {
  const text = at.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** 18 digits of a NIP: born from 1901 on, appointed in March 1925, man or woman, number among them. */
function numberOf(at: number): string {
  const serial = at % 999;
  const rest = Math.floor(at / 999);
  const day = 1 + (rest % 28);
  const month = 1 + (Math.floor(rest / 28) % 12);
  const year = 1901 + Math.floor(rest / 336);
  const born = `${year}${two(month)}${two(day)}`;
  return `${born}192503${1 + (at % 2)}${String(serial + 1).padStart(3, '0')}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The same people as lines of COPY's text format for agencies.person. */
export function* copyRows(agencyId: string, rows: readonly (readonly string[])[]): Generator<string> {
  let lines = '';
  for (const [at, [name, number, , rank, post, , mail]] of rows.entries()) {
    const id = `${agencyId}-${String(at).padStart(9, '0')}`;
    const unit = `${agencyId}-${at % UNITS}`;
    const values = [
      agencyId,
      id,
      'nip',
      number,
      name,
      'pns',
      rank,
      post,
      'definitive',
      unit,
      mail,
      'active',
      't',
    ];
    lines += `${values.join('\t')}\t2024-09-18 00:00:00+00\n`;
    if (lines.length < 64 * 1024) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}
