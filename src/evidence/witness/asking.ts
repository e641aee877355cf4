import { z } from 'zod';
import type { LogKey } from '../keys.ts';
import type { Holder } from '../lease.ts';
import type { Patience } from './offer.ts';
import type { WitnessPolicy } from './policy-file.ts';
import type { Resting } from './resting.ts';

export const NewestHead = z.object({
  agencyId: z.string(),
  campaignId: z.string(),
  origin: z.string(),
  size: z.number(),
  note: z.string(),
});
export type NewestHead = z.output<typeof NewestHead>;

/** Who asks the witnesses, and what it knows of them. */
export interface Asking extends Holder {
  key: LogKey;
  witnesses: WitnessPolicy;
  /** The size that each witness cosigned for this process, by witness and log. */
  confirmed: Map<string, number>;
  resting: Resting;
  /** A witness that takes longer is asked again later. */
  patience: Patience;
  log(line: string): void;
}
