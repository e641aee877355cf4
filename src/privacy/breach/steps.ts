import type { Confidence } from '../../law/index.ts';

/** One thing to do about a breach, in the order of the checklist. */
export interface Step {
  readonly id: (typeof STEP_IDS)[number];
  /** By the end of the clock, or as soon as possible (null). */
  readonly within: 'clock' | null;
}

export const STEP_IDS = [
  ...(['contain', 'keep-traces', 'who', 'assess', 'leader', 'letter-people', 'letter-authority'] as const),
  ...(['told-people', 'told-authority', 'mend', 'review'] as const),
];

const CLOCKED: readonly string[] = ['letter-people', 'letter-authority', 'told-people', 'told-authority'];

export const STEPS: readonly Step[] = STEP_IDS.map((id) => ({
  id,
  within: CLOCKED.includes(id) ? 'clock' : null,
}));

/**
 * What is known of the clock. That Article 46 of UU 27/2022 sets 3×24 hours was seen; from which moment it runs, and to
 * whom notice goes, is as remembered: each page says so.
 */
export const CLOCK: { article: string; confidence: Confidence; toWhom: Confidence } = {
  article: 'Pasal 46 UU 27/2022',
  confidence: 'verified',
  toWhom: 'recalled',
};

export const DATA_KINDS = [
  'identity',
  'number',
  'post',
  'email',
  'signature',
  'attendance',
  'account',
] as const;
