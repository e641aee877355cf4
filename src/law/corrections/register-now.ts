import type { Client } from '../../platform/db/index.ts';
import type { Register } from '../make-register.ts';
import { SHIPPED } from '../register.ts';
import { type Correction, corrections } from './correction.ts';
import { type Overlaid, overlay } from './overlay.ts';

/** The register as it holds on this installation, with its history. */
export interface RegisterNow extends Overlaid {
  /** Every correction, the oldest first. */
  readonly history: readonly Correction[];
}

/** What was shipped, with the corrections of this installation over it. */
export async function registerNow(client: Client): Promise<Register> {
  return (await registerWithHistory(client)).register;
}

export async function registerWithHistory(client: Client): Promise<RegisterNow> {
  const history = await corrections(client);
  return { ...overlay(SHIPPED, history), history };
}

export interface RegisterCache {
  /** At most `KEEP_MS` old; at once right after {@link forget}. */
  read(): Promise<RegisterNow>;
  /** Call after a correction was added here; other processes see it when their copy ends. */
  forget(): void;
}

const KEEP_MS = 10_000;

/** One reading of the register for many pages. A reading that failed is not kept. */
export function registerCache(client: Client, now: () => Date): RegisterCache {
  let kept: { until: number; value: Promise<RegisterNow> } | undefined;
  const forget = () => {
    kept = undefined;
  };
  return {
    forget,
    read() {
      if (kept && now().getTime() < kept.until) return kept.value;
      const fresh = { until: now().getTime() + KEEP_MS, value: registerWithHistory(client) };
      kept = fresh;
      fresh.value.catch(() => {
        if (kept === fresh) kept = undefined;
      });
      return fresh.value;
    },
  };
}
