/** What a trial may write to, and how long it may take. */
export interface Trial {
  /** A small round of the same kind, for a first look. */
  quick: boolean;
  /** A line on standard error. */
  say(line: string): void;
}

/** What was tried and how often: printed as one JSON object. A trial that found something throws. */
export type Counts = Record<string, number>;
