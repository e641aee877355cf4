import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { nameOf } from './roster.ts';

/** Invented people of a nation: nobody here exists, and no number is anybody's (born from 1901 to 1908). */
export interface Nation {
  people: number;
  agencies: number;
  units: number;
}

const HEADINGS = 'Kode Instansi;Nama;NIP;Kategori;Golongan;Jabatan;Kode Unit;Unit;Surel';
const POSTS = [
  'Guru Ahli Pertama',
  'Analis Kebijakan Ahli Muda',
  'Perawat Terampil',
  'Pengadministrasi Umum',
];

export const agencyAt = (at: number) => `instansi-contoh-${at}`;
export const unitAt = (at: number) => `Unit Contoh ${at}`;
export const agencyOfUnit = (unit: number, { agencies, units }: Nation) =>
  Math.floor((unit * agencies) / units);

/** As a national file has them: by institution and unit. */
export function writeCsvFile(path: string, nation: Nation): Promise<void> {
  return writeLines(path, `${HEADINGS}\r\n`, nation, (at) => {
    const { agency, unit, name, number, rank, post, mail } = personAt(at, nation);
    return `${agencyAt(agency)};${name};${number};PNS;${rank};${post};K${unit};${unitAt(unit)};${mail}\r\n`;
  });
}

/** The same people in COPY's own format for agencies.person. */
export function writeCopyFile(path: string, nation: Nation): Promise<void> {
  return writeLines(path, '', nation, (at) => {
    const { agency, unit, name, number, rank, post, mail } = personAt(at, nation);
    const id = `p${String(at).padStart(15, '0')}`;
    const where = `u${String(unit).padStart(15, '0')}`;
    return `${agencyAt(agency)}\t${id}\tnip\t${number}\t${name}\tpns\t${rank}\t${post}\tdefinitive\t${where}\t${mail}\tactive\tf\t2026-11-22 00:00:00+00\n`;
  });
}

function personAt(at: number, nation: Nation) {
  const unit = Math.floor((at * nation.units) / nation.people);
  return {
    agency: agencyOfUnit(unit, nation),
    unit,
    name: nameOf(at),
    number: numberAt(at),
    rank: 'III/c',
    post: POSTS[at % POSTS.length] as string,
    mail: `pegawai${at}@contoh.example`,
  };
}

/** 18 digits: born 1901 to 1908, appointed in a month of 1925. */
function numberAt(at: number): string {
  const serial = String((at % 999) + 1).padStart(3, '0');
  const rest = Math.floor(at / 999);
  const born = `${1901 + (Math.floor(rest / 336) % 8)}${two(1 + (Math.floor(rest / 28) % 12))}${two(1 + (rest % 28))}`;
  return `${born}1925${two(1 + (Math.floor(rest / 2688) % 12))}${1 + (at % 2)}${serial}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function writeLines(
  path: string,
  head: string,
  { people }: Nation,
  line: (at: number) => string,
): Promise<void> {
  function* pieces() {
    yield head;
    for (let from = 0; from < people; from += 1_000) {
      let text = '';
      for (let at = from; at < Math.min(people, from + 1_000); at++) text += line(at);
      yield text;
    }
  }
  return pipeline(Readable.from(pieces()), createWriteStream(path));
}
