import { createTransport, type Transporter } from 'nodemailer';
import type { MailConfig } from '../config/mail.ts';
import { isLoopback } from '../loopback.ts';

export interface Mail {
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
  /** Beside our own address as the sender. */
  fromName?: string;
  replyTo?: string;
  /** With the angle brackets. The same for every try of one message, so that a double is known for one. */
  messageId?: string;
}

/** A person waits for the answer: a mail server that says nothing for this long has failed. */
const PATIENCE_MS = 10_000;

/**
 * Hands a mail to the configured server; resolves when that server has taken it.
 * @throws Error where it has not; the message may name the server, never the password
 */
export async function sendMail(config: MailConfig, mail: Mail): Promise<void> {
  const transport = createTransport(settings(config, PATIENCE_MS));
  try {
    await transport.sendMail(whole(config, mail));
  } finally {
    transport.close();
  }
}

/**
 * What became of a mail: `refused` this mailbox, for good; `later` not now, this mail; `server` it takes nothing from us
 * at present. `why` is a status of SMTP or a code of the network, and names nobody.
 */
export type Handed = { ok: true } | { ok: false; fault: 'refused' | 'later' | 'server'; why: string };

/** A mail whose connection broke is told to the caller, never quietly sent once more. */
const ONE_AT_A_TIME = { maxConnections: 1, maxMessages: 50, maxRequeues: 0 };

/** For many mails: one connection, used again, until `close`. */
export function openMailer(config: MailConfig, patienceMs = PATIENCE_MS) {
  const transport: Transporter = createTransport({
    ...settings(config, patienceMs),
    pool: true,
    ...ONE_AT_A_TIME,
  });
  return {
    async hand(mail: Mail): Promise<Handed> {
      if (!isAddress(mail.to)) return { ok: false, fault: 'refused', why: 'address' };
      try {
        await transport.sendMail(whole(config, mail));
        return { ok: true };
      } catch (error) {
        return { ok: false, ...faultOf(error as SmtpError) };
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpError {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** The recipient alone is refused after RCPT TO; after the text it may be the text, and that is tried again. */
function faultOf({ code = 'unknown', command, responseCode }: SmtpError): {
  fault: 'refused' | 'later' | 'server';
  why: string;
} {
  if (responseCode === undefined) return { fault: 'server', why: code };
  const why = String(responseCode);
  if (command === 'RCPT TO') return { fault: responseCode >= 500 ? 'refused' : 'later', why };
  return { fault: command === 'DATA' || code === 'EMESSAGE' ? 'later' : 'server', why };
}

function settings(config: MailConfig, patienceMs: number) {
  return {
    url: config.url,
    // Attacker: on the wire to a server elsewhere. `?requireTLS=false` in the address says otherwise, for a relay inside.
    requireTLS: !isLoopback(new URL(config.url).hostname) && !/[?&]requireTLS=false\b/.test(config.url),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function whole(config: MailConfig, { fromName, ...mail }: Mail) {
  const from = fromName ? { name: fromName, address: addressIn(config.from) } : config.from;
  // Attacker: who writes a second address into the field for one.
  const to = { name: '', address: mail.to };
  return { from, ...mail, to, headers: { 'Auto-Submitted': 'auto-generated' } };
}

/** One mailbox and nothing else. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s<>@",;:()\\[\]]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text);
}

/** The bare address of a sender such as `Ikrar <ikrar@example.go.id>`. */
export function addressIn(from: string): string {
  return /<([^<>]+)>/.exec(from)?.[1] ?? from;
}
