import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { isLoopback } from '../loopback.ts';

/** A provider of OpenID Connect at which staff sign in. */
export interface OidcConfig {
  /** As its discovery document spells itself (IKRAR_OIDC). */
  readonly issuer: string;
  /** What the provider calls this installation (IKRAR_OIDC_CLIENT). */
  readonly client: string;
  /** Never printed (IKRAR_OIDC_SECRET, or the file that IKRAR_OIDC_SECRET_FILE names). */
  readonly secret: string;
  /** On the button (IKRAR_OIDC_NAME, default SSO). */
  readonly name: string;
  /** By which claim an account is found (IKRAR_OIDC_CLAIM, default sub: the one that its owner linked). */
  readonly claim: string;
}

export const oidcFields = {
  IKRAR_OIDC: z
    .string()
    .refine(isIssuer, 'must be https://HOST, without user or question mark; http:// only on this machine')
    .optional(),
  IKRAR_OIDC_CLIENT: z.string().optional(),
  IKRAR_OIDC_SECRET: z.string().optional(),
  IKRAR_OIDC_SECRET_FILE: z.string().refine(isReadable, 'must be a file that can be read').optional(),
  IKRAR_OIDC_NAME: z
    .string()
    .regex(/^\P{Cc}{1,40}$/u, 'must be at most 40 characters')
    .optional(),
  IKRAR_OIDC_CLAIM: z
    .string()
    .regex(/^[\w:/.-]{1,200}$/, 'must be the name of a claim')
    .optional(),
};

type OidcEnv = z.output<z.ZodObject<typeof oidcFields>>;

/** @returns what is wrong with the settings together, or null */
export function oidcProblem(env: OidcEnv): string | null {
  const secrets = [env.IKRAR_OIDC_SECRET, env.IKRAR_OIDC_SECRET_FILE].filter(Boolean).length;
  const more = [env.IKRAR_OIDC_NAME, env.IKRAR_OIDC_CLAIM].some(Boolean);
  const whole = env.IKRAR_OIDC
    ? env.IKRAR_OIDC_CLIENT && secrets === 1
    : !env.IKRAR_OIDC_CLIENT && secrets === 0 && !more;
  return whole
    ? null
    : 'IKRAR_OIDC, _CLIENT and either _SECRET or _SECRET_FILE must be set together, or none';
}

/** Undefined: signing in through a provider is not offered. */
export function oidcOf(env: OidcEnv): OidcConfig | undefined {
  const { IKRAR_OIDC: issuer, IKRAR_OIDC_CLIENT: client } = env;
  if (!issuer || !client) return undefined;
  const secret = env.IKRAR_OIDC_SECRET ?? readFileSync(env.IKRAR_OIDC_SECRET_FILE ?? '', 'utf8').trim();
  return { issuer, client, secret, name: env.IKRAR_OIDC_NAME ?? 'SSO', claim: env.IKRAR_OIDC_CLAIM ?? 'sub' };
}

/** Secret and codes travel there: never in the clear over a network. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const bare = username === '' && password === '' && search === '' && hash === '';
  return bare && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)));
}

function isReadable(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').trim() !== '';
  } catch {
    return false;
  }
}
