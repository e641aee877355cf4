import { endTime, PLAN_ROLES, stepTimes } from '../../ceremonies/index.ts';
import { type Block, type Column, fields, gapped, table, together } from '../../evidence/pdf/index.ts';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { printedLine } from '../../platform/print/index.ts';
import type { PaperFacts } from './facts.ts';
import { t } from './messages.ts';
import {
  BODY,
  clockOf,
  dayOf,
  HEAD,
  LABEL_WIDTH,
  letterhead,
  paperFile,
  printedRows,
  SMALL,
  shortClock,
  TABLE,
  text,
  WIDTH,
} from './paper.ts';

/** What the officers and the announcer hold in their hands: steps with their times, who does what, who comes first. */
export function runSheet(lang: Lang, facts: PaperFacts, now: Date): Buffer {
  const tr = t(lang);
  const title = tr('papers.runSheet');
  const blocks = [
    ...letterhead(lang, facts),
    ...text(title.toUpperCase(), { face: 'bold', size: 14, leading: 1.3, align: 'centre' }, 14),
    ...text(facts.head.title, { ...BODY, align: 'centre' }, 2),
    ...summary(lang, facts),
    ...section(tr('papers.agenda'), steps(lang, facts)),
    ...section(tr('papers.sites'), sites(lang, facts)),
    ...section(tr('papers.officers'), officers(lang, facts)),
    ...section(tr('papers.witnesses'), witnesses(lang, facts)),
    ...section(tr('papers.order'), order(lang, facts)),
    ...section(tr('papers.ifRain'), text(facts.plan.fallback || tr('papers.notDecided'), BODY, 2)),
    ...text(tr('papers.symbolicRule'), SMALL, 14),
  ];
  const at = formatMoment(lang, now, facts.agency.zone);
  const foot = tr('papers.runSheetFoot', { version: facts.version, at });
  return paperFile(lang, facts, { title, foot, blocks }, now);
}

function section(heading: string, [first, ...rest]: Block[]): Block[] {
  const head = text(heading, HEAD, 14);
  return first ? [...head.map((block) => ({ ...block, keep: true })), first, ...rest] : head;
}

function summary(lang: Lang, facts: PaperFacts): Block[] {
  const tr = t(lang);
  const { head, plan, people, start } = facts;
  const rows = [
    { label: tr('papers.day'), value: dayOf(lang, facts) },
    { label: tr('papers.time'), value: clockOf(lang, facts, start) },
    { label: tr('papers.until'), value: clockOf(lang, facts, plannedEnd(facts)) },
    { label: tr('papers.place'), value: head.place ?? tr('papers.notDecided') },
    { label: tr('papers.organiser'), value: head.organiser },
    {
      label: tr('papers.expected'),
      value:
        people > 0 ? tr('papers.people', { count: formatNumber(lang, people) }) : tr('papers.notKnownYet'),
    },
    { label: tr('papers.headFirst'), value: tr(plan.order.headFirst ? 'papers.yes' : 'papers.no') },
  ];
  const printed = rows.map((row) => ({ ...row, value: printedLine(row.value) }));
  return fields(printed, BODY, LABEL_WIDTH, { width: WIDTH, gap: 14 });
}

function plannedEnd({ start, plan }: PaperFacts): string | null {
  return plan.runSheet.length > 0 ? endTime(start, plan.runSheet) : null;
}

function steps(lang: Lang, { plan, start }: PaperFacts): Block[] {
  const tr = t(lang);
  const missing = tr('papers.notDecided');
  if (plan.runSheet.length === 0) return text(missing, BODY, 2);
  const times = stepTimes(start, plan.runSheet);
  const columns: Column[] = [
    { title: tr('papers.clock'), width: 62 },
    { title: tr('papers.minutes'), width: 62, align: 'right' },
    { title: tr('papers.what'), width: WIDTH - 254 },
    { title: tr('papers.who'), width: 130 },
  ];
  const rows = plan.runSheet.map(({ title, minutes, who }, at) => [
    shortClock(lang, times[at] ?? null),
    minutes === null ? missing : formatNumber(lang, minutes),
    title,
    who || missing,
  ]);
  return gapped(table(columns, printedRows(rows), TABLE), 4);
}

function sites(lang: Lang, { sites: planned, head }: PaperFacts): Block[] {
  const tr = t(lang);
  const missing = tr('papers.notDecided');
  if (planned.length === 0) return text(head.place ?? missing, BODY, 2);
  const columns: Column[] = [
    { title: tr('papers.site'), width: 110 },
    { title: tr('papers.address'), width: 128 },
    { title: tr('papers.localTime'), width: 56 },
    { title: tr('papers.expectedHere'), width: WIDTH - 344 },
    { title: tr('papers.count'), width: 50, align: 'right' },
  ];
  const rows = planned.map((site) => [
    site.name,
    site.mode === 'online' ? tr('papers.online', { link: site.place || missing }) : site.place || missing,
    shortClock(lang, site.startsAt ?? head.startsAt),
    site.units?.join('; ') ?? tr('papers.everyoneElse'),
    formatNumber(lang, site.people),
  ]);
  return gapped(table(columns, printedRows(rows), TABLE), 4);
}

/** Every role is listed: one that nobody has yet is printed as missing. */
function officers(lang: Lang, { plan }: PaperFacts): Block[] {
  const tr = t(lang);
  const missing = tr('papers.notDecided');
  const columns: Column[] = [
    { title: tr('papers.role'), width: 104 },
    { title: tr('papers.name'), width: 170 },
    { title: tr('papers.office'), width: WIDTH - 274 },
  ];
  const rows = PLAN_ROLES.flatMap((role) => {
    const held = plan.officers.filter((officer) => officer.role === role);
    const word = tr(`papers.role.${role}`);
    if (held.length === 0) return [[word, missing, '']];
    return held.map(({ name, office, employer }) => [
      ...[word, name, [office || missing, employer].filter(Boolean).join(', ')],
    ]);
  });
  return gapped(table(columns, printedRows(rows), TABLE), 4);
}

function witnesses(lang: Lang, { plan }: PaperFacts): Block[] {
  const tr = t(lang);
  if (plan.witnesses.length === 0) return text(tr('papers.notDecided'), BODY, 2);
  const columns: Column[] = [
    { title: tr('papers.name'), width: 170 },
    { title: tr('papers.office'), width: 140 },
    { title: tr('papers.institution'), width: WIDTH - 310 },
  ];
  const rows = plan.witnesses.map(({ name, office, institution }) => [
    ...[name, office || tr('papers.notDecided'), institution],
  ]);
  return gapped(table(columns, printedRows(rows), TABLE), 4);
}

function order(lang: Lang, { order: people }: PaperFacts): Block[] {
  const tr = t(lang);
  if (people === null) return text(tr('papers.orderRestricted'), BODY, 2);
  if (people.length === 0) return text(tr('papers.orderMissing'), BODY, 2);
  const columns: Column[] = [
    { title: tr('papers.row'), width: 34, align: 'right' },
    { title: tr('papers.name'), width: 190 },
    { title: tr('papers.office'), width: WIDTH - 224 },
  ];
  const rows = people.map(({ name, post, unitName }, at) => [
    ...[String(at + 1), name, [post, unitName].filter(Boolean).join(', ')],
  ]);
  return [
    ...gapped(table(columns, printedRows(rows), TABLE), 4),
    ...together(text(tr('papers.orderRest'), SMALL, 4)),
  ];
}
