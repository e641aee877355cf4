/** Stages of a case, in order. A step carries the case to the next one; only opening again leads back. */
export const STAGES = [
  'triage',
  'verification',
  'study',
  'recommendation',
  'decision',
  'follow-up',
  'remedies',
  'closed',
] as const;
export type Stage = (typeof STAGES)[number];

/** The four phases of ISO 37002:2021 (8.2 to 8.5), shown beside our stages. */
const ISO_PHASES = ['receive', 'assess', 'address', 'conclude'] as const;
export type IsoPhase = (typeof ISO_PHASES)[number];
export const ISO_OF: Readonly<Record<Stage, IsoPhase>> = {
  triage: 'receive',
  verification: 'assess',
  study: 'address',
  recommendation: 'address',
  decision: 'address',
  'follow-up': 'conclude',
  remedies: 'conclude',
  closed: 'conclude',
};

export const CLOSING_REASONS = [
  'not-a-violation',
  'proven-and-sanctioned',
  'passed-on',
  'not-provable',
  'withdrawn-by-law',
  'duplicate',
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** To where a case may be routed. `next-higher`, `ppk`, `ministry`, `president`: up, where the head is reported. */
export const DESTINATIONS = [
  'bkn',
  'kasn',
  'merit-body',
  'bawaslu',
  'gakkumdu',
  'contract',
  'next-higher',
  'ppk',
  'ministry',
  'president',
] as const;
export type Destination = (typeof DESTINATIONS)[number];
export const UPWARD: readonly Destination[] = ['next-higher', 'ppk', 'ministry', 'president'];

const OPEN = STAGES.filter((stage) => stage !== 'closed');
const BEFORE_DECISION: readonly Stage[] = ['triage', 'verification', 'study', 'recommendation', 'decision'];
const AFTER_DELIVERY: readonly Stage[] = ['remedies'];

export interface StepRule {
  /** In which stages it may be done; empty: as the first step of a case. */
  from: readonly Stage[];
  /** Where the case stands then; absent: where it stood. */
  to?: Stage;
  /** Each of these came before, on the same day or earlier. */
  after?: readonly What[];
  once?: boolean;
  /** Written by a form of its own or by the system, not by the form of next steps. */
  elsewhere?: boolean;
}

/** What may be done with a case. The words stand in rows (`step.what`), so none of them ever changes its meaning. */
export const STEPS = {
  received: { from: [], to: 'triage', elsewhere: true },
  'receipt-sent': { from: OPEN, once: true },
  classified: { from: BEFORE_DECISION },
  accused: { from: OPEN, elsewhere: true },
  linked: { from: BEFORE_DECISION, elsewhere: true },
  routed: { from: BEFORE_DECISION },
  'taken-up': { from: ['triage'], to: 'verification' },
  verified: { from: ['verification'], to: 'study' },
  'team-formed': { from: ['verification', 'study', 'recommendation'] },
  'summoned-1': { from: ['study'] },
  absent: { from: ['study'], after: ['summoned-1'] },
  'summoned-2': { from: ['study'], after: ['summoned-1', 'absent'] },
  examined: { from: ['study'], after: ['summoned-1'] },
  'study-done': { from: ['study'], to: 'recommendation', after: ['classified'] },
  recommended: { from: ['recommendation'], to: 'decision' },
  decided: { from: ['decision'], to: 'follow-up', after: ['classified', 'recommended'] },
  'delivery-missed': { from: ['follow-up'], after: ['decided'] },
  delivered: { from: ['follow-up'], to: 'remedies', after: ['decided'] },
  'delivery-sent': { from: ['follow-up'], to: 'remedies', after: ['decided', 'delivery-missed'] },
  effective: { from: AFTER_DELIVERY },
  'objection-filed': { from: AFTER_DELIVERY },
  'objection-decided': { from: AFTER_DELIVERY, after: ['objection-filed'] },
  'appeal-filed': { from: AFTER_DELIVERY },
  'appeal-decided': { from: AFTER_DELIVERY, after: ['appeal-filed'] },
  'followed-up': { from: AFTER_DELIVERY },
  'recorded-in-idis': { from: AFTER_DELIVERY },
  'information-asked': { from: OPEN },
  'information-came': { from: OPEN, after: ['information-asked'] },
  'identity-asked': { from: OPEN, elsewhere: true },
  'identity-released': { from: OPEN, after: ['identity-asked'], elsewhere: true },
  paused: { from: OPEN, elsewhere: true },
  resumed: { from: OPEN, after: ['paused'], elsewhere: true },
  escalated: { from: OPEN, elsewhere: true },
  closed: { from: OPEN, to: 'closed' },
  reopened: { from: ['closed'], to: 'verification' },
} as const satisfies Readonly<Record<string, Omit<StepRule, 'after'> & { after?: readonly string[] }>>;
export type What = keyof typeof STEPS;
export const WHATS = Object.keys(STEPS) as readonly What[];

export function ruleOf(what: What): StepRule {
  return STEPS[what];
}

/** A row of `oversight.step`, without its sealed note. */
export interface Step {
  readonly n: number;
  readonly stage: Stage;
  readonly what: What;
  /** The day on which it was done, which may lie before the day on which it was written down. */
  readonly onDate: string;
  readonly basis: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly by: string;
  readonly at: Date;
}

/** Where a case stands: its newest step says so. */
export function stageOf(steps: readonly Pick<Step, 'stage'>[]): Stage {
  return steps.at(-1)?.stage ?? 'triage';
}
