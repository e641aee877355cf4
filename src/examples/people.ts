import type { Person } from '../agencies/index.ts';
import type { ExampleUnit } from './data/types.ts';

const GIVEN = [
  'Siti',
  'Agus',
  'Dewi',
  'Budi',
  'Rahmat',
  'Wahyu',
  "Ma'ruf",
  'Nurul',
  'Yohanes',
  'Ni Made',
  'Teguh',
  'Fitri',
  "Jum'at",
  'Hendra',
  'Lestari',
  'Bambang',
  'Ayu',
  'Surya',
  'Maria',
  'Iwan',
  'Ratna',
  'Joko',
  'Sri',
  'Dian',
  'Eko',
  'Kartika',
  'Andi',
  'Rina',
  'Slamet',
  'Yuni',
  'Markus',
  'Intan',
  'Fajar',
  'Wulan',
  'Gatot',
  'Mega',
  'Hasan',
  'Tuti',
  'Rudi',
] as const;

/** No family bears these names: whoever reads one knows that the person is invented. */
const INVENTED = [
  'Contohadi',
  'Rekawati',
  'Misalkan',
  'Contohwan',
  'Rekaningrat',
  'Misalawati',
  'Umpamana',
] as const;

const RANKS = [
  'Penata Muda, III/a',
  'Penata Muda Tingkat I, III/b',
  'Penata, III/c',
  'Pengatur, II/c',
  'Penata Tingkat I, III/d',
];
const POSTS = [
  'Analis Kebijakan',
  'Pengelola Keuangan',
  'Pengadministrasi Umum',
  'Penelaah Teknis',
  'Pranata Komputer',
];

/** A person whose name is ninety characters long with its titles: pages and PDFs must bear it. */
const LONGEST = 'Prof. Dr. Ir. H. Raden Mas Contohadi Rekaningrat Misalkan Umpamana, S.H., M.Si., M.Hum.';

type NewPerson = Omit<Person, 'id'>;

/** The invented staff of a unit; `from` keeps numbers apart between units of one institution. */
export function peopleOfUnit(unit: ExampleUnit, unitId: string, from: number): NewPerson[] {
  const categories = Object.entries(unit.staff).flatMap(([category, count]) =>
    Array.from({ length: count }, () => category as Person['category']),
  );
  return categories.map((category, i) => ({
    ...numbered(category, from + i),
    name: nameOf(from + i, i),
    category,
    rank:
      category === 'pns'
        ? i < unit.posts.length
          ? 'Pembina, IV/a'
          : (RANKS[i % RANKS.length] as string)
        : null,
    post: unit.posts[i] ?? postOf(category, i),
    postStatus: 'definitive',
    unitId,
    email: null,
    status: 'active',
    isExample: true,
  }));
}

function nameOf(n: number, inUnit: number): string {
  if (inUnit === 7) return LONGEST;
  if (inUnit === 11) return 'Rekaningsih';
  const given = GIVEN[(n * 7) % GIVEN.length];
  return `${given} ${INVENTED[(n * 3 + Math.floor(n / GIVEN.length)) % INVENTED.length]}`;
}

function postOf(category: Person['category'], i: number): string {
  return category === 'non-asn' ? 'Tenaga kontrak' : (POSTS[i % POSTS.length] as string);
}

/** Numbers that follow the form and belong to nobody: serial from 900. */
function numbered(category: Person['category'], n: number): Pick<NewPerson, 'idKind' | 'idNumber'> {
  const born = `${1968 + (n % 30)}${two(1 + (n % 12))}${two(1 + (n % 28))}`;
  const tail = `${1 + (n % 2)}${String(900 + (n % 100)).padStart(3, '0')}`;
  if (category === 'pns' || category === 'cpns')
    return {
      idKind: 'nip',
      idNumber: `${born}${1998 + (n % 22)}${two(1 + (Math.floor(n / 30) % 12))}${tail}`,
    };
  if (category === 'pppk' || category === 'pppk-pw')
    return { idKind: 'ni-pppk', idNumber: `${born}202${1 + (n % 3)}21${tail}` };
  return { idKind: 'local', idNumber: `THL-${String(1000 + n)}` };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
