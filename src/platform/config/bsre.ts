import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { isLoopback } from '../loopback.ts';

/** The certified provider's signing service. */
export interface BsreConfig {
  /** Where it answers, without a trailing slash (IKRAR_BSRE). */
  readonly url: string;
  /** Of its interface (IKRAR_BSRE_VERSION). */
  readonly version: 'v1' | 'v2';
  /** IKRAR_BSRE_USER */
  readonly user: string;
  /** Never printed (IKRAR_BSRE_PASSWORD, or the file that IKRAR_BSRE_PASSWORD_FILE names). */
  readonly password: string;
}

export const bsreFields = {
  IKRAR_BSRE: z
    .string()
    .refine(
      isSafeAddress,
      'must be https://HOST, without user, password or question mark; http:// only on this machine',
    )
    .transform((text) => text.replace(/\/+$/, ''))
    .optional(),
  IKRAR_BSRE_VERSION: z.enum(['v1', 'v2'], 'must be v1 or v2').optional(),
  IKRAR_BSRE_USER: z
    .string()
    .regex(/^[^:\p{Cc}]+$/u, 'must be a name without a colon')
    .optional(),
  IKRAR_BSRE_PASSWORD: z.string().optional(),
  IKRAR_BSRE_PASSWORD_FILE: z.string().refine(isReadable, 'must be a file that can be read').optional(),
};

type BsreEnv = z.output<z.ZodObject<typeof bsreFields>>;

/** @returns what is wrong with the settings together, or null */
export function bsreProblem(env: BsreEnv): string | null {
  const { IKRAR_BSRE, IKRAR_BSRE_VERSION, IKRAR_BSRE_USER } = env;
  const passwords = [env.IKRAR_BSRE_PASSWORD, env.IKRAR_BSRE_PASSWORD_FILE].filter(Boolean).length;
  const rest = [IKRAR_BSRE_VERSION, IKRAR_BSRE_USER].filter(Boolean).length + passwords;
  const whole = IKRAR_BSRE ? rest === 3 && passwords === 1 : rest === 0;
  return whole
    ? null
    : 'IKRAR_BSRE, _VERSION, _USER and either _PASSWORD or _PASSWORD_FILE must be set together, or none';
}

/** Undefined: this way to sign is not offered. */
export function bsreOf(env: BsreEnv): BsreConfig | undefined {
  const { IKRAR_BSRE: url, IKRAR_BSRE_VERSION: version, IKRAR_BSRE_USER: user } = env;
  if (!url || !version || !user) return undefined;
  const file = env.IKRAR_BSRE_PASSWORD_FILE;
  const password = env.IKRAR_BSRE_PASSWORD ?? readFileSync(file ?? '', 'utf8').trim();
  return { url, version, user, password };
}

/** What travels there is a person's passphrase: never in the clear over a network. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, host, hostname, username, password, search, hash } = new URL(text);
  const bare = username === '' && password === '' && search === '' && hash === '';
  // As it will stand in records.
  if (!/^[a-z0-9.:[\]-]+$/.test(host)) return false;
  return bare && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)));
}

function isReadable(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').trim() !== '';
  } catch {
    return false;
  }
}
