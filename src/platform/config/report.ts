import * as z from 'zod';

/** Where reports are written, if not under IKRAR_URL, and where the way out of those pages leads. */
export interface ReportConfig {
  readonly url?: string | undefined;
  readonly onion?: string | undefined;
  readonly exit?: string | undefined;
}

const origin = (ending: string, say: string) =>
  z
    .string()
    .refine((text) => isBareOrigin(text, ending), say)
    .transform((text) => new URL(text).origin)
    .optional();

export const reportFields = {
  IKRAR_REPORT_URL: origin('', 'must be an origin such as https://lapor.example.go.id, without a path'),
  IKRAR_REPORT_ONION: origin('.onion', 'must be an origin such as http://….onion, without a path'),
  IKRAR_REPORT_EXIT: z
    .string()
    .refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', 'must be an https address')
    .optional(),
};

type ReportEnv = z.output<z.ZodObject<typeof reportFields>>;

export function reportOf(env: ReportEnv): ReportConfig | undefined {
  const [url, onion, exit] = [env.IKRAR_REPORT_URL, env.IKRAR_REPORT_ONION, env.IKRAR_REPORT_EXIT];
  return url || onion || exit ? { url, onion, exit } : undefined;
}

/** Under one host name it would be no origin of its own: ports of one host share their cookies. */
export function reportProblem(env: ReportEnv & { IKRAR_URL?: string | undefined }): string | undefined {
  const { IKRAR_URL, IKRAR_REPORT_URL } = env;
  if (!IKRAR_URL || !IKRAR_REPORT_URL) return undefined;
  const same = new URL(IKRAR_URL).hostname === new URL(IKRAR_REPORT_URL).hostname;
  return same ? 'must have another host name than IKRAR_URL' : undefined;
}

function isBareOrigin(text: string, ending: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash, username, password, hostname } = new URL(text);
  const bare = [search, hash, username, password].every((part) => part === '') && pathname === '/';
  return /^https?:$/.test(protocol) && bare && hostname.endsWith(ending);
}
