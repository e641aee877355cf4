import type { MinutesRecord } from '../../../verify/index.ts';
import { type Block, fields } from '../../pdf/index.ts';
import { dayInWords, zoneName } from '../../pdf/pact/local-time.ts';
import { BODY, numbered, section, WIDTH } from './sheet.ts';
import { COMMON, OFFICERS, UNKNOWN, WORDS, weekday } from './words.ts';

/** When, where, by whom, and what was read. What nobody recorded is said to be missing. */
export function facts(record: MinutesRecord): Block[] {
  const { held, text, officers } = record;
  const roles = Object.entries(OFFICERS).map(([role, label]) => {
    const some = officers.filter((officer) => officer.role === role);
    return { label, value: some.map(officer).join('; ') || UNKNOWN };
  });
  const rows = [
    { label: WORDS.day, value: day(held) },
    { label: WORDS.time, value: hours(record) },
    { label: WORDS.place, value: held.place ?? UNKNOWN },
    ...(held.sites.length === 0 ? [] : [{ label: WORDS.sites, value: held.sites.map(site).join('\n') }]),
    { label: WORDS.text, value: text === null ? UNKNOWN : pledge(text) },
    ...roles,
  ];
  return section(WORDS.held, fields(rows, BODY, 92, { width: WIDTH, gap: 4 }));
}

export function runSheet({ runSheet }: MinutesRecord): Block[] {
  const items = runSheet.map(({ title, who }) => (who === null ? title : `${title}: ${who}`));
  return section(WORDS.order, numbered(items.length > 0 ? items : [UNKNOWN]));
}

function day({ date, dateStatus, dateNote }: MinutesRecord['held']): string {
  const known = date === null ? UNKNOWN : `${weekday(date)}, ${dayInWords(date, COMMON)}`;
  const how = dateStatus === 'derived' ? WORDS.derived : null;
  const notes = [how, dateNote].filter((note) => note !== null).join(': ');
  return notes === '' ? known : `${known} (${notes})`;
}

function hours({ held: { startedAt, endedAt }, agency }: MinutesRecord): string {
  if (startedAt === null && endedAt === null) return UNKNOWN;
  const time = (at: string | null) => at?.replace(':', COMMON.separator) ?? `(${UNKNOWN})`;
  return `pukul ${time(startedAt)} sampai ${time(endedAt)} ${zoneName(agency.zone)}`;
}

function site({ name, place, mode }: MinutesRecord['held']['sites'][number]): string {
  const where = [place, mode === 'online' ? WORDS.online : null].filter((part) => part !== null);
  return where.length === 0 ? name : `${name} (${where.join(', ')})`;
}

function pledge({ title, version, digest }: NonNullable<MinutesRecord['text']>): string {
  return `${title}, ${COMMON.version} ${version}, SHA-256 ${digest.slice(0, 16)}…`;
}

function officer({ name, office, employer }: MinutesRecord['officers'][number]): string {
  return `${name}, ${office}${employer === null ? '' : ` (${employer})`}`;
}
