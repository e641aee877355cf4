/** What stands in `paket.json` (docs/formats/hand-off.md). Made in a browser, from what was opened there. */
export interface HandOff {
  format: 'ikrar/hand-off/v1';
  destination: Destination;
  /** `YYYY-MM-DD` */
  made: string;
  from: { agency: string; unit: string | null; example: boolean };
  case: { code: string; origin: 'report' | 'finding'; arrived: string; stage: string };
  reported: Reported;
  facts: { what: string; when: string; where: string; how: string };
  acts: Act[];
  steps: StepDone[];
  clocks: ClockRead[];
  evidence: Evidence[];
  /** Left out unless a custodian released it and whoever makes the package chose so. */
  reporter: { mode: Mode; name: string; contact: string } | { mode: Mode; leftOut: true };
  /** Names of what the other body asks for and this package has not got. */
  missing: string[];
}

export const DESTINATIONS = ['bkn', 'bawaslu', 'contract'] as const;
export type Destination = (typeof DESTINATIONS)[number];
export type Mode = 'identified' | 'confidential' | 'anonymous' | 'staff';

export interface Reported {
  name: string;
  post: string;
  unit: string;
  /** Empty where not known. */
  nip: string;
  nik: string;
}
export interface Act {
  item: string;
  words: string;
  actOn: string;
  level: string;
  bases: string[];
}
export interface StepDone {
  day: string;
  what: string;
  words: string;
  basis: string[];
}
export interface ClockRead {
  clock: string;
  words: string;
  from: string;
  due: string;
  state: string;
}
export interface Evidence {
  name: string;
  type: string;
  length: number;
  /** Of the file itself, in hexadecimal. */
  sha256: string;
  /** Whether what it said of its maker was removed before it was sealed. */
  stripped: boolean;
}

/**
 * What the destination asks for and is not there. SBT needs NIP or NIK of the reported person; SigapLapor a name and an
 * address of the reporter, whom we do not name by ourselves (docs/law.md).
 */
export function missingIn(
  handOff: Pick<HandOff, 'destination' | 'reported' | 'facts' | 'evidence' | 'acts' | 'reporter'>,
): string[] {
  const { destination, reported, facts, evidence, acts, reporter } = handOff;
  const asked: [string, boolean][] = [
    ['nip-or-nik', destination === 'bkn' && reported.nip === '' && reported.nik === ''],
    ['reported-name', reported.name === ''],
    ['reported-unit', reported.unit === ''],
    ['what', facts.what === ''],
    ['when', facts.when === ''],
    ['where', facts.where === ''],
    ['evidence', evidence.length === 0],
    ['classification', acts.length === 0],
    ['reporter', destination === 'bawaslu' && 'leftOut' in reporter && reporter.mode !== 'staff'],
  ];
  return asked.filter(([, isMissing]) => isMissing).map(([name]) => name);
}

/** 18 digits of a NIP or 16 of a NIK, however they were grouped; null where it is neither, '' where nothing was typed. */
export function numberOf(text: string, digits: 16 | 18): string | null {
  const bare = text.replace(/[\s.-]/g, '');
  return bare === '' || new RegExp(`^\\d{${digits}}$`).test(bare) ? bare : null;
}
