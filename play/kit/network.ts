import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * The one bar of signal: everything between the yard and the server goes through it, and while it is cut connections are
 * neither kept nor made. Browsers go on believing that they are online, as phones do in a yard.
 */
export class Network {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #cut = false;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Listens on this machine, in front of a server whose port is asked for when somebody comes. */
  static async open(port: number, behind: () => number): Promise<Network> {
    const server = createServer();
    const network = new Network(server);
    server.on('connection', (from) => network.#join(from, behind()));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return network;
  }

  cut(): void {
    this.#cut = true;
    for (const socket of this.#open) socket.destroy();
  }

  mend(): void {
    this.#cut = false;
  }

  close(): Promise<void> {
    this.cut();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #join(from: Socket, port: number): void {
    if (this.#cut) return void from.destroy();
    const to = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      this.#open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
