import type { Step } from '../cases/stages.ts';
import type { Status } from './box-format.ts';

/** Which steps a reporter hears of, and in whose words. Who was summoned or examined is not among them. */
const TOLD: Partial<Record<Step['what'], StatusCode>> = {
  received: 'received',
  'receipt-sent': 'acknowledged',
  'taken-up': 'checking',
  verified: 'examining',
  routed: 'passedOn',
  'information-asked': 'asked',
  recommended: 'deciding',
  decided: 'decided',
  'followed-up': 'followedUp',
  escalated: 'escalated',
  closed: 'closed',
  reopened: 'reopened',
};

export const STATUSES = [
  ...([
    'received',
    'acknowledged',
    'checking',
    'examining',
    'passedOn',
    'asked',
    'deciding',
    'decided',
  ] as const),
  ...(['followedUp', 'escalated', 'closed', 'reopened'] as const),
] as const;
export type StatusCode = (typeof STATUSES)[number];

/** In the order in which they happened. */
export function statusesOf(steps: readonly Pick<Step, 'what' | 'onDate' | 'data'>[]): Status[] {
  return steps.flatMap(({ what, onDate, data }) => {
    const told = TOLD[what];
    if (!told) return [];
    const which = told === 'closed' ? data.reason : told === 'passedOn' ? data.to : undefined;
    return [{ what: told, day: onDate, ...(typeof which === 'string' ? { which } : {}) }];
  });
}
