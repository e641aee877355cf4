/** Numbers of days that an institution may set for itself, and what counts where it has set none. */
export const OWN_DEFAULTS = {
  receipt: 7,
  'ppk-follow-up': 3,
  /** Without a step and without a clock. */
  'no-step': 14,
  /** Before a deadline, from when it is told. */
  soon: 2,
  /** Behind a deadline, from when the next body is proposed. */
  escalate: 7,
} as const;
export type OwnName = keyof typeof OWN_DEFAULTS;
export const OWN_NAMES = Object.keys(OWN_DEFAULTS) as readonly OwnName[];

/** A number that an institution set; it counts for what starts on `fromDay` or later. */
export interface OwnDays {
  readonly name: OwnName;
  readonly version: number;
  readonly days: number;
  readonly fromDay: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** What counts for a clock that starts on that day: the newest that held then, or null. */
export function ownDays(all: readonly OwnDays[], name: string, start: string): OwnDays | null {
  const held = all.filter((one) => one.name === name && one.fromDay <= start);
  return held.reduce<OwnDays | null>((best, one) => (best && best.version > one.version ? best : one), null);
}

/** The number itself. */
export function daysOf(all: readonly OwnDays[], name: OwnName, start: string): number {
  return ownDays(all, name, start)?.days ?? OWN_DEFAULTS[name];
}
