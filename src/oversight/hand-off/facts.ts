import { findViolation } from '../../law/index.ts';
import { historyOf } from '../cases/workflow/history.ts';
import { basesOf, type CaseOf, LEVEL_WORDS } from '../papers/facts.ts';
import { STEP_WORDS } from '../papers/step-words.ts';
import type { HandOff } from './package.ts';

/** The part of a package that is known without opening anything. */
export type Known = Pick<HandOff, 'from' | 'case' | 'acts' | 'steps' | 'clocks'>;

export function knownOf({ agency, seen, steps, clocks }: CaseOf, origin: 'report' | 'finding'): Known {
  const { acts, stage } = historyOf(steps);
  return {
    from: { agency: agency.name, unit: null, example: agency.isExample },
    case: { code: seen.id, origin, arrived: seen.arrivedOn, stage },
    acts: acts.map((step) => {
      const { item, actOn, level } = step.data as {
        item?: string;
        actOn?: string;
        level?: keyof typeof LEVEL_WORDS;
      };
      return {
        item: item ?? '',
        words: (item && findViolation(item)?.gist.id) || '',
        actOn: actOn ?? '',
        level: level ? LEVEL_WORDS[level] : '',
        bases: basesOf([step]).split('\n').filter(Boolean),
      };
    }),
    steps: steps.map(({ onDate: day, what, basis }) => ({
      day,
      what,
      words: STEP_WORDS[what],
      basis: [...basis],
    })),
    clocks: clocks.map(({ rule, clock, start, due, state }) => {
      return { clock: rule.clock, words: clock.what.id, from: start, due, state };
    }),
  };
}
