import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** A service of somebody else that this installation may ask in the name of its institution. */
export interface ServiceConfig {
  /** Where it answers, without a trailing slash. */
  readonly url: string;
  readonly version: 'v1' | 'v2';
  readonly user: string;
  /** Never printed. */
  readonly password: string;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname) || hostname.endsWith('.localhost');
}

export const bsreSettings = {
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

type BsreEnv = z.output<z.ZodObject<typeof bsreSettings>>;

/** All of it, or nothing. */
export function isWholeBsre(env: BsreEnv): boolean {
  const { IKRAR_BSRE, IKRAR_BSRE_VERSION, IKRAR_BSRE_USER } = env;
  const passwords = [env.IKRAR_BSRE_PASSWORD, env.IKRAR_BSRE_PASSWORD_FILE].filter(Boolean).length;
  const rest = [IKRAR_BSRE_VERSION, IKRAR_BSRE_USER].filter(Boolean).length + passwords;
  return IKRAR_BSRE ? rest === 3 && passwords === 1 : rest === 0;
}

export function bsreOf(env: BsreEnv): ServiceConfig | undefined {
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
