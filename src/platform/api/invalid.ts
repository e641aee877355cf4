import { Refusal } from '../refusal.ts';

export interface Fault {
  in: 'path' | 'query' | 'body';
  /** JSON pointer (RFC 6901) */
  pointer: string;
  detail: string;
}

/** A request that is not as described, with each place that is wrong. */
export class Invalid extends Refusal {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super('api.invalid', 422);
    this.faults = faults;
  }
}
