import type { Confidence } from '../../law/index.ts';

/**
 * How long something is kept. No length here is taken from a law: the periods of the archive law for such papers were not
 * seen, so each is a choice of this program until the institution sets its own with its ground (privacy.period).
 */
export interface Rule {
  readonly id: RuleId;
  readonly days: number;
  /** From when the days run; a text of `privacy.from.` */
  readonly from: 'vote' | 'decided' | 'asked' | 'ended' | 'sent' | 'left' | 'recorded' | 'read';
  /** Whether the background round removes it, or people decide about each. */
  readonly by: 'itself' | 'people';
  readonly ground: 'house';
  readonly confidence: Confidence;
}

export const RULE_IDS = [
  ...(['pact', 'import-file', 'sign-code', 'session', 'reminder-address', 'left', 'scan', 'read'] as const),
];
type RuleId = (typeof RULE_IDS)[number];

const house = { ground: 'house', confidence: 'inferred' } as const;

export const RULES: readonly Rule[] = [
  { id: 'pact', days: 1826, from: 'vote', by: 'people', ...house },
  { id: 'scan', days: 1826, from: 'recorded', by: 'people', ...house },
  { id: 'left', days: 365, from: 'left', by: 'people', ...house },
  { id: 'read', days: 1096, from: 'read', by: 'people', ...house },
  { id: 'import-file', days: 30, from: 'decided', by: 'itself', ...house },
  { id: 'sign-code', days: 7, from: 'asked', by: 'itself', ...house },
  { id: 'reminder-address', days: 90, from: 'sent', by: 'itself', ...house },
  { id: 'session', days: 30, from: 'ended', by: 'itself', ...house },
];

/** What an institution may set; sessions are the whole installation's. */
export const SETTABLE: readonly RuleId[] = RULE_IDS.filter((id) => id !== 'session');

export function ruleOf(id: RuleId): Rule {
  return RULES.find((rule) => rule.id === id) as Rule;
}
