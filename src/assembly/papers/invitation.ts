import { stepTimes } from '../../ceremonies/index.ts';
import {
  type Block,
  type Column,
  fields,
  gapped,
  hanging,
  paragraph,
  strokedBox,
  table,
  together,
} from '../../evidence/pdf/index.ts';
import { formatDate, formatNumber } from '../../platform/format.ts';
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

/** The letter that calls people to the apel: a draft for the institution to number, change and sign. */
export function invitation(lang: Lang, facts: PaperFacts, now: Date): Buffer {
  const tr = t(lang);
  const blocks = [
    ...draftMark(lang),
    ...letterhead(lang, facts),
    ...references(lang, facts),
    ...bases(lang, facts),
    ...text(tr('papers.weInvite'), BODY, 12),
    ...occasion(lang, facts),
    ...places(lang, facts),
    ...agenda(lang, facts),
    ...who(lang, facts),
    ...close(lang, facts),
  ];
  return paperFile(lang, facts, { title: tr('papers.invitation'), foot: tr('papers.draft'), blocks }, now);
}

/** A frame around the words, so that nobody sends it by mistake. */
function draftMark(lang: Lang): Block[] {
  const lines = text(t(lang)('papers.draft'), { ...SMALL, face: 'bold', align: 'centre' }, 0);
  const height = lines.reduce((sum, line) => sum + line.height, 0);
  const frame = strokedBox(0, -height - 5, WIDTH, height + 10);
  const [first, ...rest] = lines;
  const last = { height: 8, gap: 0, operators: '' };
  return first ? [{ ...first, operators: frame + first.operators }, ...rest, last] : [];
}

function references(lang: Lang, facts: PaperFacts): Block[] {
  const tr = t(lang);
  const rows = [
    { label: tr('papers.number'), value: tr('papers.dots') },
    { label: tr('papers.letterDate'), value: tr('papers.dots') },
    { label: tr('papers.subject'), value: tr('papers.invitationTo', { title: facts.head.title }) },
    { label: tr('papers.to'), value: tr('papers.toWhom') },
  ];
  return fields(rows.map(printedField), BODY, LABEL_WIDTH, { width: WIDTH, gap: 12 });
}

function bases(lang: Lang, { campaign }: PaperFacts): Block[] {
  const tr = t(lang);
  const { number, date, issuer } = campaign.circular;
  const circular = [
    ...(issuer ? [tr('papers.circularOf', { issuer })] : []),
    ...(number ? [tr('papers.numbered', { number })] : []),
    ...(date ? [tr('papers.dated', { date: formatDate(lang, date) })] : []),
  ].join(' ');
  const all = [...campaign.bases, ...(circular ? [circular] : [])];
  const lines = all.length > 0 ? all : [tr('papers.basisMissing')];
  return [
    ...text(tr('papers.basedOn'), BODY, 12),
    ...lines.flatMap((line, at) =>
      hanging(`${at + 1}.`, printedLine(line), BODY, 18, { width: WIDTH, gap: 1 }),
    ),
  ];
}

function occasion(lang: Lang, facts: PaperFacts): Block[] {
  const tr = t(lang);
  const { head, sites } = facts;
  const rows = [
    { label: tr('papers.event'), value: head.title, strong: true },
    { label: tr('papers.day'), value: dayOf(lang, facts) },
    { label: tr('papers.time'), value: clockOf(lang, facts, facts.start) },
    {
      label: tr('papers.place'),
      value: sites.length > 0 ? tr('papers.perSite') : (head.place ?? tr('papers.notDecided')),
    },
    { label: tr('papers.organiser'), value: head.organiser },
  ];
  return fields(rows.map(printedField), BODY, LABEL_WIDTH, { width: WIDTH, gap: 6 });
}

function places(lang: Lang, facts: PaperFacts): Block[] {
  const tr = t(lang);
  if (facts.sites.length === 0) return [];
  const columns: Column[] = [
    { title: tr('papers.site'), width: 120 },
    { title: tr('papers.address'), width: 150 },
    { title: tr('papers.localTime'), width: 58 },
    { title: tr('papers.expectedHere'), width: WIDTH - 328 },
  ];
  const rows = facts.sites.map((site) => [
    site.name,
    placeOf(lang, site),
    shortClock(lang, site.startsAt ?? facts.head.startsAt),
    site.units?.join('; ') ?? tr('papers.everyoneElse'),
  ]);
  return gapped(table(columns, printedRows(rows), TABLE), 8);
}

function placeOf(lang: Lang, { mode, place }: { mode: 'onsite' | 'online'; place: string }): string {
  const where = place || t(lang)('papers.notDecided');
  return mode === 'online' ? t(lang)('papers.online', { link: where }) : where;
}

function agenda(lang: Lang, { plan, start }: PaperFacts): Block[] {
  const tr = t(lang);
  const times = stepTimes(start, plan.runSheet);
  const heading = text(tr('papers.agenda'), HEAD, 14);
  if (plan.runSheet.length === 0) return together([...heading, ...text(tr('papers.notDecided'), BODY, 2)]);
  const [first, ...rest] = plan.runSheet.map(({ title }, at) => {
    const time = times[at] ?? null;
    const line = time ? tr('papers.atTime', { time: shortClock(lang, time), title }) : title;
    return hanging(`${at + 1}.`, printedLine(line), BODY, 18, { width: WIDTH, gap: 1 });
  });
  return [...together([...heading, ...(first ?? [])]), ...rest.flat()];
}

function who(lang: Lang, { plan, people, sites }: PaperFacts): Block[] {
  const tr = t(lang);
  const count = formatNumber(lang, people);
  const witnesses = plan.witnesses.map(({ name, office, institution }) =>
    [name, office, institution].filter(Boolean).join(', '),
  );
  return [
    ...together([
      ...text(tr('papers.whoComes'), HEAD, 14),
      ...text(people > 0 ? tr('papers.expectedAll', { count }) : tr('papers.expectedUnknown'), BODY, 2),
    ]),
    ...(witnesses.length > 0
      ? [
          ...text(tr('papers.witnessesInvited'), BODY, 4),
          ...witnesses.flatMap((line) => hanging('–', printedLine(line), BODY, 18, { width: WIDTH, gap: 1 })),
        ]
      : []),
    ...text(tr('papers.fallback', { text: plan.fallback || tr('papers.notDecided') }), BODY, 6),
    ...(sites.some(({ mode }) => mode === 'online') ? text(tr('papers.onlineSigns'), BODY, 6) : []),
  ];
}

/** Left open: who signs the letter is the institution's to say. It never stands alone on a page. */
function close(lang: Lang, { agency }: PaperFacts): Block[] {
  const tr = t(lang);
  const place = { left: WIDTH / 2, width: WIDTH / 2 };
  const lines = [
    tr('papers.placeAndDate', { place: agency.place ?? tr('papers.dots') }),
    tr('papers.signOffice'),
    tr('papers.signName'),
  ];
  return together([
    ...text(tr('papers.eachSigns'), BODY, 6),
    ...lines.flatMap((line, at) =>
      paragraph(printedLine(line), BODY, { ...place, gap: [20, 0, SIGNING_ROOM][at] ?? 0 }),
    ),
  ]);
}

/** Points between the office and the name. */
const SIGNING_ROOM = 40;

function printedField<Row extends { value: string }>(row: Row): Row {
  return { ...row, value: printedLine(row.value) };
}
