import { type BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import * as z from 'zod';
import { type BsreConfig, bsreFields, bsreOf, bsreProblem } from './config/bsre.ts';
import { caseLogFields } from './config/case-log.ts';
import { growthFields, proxiesOf } from './config/growth.ts';
import { hookFields, privateHooks } from './config/hooks.ts';
import { type MailConfig, mailFields, mailOf, mailProblem } from './config/mail.ts';
import { type OidcConfig, oidcFields, oidcOf, oidcProblem } from './config/oidc.ts';
import { type ReportConfig, reportFields, reportOf, reportProblem } from './config/report.ts';
import { type TsaConfig, tsaFields, tsaOf } from './config/tsa.ts';

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
  /** A server that follows a moment behind, for figures only (IKRAR_READ_URL); absent: the database itself. */
  readonly readUrl?: string | undefined;
  /** Proxies in front, whose word on where a visitor comes from counts (IKRAR_PROXY). */
  readonly proxies?: BlockList | undefined;
  /** Origin that people type, without a trailing slash (IKRAR_URL), such as https://ikrar.example.go.id. */
  readonly publicUrl: string | undefined;
  /** What an institution names to be called may stand in a private network (IKRAR_HOOKS_PRIVATE). */
  readonly privateHooks?: true | undefined;
  /** Absent: this installation sends no e-mail. */
  readonly mail?: MailConfig | undefined;
  /** Absent: signing with the certified provider is not offered. */
  readonly bsre?: BsreConfig | undefined;
  /** Absent: staff do not sign in through a provider of OpenID Connect. */
  readonly oidc?: OidcConfig | undefined;
  /** Absent: nothing is time-stamped. */
  readonly tsa?: TsaConfig | undefined;
  /** Own origins of the reporting pages, and where their way out leads. */
  readonly report?: ReportConfig | undefined;
  /** Absolute path of the policy of witnesses (IKRAR_WITNESSES); absent: witnesses.policy in dataDir, if there. */
  readonly witnesses?: string | undefined;
  /** From which hour, WIB, the day's batch of the log of oversight is written (IKRAR_CASE_LOG_HOUR); absent: 2. */
  readonly caseLogHour?: number | undefined;
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
  const { IKRAR_DATA, PORT, IKRAR_HOST, DATABASE_URL, IKRAR_URL, IKRAR_WITNESSES } = result.data;
  return {
    dataDir: resolve(IKRAR_DATA),
    port: PORT,
    host: IKRAR_HOST,
    databaseUrl: DATABASE_URL,
    publicUrl: IKRAR_URL,
    readUrl: result.data.IKRAR_READ_URL,
    proxies: proxiesOf(result.data),
    privateHooks: privateHooks(result.data) || undefined,
    mail: mailOf(result.data),
    bsre: bsreOf(result.data),
    oidc: oidcOf(result.data),
    tsa: tsaOf(result.data),
    report: reportOf(result.data),
    witnesses: IKRAR_WITNESSES && resolve(IKRAR_WITNESSES),
    caseLogHour: result.data.IKRAR_CASE_LOG_HOUR,
  };
}

/** Where people reach this installation: IKRAR_URL, or this machine by its own name. Origin, no trailing slash. */
export function publicAddress({ publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>): string {
  return publicUrl ?? `http://localhost:${port}`;
}

const path = z.string().refine((text) => !text.includes('\0'), 'must be a path');

const schema = z.object({
  IKRAR_DATA: path.default('./data'),
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
  IKRAR_WITNESSES: path.optional(),
  ...mailFields,
  ...hookFields,
  ...bsreFields,
  ...caseLogFields,
  ...growthFields,
  ...oidcFields,
  ...reportFields,
  ...tsaFields,
});

const together = schema.superRefine((env, { addIssue }) => {
  const problems = {
    'IKRAR_SMTP, IKRAR_MAIL_FROM': mailProblem(env),
    IKRAR_BSRE: bsreProblem(env),
    IKRAR_OIDC: oidcProblem(env),
    IKRAR_REPORT_URL: reportProblem(env),
  };
  for (const [name, message] of Object.entries(problems))
    if (message) addIssue({ code: 'custom', path: [name], message });
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
