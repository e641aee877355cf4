import { createTransport } from 'nodemailer';
import type { MailConfig } from '../config/mail.ts';
import { isLoopback } from '../loopback.ts';

export interface Mail {
  to: string;
  subject: string;
  /** Plain text; a mail of ours holds no link, so that none of them can be taken for one. */
  text: string;
}

/** A person waits for the answer: a mail server that says nothing for this long has failed. */
const PATIENCE_MS = 10_000;

/**
 * Hands a mail to the configured server; resolves when that server has taken it.
 * @throws Error where it has not; the message may name the server, never the password
 */
export async function sendMail(config: MailConfig, mail: Mail): Promise<void> {
  const transport = createTransport({
    url: config.url,
    // Attacker: on the wire to a server elsewhere. `?requireTLS=false` in the address says otherwise, for a relay inside.
    requireTLS: !isLoopback(new URL(config.url).hostname) && !/[?&]requireTLS=false\b/.test(config.url),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const headers = { 'Auto-Submitted': 'auto-generated' };
    await transport.sendMail({ from: config.from, ...mail, headers });
  } finally {
    transport.close();
  }
}
