import { isIP } from 'node:net';
import { resolve } from 'node:path';
import * as z from 'zod';
import { bsreOf, bsreSettings, isWholeBsre, type ServiceConfig } from './service-config.ts';
import { type TsaConfig, tsaFields, tsaOf } from './tsa-config.ts';

/** Everything that is set from outside, read once at the entry point and handed on. */
export interface Config {
  /** Absolute path of the data directory: database, keys, files (IKRAR_DATA, default ./data). */
  readonly dataDir: string;
  /** TCP port of the web server (PORT, default 3000; 0 lets the system choose). */
  readonly port: number;
  /** Address to listen on (IKRAR_HOST, default 127.0.0.1: this machine only). */
  readonly host: string;
  /** Your own PostgreSQL instead of the embedded one (DATABASE_URL). */
  readonly databaseUrl: string | undefined;
  /** Origin that people type, without a trailing slash (IKRAR_URL), such as https://ikrar.example.go.id. */
  readonly publicUrl: string | undefined;
  /** Where e-mail goes out (IKRAR_SMTP and IKRAR_MAIL_FROM, both or neither); absent: this installation sends none. */
  readonly mail?: MailConfig | undefined;
  /**
   * The certified provider's signing service (IKRAR_BSRE, IKRAR_BSRE_VERSION, IKRAR_BSRE_USER and IKRAR_BSRE_PASSWORD or
   * IKRAR_BSRE_PASSWORD_FILE); absent: this way to sign is not offered.
   */
  readonly bsre?: ServiceConfig | undefined;
  /** A time-stamping authority; absent: nothing is time-stamped. */
  readonly tsa?: TsaConfig | undefined;
  /** Absolute path of the policy of witnesses (IKRAR_WITNESSES); absent: witnesses.policy in dataDir, if there. */
  readonly witnesses?: string | undefined;
}

export interface MailConfig {
  /** Such as smtps://name:password@mail.example.go.id, or smtp:// with STARTTLS. Holds a secret: never printed. */
  readonly url: string;
  /** The sender, such as Ikrar <ikrar@example.go.id>. */
  readonly from: string;
}

/** A setting that cannot be used. `problems` holds one line for each bad variable. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`Bad configuration:\n${problems.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * Reads the environment. An empty variable counts as absent.
 * @throws ConfigError naming every bad variable at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const result = together.safeParse(withoutBlanks(env));
  if (!result.success) {
    throw new ConfigError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const {
    IKRAR_DATA,
    PORT,
    IKRAR_HOST,
    DATABASE_URL,
    IKRAR_URL,
    IKRAR_SMTP,
    IKRAR_MAIL_FROM,
    IKRAR_WITNESSES,
  } = result.data;
  return {
    dataDir: resolve(IKRAR_DATA),
    port: PORT,
    host: IKRAR_HOST,
    databaseUrl: DATABASE_URL,
    publicUrl: IKRAR_URL,
    tsa: tsaOf(result.data),
    ...(IKRAR_SMTP && IKRAR_MAIL_FROM ? { mail: { url: IKRAR_SMTP, from: IKRAR_MAIL_FROM } } : {}),
    bsre: bsreOf(result.data),
    ...(IKRAR_WITNESSES ? { witnesses: resolve(IKRAR_WITNESSES) } : {}),
  };
}

/** Where people reach this installation: IKRAR_URL, or this machine by its own name. Origin, no trailing slash. */
export function publicAddress({ publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>): string {
  return publicUrl ?? `http://localhost:${port}`;
}

const schema = z.object({
  ...tsaFields,
  IKRAR_DATA: z
    .string()
    .refine((path) => !path.includes('\0'), 'must be a path')
    .default('./data'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a number from 0 to 65535')
    .default(3000),
  IKRAR_HOST: z.string().refine(isHost, 'must be an IP address or a host name').default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?:\/\/|socket:)/, 'must start with postgresql:// (the value is not shown here)')
    .optional(),
  IKRAR_URL: z
    .string()
    .refine(isOrigin, 'must be an origin such as https://ikrar.example.go.id, without a path')
    .transform((text) => new URL(text).origin)
    .optional(),
  IKRAR_WITNESSES: z
    .string()
    .refine((path) => !path.includes('\0'), 'must be a path')
    .optional(),
  IKRAR_SMTP: z
    .string()
    .refine(isMailServer, 'must be smtp://HOST:PORT or smtps://HOST:PORT (the value is not shown here)')
    .optional(),
  IKRAR_MAIL_FROM: z
    .string()
    .regex(
      /^([^<>"\r\n]+ <)?[^\s<>@",;]+@[a-z0-9.-]+>?$/i,
      'must be an address such as Ikrar <ikrar@example.go.id>',
    )
    .optional(),
  ...bsreSettings,
});

const together = schema
  .refine(({ IKRAR_SMTP, IKRAR_MAIL_FROM }) => Boolean(IKRAR_SMTP) === Boolean(IKRAR_MAIL_FROM), {
    path: ['IKRAR_SMTP, IKRAR_MAIL_FROM'],
    message: 'must be set together, or neither',
  })
  .refine(isWholeBsre, {
    path: ['IKRAR_BSRE'],
    message:
      'IKRAR_BSRE, _VERSION, _USER and either _PASSWORD or _PASSWORD_FILE must be set together, or none',
  });

function withoutBlanks(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(env).flatMap(([name, value]) => {
    const text = value?.trim();
    return text ? [[name, text] as const] : [];
  });
  return Object.fromEntries(entries);
}

function isHost(text: string): boolean {
  return isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(text);
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const bare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && bare;
}

function isMailServer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return /^smtps?:$/.test(protocol) && hostname !== '' && /^\/?$/.test(pathname);
}
