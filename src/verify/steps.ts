import type { CheckCode, ReasonCode } from './codes.ts';
import { FormatError } from './format-error.ts';

/** One named check and what came of it. `unknown` is a check that could not be made, and `reason` says why. */
export interface Check {
  code: CheckCode;
  verdict: 'pass' | 'fail' | 'unknown';
  reason?: ReasonCode;
  params?: Record<string, string>;
}

/** What a step found, for later steps; `value` is missing if the step did not succeed. */
export interface Made<T> {
  code: CheckCode;
  value?: T;
  /** Why there is no value, when this step itself failed. */
  failure?: FormatError;
}

type Values<N extends readonly Made<unknown>[]> = { [K in keyof N]: N[K] extends Made<infer T> ? T : never };

const cannot: readonly ReasonCode[] = [
  ...(['no-roots', 'no-proof', 'no-log-keys', 'text-not-known'] as const),
  ...(['no-seals', 'seal-not-known', 'not-yet-published', 'no-timestamp-roots'] as const),
  'minutes-elsewhere',
  'offline-clock',
];

/** Makes checks in order. A `FormatError` is a finding; any other error is a bug and is thrown on. */
export class Steps {
  readonly checks: Check[] = [];

  /** Makes one check from what earlier steps found. `describe` gives the parameters of a pass. */
  make<T, const N extends readonly Made<unknown>[]>(
    code: CheckCode,
    needs: N,
    work: (...values: Values<N>) => T,
    describe?: (value: T) => Record<string, string>,
  ): Made<T> {
    const missing = needs.find((need) => need.value === undefined);
    if (missing !== undefined) {
      this.checks.push({
        code,
        verdict: 'unknown',
        reason: 'step-not-reached',
        params: { after: missing.code },
      });
      return { code };
    }
    const made = attempt(code, needs, work);
    this.checks.push(judge(made, describe));
    return made;
  }

  verdict(): 'valid' | 'invalid' | 'incomplete' {
    if (this.checks.some((check) => check.verdict === 'fail')) return 'invalid';
    return this.checks.every((check) => check.verdict === 'pass') ? 'valid' : 'incomplete';
  }
}

/** Does work that several checks need, without making a check; the check `code` answers for it. */
export function attempt<T, const N extends readonly Made<unknown>[]>(
  code: CheckCode,
  needs: N,
  work: (...values: Values<N>) => T,
): Made<T> {
  if (needs.some((need) => need.value === undefined)) return { code };
  try {
    return { code, value: work(...(needs.map((need) => need.value) as Values<N>)) };
  } catch (error) {
    if (error instanceof FormatError) return { code, failure: error };
    throw error;
  }
}

/** The value of an attempt, or its failure thrown. */
export function resultOf<T>(made: Made<T>): T {
  if (made.failure !== undefined) throw made.failure;
  return made.value as T;
}

function judge<T>(made: Made<T>, describe?: (value: T) => Record<string, string>): Check {
  const { code, failure } = made;
  if (failure === undefined) {
    return describe === undefined
      ? { code, verdict: 'pass' }
      : { code, verdict: 'pass', params: describe(made.value as T) };
  }
  const verdict = cannot.includes(failure.code) ? 'unknown' : 'fail';
  return { code, verdict, reason: failure.code, params: { ...failure.params } };
}
