import type { Agency } from '../../agencies/index.ts';
import {
  type ArticleRef,
  type Basis,
  findInstrument,
  findViolation,
  type Level,
  printCitation,
  SANCTIONS,
} from '../../law/index.ts';
import { formatDate } from '../../platform/format.ts';
import type { CaseSeen } from '../cases/seen.ts';
import type { Step, What } from '../cases/stages.ts';
import { historyOf } from '../cases/workflow/history.ts';
import type { CaseClock } from '../clocks/clocks-of.ts';
import type { Values } from './fill.ts';
import { STEP_WORDS } from './step-words.ts';

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  moral: 'moral',
  ringan: 'ringan',
  sedang: 'sedang',
  berat: 'berat',
  ptdh: 'pemberhentian tidak dengan hormat',
  contract: 'menurut kontrak kerja',
};

export interface CaseOf {
  readonly agency: Agency;
  readonly seen: Pick<CaseSeen, 'id' | 'arrivedOn'>;
  readonly steps: readonly Step[];
  readonly clocks: readonly CaseClock[];
}

/**
 * What of a document is known without opening anything: codes, days, articles. Documents are Indonesian, so these words are,
 * whatever language a page is read in. What is not known has no entry, and is then missing by name.
 */
export function factsOf({ agency, seen, steps, clocks }: CaseOf): Values {
  const { sanction, last } = historyOf(steps);
  const text = sanction && SANCTIONS.find(({ id }) => id === sanction.id)?.text.id;
  const second = last('summoned-2');
  return present({
    instansi: agency.name,
    tempat_naskah: agency.place,
    kode_perkara: seen.id,
    tanggal_laporan: day(seen.arrivedOn),
    tanggal_panggilan_1: dayOf(steps, 'summoned-1'),
    tanggal_tidak_hadir: dayOf(steps, 'absent'),
    tanggal_putusan: dayOf(steps, 'decided'),
    tanggal_terima: dayOf(steps, 'delivered', 'delivery-sent'),
    hari_periksa: day((second ?? last('summoned-1'))?.data.examOn, true),
    batas_panggilan_1: due(clocks, 'summons-first'),
    batas_panggilan_2: due(clocks, 'summons-second'),
    batas_penyampaian: due(clocks, 'delivery'),
    berlaku_mulai: due(clocks, 'effective'),
    batas_keberatan: due(clocks, 'objection'),
    batas_verifikasi: due(clocks, 'satgas-verification'),
    tingkat: sanction && LEVEL_WORDS[sanction.level],
    hukuman: text,
    bentuk_pernyataan: sanction?.id.startsWith('moral-') ? text?.replace(/\.$/, '').toLowerCase() : null,
    pelanggaran: actsOf(steps),
    dasar: basesOf(steps),
    tahapan: steps.map(({ what, onDate }) => `${day(onDate)}: ${STEP_WORDS[what]}`).join('\n'),
    tenggat: clocks.map(clockLine).join('\n'),
  });
}

function itemsOf(steps: readonly Step[]): string[] {
  const acts = historyOf(steps).acts.map(({ data }) => data.item);
  return [...new Set(acts.filter((item): item is string => typeof item === 'string'))];
}

function actsOf(steps: readonly Step[]): string {
  return itemsOf(steps)
    .map((item) => `${item}: ${findViolation(item)?.gist.id ?? ''}`)
    .join('\n');
}

/** The articles of the classified acts, as the register cites them; then what the decision itself cites. */
export function basesOf(steps: readonly Step[]): string {
  const cited = itemsOf(steps).flatMap((item) => (findViolation(item)?.bases ?? []).flatMap(citations));
  return [...new Set(cited)].join('\n');
}

function citations({ instrument: id, prohibition, sanction }: Basis): string[] {
  const instrument = findInstrument(id);
  if (!instrument) return [];
  const refs = [prohibition, sanction].filter((ref): ref is ArticleRef => ref !== undefined);
  if (refs.length === 0) return [printCitation({ instrument }, 'full')];
  return refs.map((article) => printCitation({ instrument, article }, 'full'));
}

/** The earliest reading, which warns; where sources differ the latest stands beside it. */
function due(clocks: readonly CaseClock[], id: string): string | null {
  const clock = clocks.findLast(({ rule }) => rule.clock === id);
  if (!clock) return null;
  const either = clock.latest === clock.due ? '' : ` (menurut bacaan lain ${day(clock.latest)})`;
  return `${day(clock.due)}${either}${clock.known ? '' : ', selama tidak ada hari libur yang belum ditetapkan'}`;
}

function clockLine({ clock, due: date, start, standing, known }: CaseClock): string {
  const doubt = [
    ...(standing === 'in-force' ? [] : ['dasarnya belum pasti berlaku pada hari itu']),
    ...(known ? [] : ['hari libur belum semuanya diketahui']),
  ];
  const words = clock.what.id.replace(/\.$/, '');
  return `${words}: dari ${day(start)} sampai ${day(date)}${doubt.length > 0 ? ` (${doubt.join('; ')})` : ''}`;
}

function dayOf(steps: readonly Step[], ...whats: What[]): string | null {
  return day(steps.findLast(({ what }) => whats.includes(what))?.onDate);
}

function day(date: unknown, weekday = false): string | null {
  const isDay = typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date);
  return isDay ? formatDate('id', date, weekday) : null;
}

function present(values: Readonly<Record<string, string | null | undefined>>): Values {
  const known = Object.entries(values).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  return Object.fromEntries(known) as Values;
}
