import { connect, createServer, type Socket } from 'node:net';

/** A plain proxy on loopback: each connection goes to the next server that takes it, and is passed on byte for byte. */
export interface Front {
  readonly port: number;
  /** Where connections go from now on. */
  send(ports: readonly number[]): void;
  close(): Promise<void>;
}

export async function startFront(ports: readonly number[]): Promise<Front> {
  let behind = [...ports];
  let turn = 0;
  const open = new Set<Socket>();
  const server = createServer((visitor) => {
    open.add(visitor);
    visitor.on('close', () => open.delete(visitor));
    visitor.on('error', () => visitor.destroy());
    pass(visitor, behind.length);
  });
  const pass = (visitor: Socket, tries: number) => {
    const port = behind[turn++ % behind.length];
    if (port === undefined || tries === 0) return void visitor.destroy();
    const onward = connect({ port, host: '127.0.0.1', noDelay: true });
    let through = false;
    onward.on('connect', () => {
      through = true;
      visitor.pipe(onward).pipe(visitor);
    });
    onward.on('error', () => (through ? visitor.destroy() : pass(visitor, tries - 1)));
    onward.on('close', () => through && visitor.destroy());
    visitor.on('close', () => onward.destroy());
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    send(next) {
      behind = [...next];
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
