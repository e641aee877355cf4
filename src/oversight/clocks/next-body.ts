import { holdsOn } from '../../law/index.ts';
import { ROUTES } from '../cases/routing/routes.ts';
import type { Destination, Step } from '../cases/stages.ts';
import { historyOf } from '../cases/workflow/history.ts';
import type { CaseClock, CaseFacts } from './clocks-of.ts';
import { aboveTheHead } from './only.ts';

export interface NextBodyFound {
  readonly to: Destination;
  /** Ids of the register: on what it could act. */
  readonly basis: readonly string[];
}

/** Reprimand and blocking of data by whoever supervises: Perpres 116/2022, Peraturan BKN 1/2023. */
const REPRIMAND = ['perpres-116-2022', 'perbkn-1-2023'];

/**
 * To whom a silence is taken, proposed to people; nothing is sent by it. Where the head is reported nobody inside is
 * named. Null where no rule is known.
 */
export function nextBodyOf({ rule }: CaseClock, facts: CaseFacts, today: string): NextBodyFound | null {
  if (rule.next === null) return null;
  const whose = { origin: facts.origin, history: historyOf(facts.steps as readonly Step[]) };
  const above = aboveTheHead(whose);
  if (rule.next === 'ppk') return { to: above ?? 'ppk', basis: ['pp-94-2021'] };
  if (rule.next === 'bawaslu') return { to: 'bawaslu', basis: ['uu-7-2017', 'uu-10-2016'] };
  const supervisor = ROUTES.find((one) => one.matter === 'supervision' && standsOn(one, today));
  return supervisor
    ? { to: supervisor.to, basis: supervisor.to === 'bkn' ? REPRIMAND : supervisor.basis }
    : null;
}

function standsOn(route: (typeof ROUTES)[number], today: string): boolean {
  const standing = holdsOn(route, today);
  return standing === 'in-force' || standing === 'unknown';
}
