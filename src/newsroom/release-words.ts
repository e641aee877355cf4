import type { Officer, Participation } from '../ceremonies/index.ts';

/** Words of the release itself, which is written in Indonesian whatever the language of the page. */

/** A place to fill in; approval waits until none is left. */
export function fill(what: string): string {
  return `[lengkapi: ${what}]`;
}

/** A place for what somebody really said. The words are never made here. */
export function quotation({ name, ...rest }: OfficerWords): string {
  return `[kutipan: ${name}, ${officeOf(rest)}]`;
}

type OfficerWords = Pick<Officer, 'name' | 'office' | 'officeStatus' | 'employer'>;

const STATUS = { definitive: '', plt: 'Plt. ', plh: 'Plh. ', pj: 'Pj. ', pjs: 'Pjs. ' } as const;

/** The office with the standing of its holder, which is not the same as holding it. */
export function officeOf({ office, officeStatus }: Pick<OfficerWords, 'office' | 'officeStatus'>): string {
  return /^(plt|plh|pjs?|penjabat)\b/i.test(office) ? office : `${STATUS[officeStatus]}${office}`;
}

export function officerWords(officer: OfficerWords): string {
  const employer =
    officer.employer && !officer.office.includes(officer.employer) ? ` (${officer.employer})` : '';
  return `${officeOf(officer)}, ${officer.name}${employer}`;
}

const FACT = {
  attended: 'hadir',
  read: 'membaca ikrar',
  witnessed: 'menyaksikan',
  symbolic: 'menandatangani secara simbolis, yang tidak dihitung sebagai tanda tangan perorangan',
  signed: 'menandatangani menurut sumber itu; jumlah yang terbukti ada pada bagian cakupan',
} as const;

/** One group: who, from where, how many with what certainty, what they did, and who says so. */
export function participationWords(group: Participation, formatted: (n: number) => string): string {
  const from = group.employer ? ` (${group.employer})` : '';
  return `${group.who}${from}, ${countWords(group, formatted)}: ${FACT[group.fact]}, menurut ${group.source}`;
}

function countWords({ number, qualifier }: Participation, formatted: (n: number) => string): string {
  if (number === null) return UNCOUNTED[qualifier];
  return `${COUNTED[qualifier]}${formatted(number)} orang`;
}

const COUNTED = {
  exact: '',
  'at-least': 'sedikitnya ',
  about: 'sekitar ',
  some: 'antara lain ',
  all: 'seluruhnya ',
  unknown: 'disebut ',
};

const UNCOUNTED = {
  exact: 'jumlah tidak disebut',
  'at-least': 'jumlah tidak disebut',
  about: 'jumlah tidak disebut',
  some: 'sejumlah orang',
  all: 'seluruhnya, jumlah tidak disebut',
  unknown: 'jumlah tidak diketahui',
};
