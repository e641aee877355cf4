import { type Destination, type Step, UPWARD } from '../cases/stages.ts';
import type { History } from '../cases/workflow/history.ts';
import type { Only } from './rules.ts';

/** Of a case, what decides which clocks are its own. */
export interface Whose {
  readonly origin: 'report' | 'finding';
  readonly history: History;
}

/** Whether a rule that holds only for some cases holds for this one, as its steps stand now. */
export function holdsFor(only: Only | undefined, whose: Whose, start: Step): boolean {
  return !only || TESTS[only](whose, start);
}

const SUPERVISORS: readonly Destination[] = ['bkn', 'kasn', 'merit-body'];

const TESTS: Readonly<Record<Only, (whose: Whose, start: Step) => boolean>> = {
  report: ({ origin }) => origin === 'report',
  'sent-to-bkn': ({ history }) => history.routes.some((one) => SUPERVISORS.includes(one)),
  discipline: ({ history }) => !['moral', 'contract'].includes(lastLevel(history)),
  dismissal: ({ history: { sanction } }) =>
    sanction !== null && (sanction.level === 'ptdh' || /dismissal/.test(sanction.id)),
  pemilu: (whose, start) => concerns('pemilu', whose, start) && !asksMore(whose, start),
  'pemilu-more': (whose, start) => concerns('pemilu', whose, start) && asksMore(whose, start),
  pilkada: (whose, start) => concerns('pilkada', whose, start) && !asksMore(whose, start),
  'pilkada-more': (whose, start) => concerns('pilkada', whose, start) && asksMore(whose, start),
};

function lastLevel({ last }: History): string {
  return String(last('decided')?.data.level ?? '');
}

const TO_ELECTION: readonly Destination[] = ['bawaslu', 'gakkumdu'];

/**
 * A matter of election law: classified as one, or sent to Bawaslu. Where no step says by which election, the clocks of
 * both kinds are shown: to leave one out would be to choose.
 */
function concerns(kind: 'pemilu' | 'pilkada', { history }: Whose, start: Step): boolean {
  const sent = ({ what, data }: Step) => what === 'routed' && TO_ELECTION.includes(data.to as Destination);
  if (start.what === 'routed' && !sent(start)) return false;
  const criminal = history.acts.some(({ data }) => data.criminal === true);
  if (!criminal && !history.steps.some(sent)) return false;
  const named = history.acts.map(({ data }) => String(data.election ?? '')).filter((id) => id !== '');
  return named.length === 0 || named.some((id) => id.startsWith(kind));
}

/** Bawaslu asked for more after it had got the matter: the longer clock holds. */
function asksMore({ history }: Whose, start: Step): boolean {
  return (
    start.what === 'routed' &&
    history.steps.some(({ what, n }) => what === 'information-asked' && n > start.n)
  );
}

/** Whether nobody inside may be asked, because the head is reported. */
export function aboveTheHead({ history }: Whose): Destination | null {
  if (!history.head) return null;
  return history.routes.findLast((one) => UPWARD.includes(one)) ?? 'next-higher';
}
