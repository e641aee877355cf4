import * as z from 'zod';

/** Where e-mail goes out. */
export interface MailConfig {
  /**
   * Such as smtps://name:password@mail.example.go.id, or smtp:// with STARTTLS (IKRAR_SMTP). Holds a secret: never
   * printed.
   */
  readonly url: string;
  /** The sender, such as Ikrar <ikrar@example.go.id> (IKRAR_MAIL_FROM). */
  readonly from: string;
  /** Reminders that one process sends in a minute (IKRAR_MAIL_PER_MINUTE, default 60). */
  readonly perMinute?: number | undefined;
}

export const mailFields = {
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
  IKRAR_MAIL_PER_MINUTE: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'must be a number from 1 to 99999')
    .transform(Number)
    .optional(),
};

type MailEnv = z.output<z.ZodObject<typeof mailFields>>;

/** @returns what is wrong with the settings together, or null */
export function mailProblem({ IKRAR_SMTP, IKRAR_MAIL_FROM }: MailEnv): string | null {
  return Boolean(IKRAR_SMTP) === Boolean(IKRAR_MAIL_FROM) ? null : 'must be set together, or neither';
}

/** Undefined: this installation sends no e-mail. */
export function mailOf(env: MailEnv): MailConfig | undefined {
  const { IKRAR_SMTP: url, IKRAR_MAIL_FROM: from, IKRAR_MAIL_PER_MINUTE: perMinute } = env;
  return url && from ? { url, from, perMinute } : undefined;
}

function isMailServer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return /^smtps?:$/.test(protocol) && hostname !== '' && /^\/?$/.test(pathname);
}
