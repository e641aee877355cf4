import { firstDay } from '../in-force.ts';
import type { LifeEvent } from '../timeline.ts';

/** A row of the drawing: an event, or the day that was asked about (`event` null). */
export interface TimelineRow {
  readonly event: LifeEvent | null;
  readonly y: number;
  /** How the date is drawn: a day, or a span of which only the month or year is known. */
  readonly shape: 'day' | 'span' | 'undated';
}

export interface TimelineLayout {
  readonly rows: readonly TimelineRow[];
  readonly height: number;
  /** Where it was in force; `to` null: no end is known. */
  readonly force: { readonly from: number; readonly to: number | null; readonly fromSpan: boolean } | null;
}

export const SPAN = 34;
const GAP = 74;
const TOP = 22;

/** Time runs downwards, in proportion where rows leave room for it; no two rows overlap. */
export function layOut(events: readonly LifeEvent[], on: string): TimelineLayout {
  const marks = [...events.map((event) => ({ event, day: dayOf(event) })), { event: null, day: on }];
  const dated = marks
    .filter(({ day }) => day !== null)
    .sort((a, b) => ((a.day as string) < (b.day as string) ? -1 : 1));
  const undated = marks.filter(({ day }) => day === null);
  const times = dated.map(({ day }) => Date.parse(day as string));
  const [first, last] = [times[0] as number, times.at(-1) as number];
  const room = dated.length * GAP * 0.4;
  const rows: TimelineRow[] = [];
  dated.forEach(({ event }, at) => {
    const share = last > first ? ((times[at] as number) - first) / (last - first) : 0;
    const free = TOP + share * (room + (dated.length - 1) * GAP * 0.6);
    const y = Math.max(free, at === 0 ? TOP : (rows[at - 1] as TimelineRow).y + GAP);
    rows.push({
      event,
      y: Math.round(y),
      shape: event?.fact && event.fact.date.length < 10 ? 'span' : 'day',
    });
  });
  for (const { event } of undated)
    rows.push({ event, y: (rows.at(-1)?.y ?? TOP - GAP) + GAP, shape: 'undated' });
  return { rows, height: (rows.at(-1)?.y ?? TOP) + GAP - 10, force: forceOf(rows) };
}

function forceOf(rows: readonly TimelineRow[]): TimelineLayout['force'] {
  const from = rows.find(({ event }) => event?.kind === 'in-force');
  if (!from) return null;
  const end = rows.find(({ event }) => event?.fact && ENDS.has(event.kind));
  return { from: from.y, to: end?.y ?? null, fromSpan: from.shape === 'span' };
}

const ENDS = new Set(['revoked', 'replaced', 'over']);

function dayOf({ fact }: LifeEvent): string | null {
  return fact ? firstDay(fact.date) : null;
}
