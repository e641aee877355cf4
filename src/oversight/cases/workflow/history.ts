import type { Level } from '../../../law/index.ts';
import { type Destination, type Step, stageOf, type What } from '../stages.ts';

/** What the steps of a case say together. Pure: the newest row of a kind counts. */
export function historyOf(steps: readonly Step[]) {
  const last = (...whats: What[]) => steps.findLast((step) => whats.includes(step.what));
  const has = (what: What) => last(what) !== undefined;
  return {
    steps,
    stage: stageOf(steps),
    last,
    has,
    acts: actsOf(steps),
    /** Whether the head of the institution is reported: then nobody inside decides. */
    head: last('accused')?.data.head === true,
    /** A case may go several ways at once: to whom it is decided by, and to Bawaslu beside. */
    routes: steps.filter(({ what }) => what === 'routed').map(({ data }) => data.to as Destination),
    routedTo: (last('routed')?.data.to as Destination | undefined) ?? null,
    sanction: sanctionOf(steps),
  };
}
export type History = ReturnType<typeof historyOf>;

/** The acts as they are classified now; one said to stand beside others does not replace them. */
function actsOf(steps: readonly Step[]): readonly Step[] {
  const all = steps.filter((step) => step.what === 'classified');
  const from = all.findLastIndex((step) => step.data.beside !== true);
  return all.slice(Math.max(from, 0));
}

export interface StandingSanction {
  readonly level: Level;
  readonly id: string;
  readonly step: Step;
}

/** The one sanction that stands now: as decided, or as an objection or appeal left it. Null where none is, or none is left. */
function sanctionOf(steps: readonly Step[]): StandingSanction | null {
  let standing: StandingSanction | null = null;
  for (const step of steps) {
    const { what, data } = step;
    const remedy = what === 'objection-decided' || what === 'appeal-decided';
    if (what === 'reopened' || (remedy && data.outcome === 'annulled')) standing = null;
    if (what === 'decided' || (remedy && data.outcome === 'changed'))
      standing = { level: data.level as Level, id: data.sanction as string, step };
  }
  return standing;
}

/** Heaviest last. `ptdh` and `contract` are no levels of PP 94/2021, and end the post itself. */
const WEIGHT: readonly Level[] = ['moral', 'ringan', 'sedang', 'berat', 'contract', 'ptdh'];

/** Levels that sources give for an act. Empty: none is set, so that any may be found right. */
function levelsOfAct(act: Step): readonly Level[] {
  const claims = (act.data.levels ?? []) as readonly { level: Level }[];
  return claims.map(({ level }) => level);
}

/**
 * Levels among which the one sanction lies: those claimed for some act, and none lighter than the lightest reading of the
 * heaviest act. Where sources conflict, two remain and the decider says which.
 */
export function levelsOpen(acts: readonly Step[]): readonly Level[] {
  const claimed = acts.map(levelsOfAct).filter((levels) => levels.length > 0);
  if (claimed.length === 0) return WEIGHT;
  const lightest = claimed.map((levels) => Math.min(...levels.map(weightOf)));
  const floor = Math.max(...lightest);
  return WEIGHT.filter(
    (level) => weightOf(level) >= floor && claimed.some((levels) => levels.includes(level)),
  );
}

const weightOf = (level: Level) => WEIGHT.indexOf(level);
