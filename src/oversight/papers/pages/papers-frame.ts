import { workCalendar } from '../../../law/index.ts';
import { dateIn } from '../../../platform/format.ts';
import type { Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { historyOf } from '../../cases/workflow/history.ts';
import { stepsOf } from '../../cases/workflow/steps.ts';
import { clocksOf } from '../../clocks/clocks-of.ts';
import { ownDaysOf } from '../../clocks/ground.ts';
import { caseFrame } from '../../pages/frame.tsx';
import { factsOf } from '../facts.ts';
import { textsAt } from '../texts.ts';

/** What the pages of a case's documents begin with: its steps, its clocks, what these say, and the texts that count. */
export async function papersFrame(c: Ctx, platform: Platform, action: 'case.read' | 'case.work') {
  const frame = await caseFrame(c, platform, action);
  const { agency, seen } = frame;
  const { pool, now } = platform;
  const steps = await stepsOf(pool, agency.id, seen.id);
  const today = dateIn(now(), agency.zone);
  const own = await ownDaysOf(pool, agency.id);
  const clocks = clocksOf({ origin: seen.origin, steps }, own, workCalendar(), today);
  const facts = factsOf({ agency, seen, steps, clocks });
  return {
    ...frame,
    steps,
    clocks,
    today,
    facts,
    history: historyOf(steps),
    texts: await textsAt(pool, agency.id),
  };
}
export type PapersFrame = Awaited<ReturnType<typeof papersFrame>>;

/** Ethics or discipline, as the acts are classified; null where they are not, or are both. */
export function groupOf({ history }: Pick<PapersFrame, 'history'>): 'ethics' | 'discipline' | null {
  const groups = [...new Set(history.acts.map(({ data }) => data.group))];
  const [group] = groups;
  return groups.length === 1 && (group === 'ethics' || group === 'discipline') ? group : null;
}
