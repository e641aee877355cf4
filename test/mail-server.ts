import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server on the loopback that keeps what it is given. */
export interface MailServer {
  url: string;
  /** Whole messages, as they arrived. */
  mails: { to: string[]; source: string }[];
  /** From now on it refuses every recipient, or takes them again. */
  refuse(yes: boolean): void;
  /** What it does to a recipient from now on: 550, 451, no answer at all, or it hangs up. */
  behave(how: Behaviour): void;
  /** Ends every connection that stands. */
  hangUp(): void;
  /** How many connections were made. */
  connections(): number;
  close(): Promise<void>;
}

export type Behaviour = 'take' | 'refuse' | 'greylist' | 'hang' | 'drop';

export async function startMailServer(): Promise<MailServer> {
  const mails: MailServer['mails'] = [];
  let behaviour: Behaviour = 'take';
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 100,
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onRcptTo: (_address, session, done) => {
      if (behaviour === 'hang') return;
      if (behaviour === 'drop') return drop(session.id);
      const status = { take: null, refuse: 550, greylist: 451 }[behaviour];
      done(status ? Object.assign(new Error('not here'), { responseCode: status }) : null);
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, source: Buffer.concat(parts).toString('utf8') });
        done();
      });
    },
  });
  const drop = (id: string) => {
    for (const connection of server.connections as Set<{ id: string; close(): void }>)
      if (connection.id === id) connection.close();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (yes) => {
      behaviour = yes ? 'refuse' : 'take';
    },
    behave: (how) => {
      behaviour = how;
    },
    hangUp: () => {
      for (const connection of server.connections as Set<{ close(): void }>) connection.close();
    },
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The text of a message whose body is quoted-printable or plain. */
export function bodyOf({ source }: { source: string }): string {
  const body = source.slice(source.indexOf('\r\n\r\n') + 4);
  const plain = body.replace(/=\r\n/g, '');
  const bytes = plain.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
