import { resolve } from 'node:path';
import * as z from 'zod';

/** A time-stamping authority. */
export interface TsaConfig {
  /** RFC 3161 over HTTP (IKRAR_TSA). */
  readonly url: string;
  /** PEM file of the roots that its tokens must lead to (IKRAR_TSA_ROOTS); absent: they are kept unverified. */
  readonly roots: string | undefined;
  /** Policy to ask for, as an object identifier (IKRAR_TSA_POLICY). */
  readonly policy: string | undefined;
  /** Between two time stamps of one log (IKRAR_TSA_MINUTES, default 10). */
  readonly minutes: number;
}

export const tsaFields = {
  IKRAR_TSA: z
    .string()
    .refine(isPlainAddress, 'must be an http or https address without a user name')
    .optional(),
  IKRAR_TSA_ROOTS: z.string().optional(),
  IKRAR_TSA_POLICY: z
    .string()
    .regex(/^[012](\.(0|[1-9]\d{0,8})){1,20}$/, 'must be an object identifier such as 1.2.3.4')
    .optional(),
  IKRAR_TSA_MINUTES: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'must be a number of minutes from 1')
    .transform(Number)
    .default(10),
};

type TsaEnv = z.output<z.ZodObject<typeof tsaFields>>;

/** Undefined: nothing is time-stamped. */
export function tsaOf(env: TsaEnv): TsaConfig | undefined {
  const {
    IKRAR_TSA: url,
    IKRAR_TSA_ROOTS: roots,
    IKRAR_TSA_POLICY: policy,
    IKRAR_TSA_MINUTES: minutes,
  } = env;
  return url ? { url, roots: roots && resolve(roots), policy, minutes } : undefined;
}

function isPlainAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '';
}
