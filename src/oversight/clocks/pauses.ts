import type { Step } from '../cases/stages.ts';
import type { Stretch } from './count.ts';

export const PAUSE_KINDS = [
  'reporter-asked',
  'person-absent',
  'other-body',
  'remedy',
  'disaster',
  'other',
] as const;
export type PauseKind = (typeof PAUSE_KINDS)[number];

/** Read off the steps `paused` and `resumed`. */
export interface Pause {
  /** The step that says so. */
  readonly n: number;
  /** Keys of the clocks that stand still. */
  readonly of: readonly string[];
  readonly kind: PauseKind;
  readonly from: string;
  /** The day on which they go on; null while nobody has said so. */
  readonly until: string | null;
  readonly by: string;
}

export function pausesOf(steps: readonly Step[]): readonly Pause[] {
  return steps
    .filter(({ what }) => what === 'paused')
    .map(({ n, data, by }) => {
      const { of, kind, from, until } = data as {
        of: string[];
        kind: PauseKind;
        from: string;
        until?: string;
      };
      const ends = [until, resumedOn(steps, n)].filter((day) => typeof day === 'string').sort();
      return { n, of, kind, from, until: ends[0] ?? null, by };
    });
}

function resumedOn(steps: readonly Step[], n: number): string | undefined {
  const found = steps.find(({ what, data }) => what === 'resumed' && data.paused === n);
  return found?.data.until as string | undefined;
}

/** As stretches; one that is open is taken as ending on `day`. */
export function pausesUntil(pauses: readonly Pause[], day: string): readonly Stretch[] {
  return pauses.map(({ from, until }) => ({ from, until: until ?? (day > from ? day : from) }));
}

export function isPaused(pauses: readonly Pause[], day: string): boolean {
  return pauses.some(({ from, until }) => from <= day && (until === null || until > day));
}
