import { checkLine, type Problem, tidyLine, tidyLines } from '../../campaigns/index.ts';
import { PLAN_ROLES } from '../../ceremonies/index.ts';
import { type MinutesContent, maxPhotos } from '../../verify/index.ts';
import { type NewSigner, NOT_RECORDED } from './minutes.ts';

export type ServedOfficer = MinutesContent['officers'][number];
export type Witness = Omit<NewSigner, 'role'>;

/** What only people know: when it began and ended, who really served, who came to witness it, what else is to be said. */
export interface Told {
  /** HH:MM at the place */
  startedAt: string | null;
  endedAt: string | null;
  officers: ServedOfficer[];
  witnesses: Witness[];
  remarks: string | null;
  /** Of the album, those that stand in the minutes. */
  photoIds: string[];
}

/** As many as a record holds, and more witnesses than a plan. */
export const MOST_OFFICERS = 40;
export const MOST_WITNESSES = 32;
const MOST_SIGNERS = 40;
const REMARKS = 4000;

/** The fields of the form as values; a row without a name is nobody, an empty office is said to be missing. */
export function toldOf(field: (name: string) => string, photoIds: string[]): Told {
  const line = (name: string) => tidyLine(field(name));
  const clock = (name: string) => line(name).replace('.', ':').replace(/^\d:/, '0$&') || null;
  return {
    startedAt: clock('startedAt'),
    endedAt: clock('endedAt'),
    officers: rows(MOST_OFFICERS, (at) => ({
      role: PLAN_ROLES.find((role) => role === line(`o${at}-role`)) ?? 'reader',
      name: line(`o${at}-name`),
      office: line(`o${at}-office`) || NOT_RECORDED,
      employer: line(`o${at}-employer`) || null,
    })),
    witnesses: rows(MOST_WITNESSES, (at) => ({
      name: line(`w${at}-name`),
      office: line(`w${at}-office`) || NOT_RECORDED,
      institution: line(`w${at}-institution`) || null,
    })),
    remarks: tidyLines(field('remarks')) || null,
    photoIds,
  };
}

function rows<T extends { name: string }>(most: number, read: (at: number) => T): T[] {
  return Array.from({ length: most }, (_, at) => read(at)).filter(({ name }) => name !== '');
}

/** What is wrong with these values, by field; rows are counted as {@link toldOf} gave them. */
export function checkTold(told: Told): Problem[] {
  const { startedAt, endedAt, officers, witnesses, remarks, photoIds } = told;
  const clocks = Object.entries({ startedAt, endedAt }).flatMap(([field, text]) =>
    text === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? [] : [{ field, code: 'minutes.notAClock' }],
  );
  return [
    ...clocks,
    ...officers.flatMap((officer, at) => checkPerson(`o${at}`, officer, officer.employer, 'employer')),
    ...witnesses.flatMap((one, at) => checkPerson(`w${at}`, one, one.institution, 'institution')),
    ...checkSigners(told),
    ...checkLine('remarks', remarks ?? '', REMARKS),
    ...(photoIds.length > maxPhotos
      ? [{ field: 'photo', code: 'minutes.manyPhotos', params: { most: maxPhotos } }]
      : []),
  ];
}

function checkSigners({ officers, witnesses }: Told): Problem[] {
  const sign = officers.filter(({ role }) => role === 'reader' || role === 'clerk').length + witnesses.length;
  const problem = { field: 'w0-name', code: 'minutes.manySigners', params: { most: MOST_SIGNERS } };
  return sign > MOST_SIGNERS ? [problem] : [];
}

function checkPerson(
  row: string,
  { name, office }: { name: string; office: string },
  from: string | null,
  last: string,
): Problem[] {
  return [
    ...checkLine(`${row}-name`, name, 200),
    ...checkLine(`${row}-office`, office, 300),
    ...checkLine(`${row}-${last}`, from ?? '', 300),
  ];
}
