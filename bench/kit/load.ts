import { connect, type Socket } from 'node:net';

/** What a load of requests came to. Latencies in milliseconds, in the order of the answers. */
export interface Loaded {
  latencies: number[];
  /** How many answers had each status; 0 for a connection that broke. */
  statuses: Map<number, number>;
  seconds: number;
}

/**
 * Sends prepared requests over kept-alive connections, each waiting for its answer before the next, until `seconds`
 * are over or `next` gives null. Bare sockets, so that the load takes little of the processors it shares with the server.
 * The connections are shared out among the ports. `heard` is given the body of each answer.
 */
export async function load(
  ports: readonly number[],
  connections: number,
  seconds: number,
  next: () => Buffer | null,
  heard?: (body: string) => void,
): Promise<Loaded> {
  const loaded: Loaded = { latencies: [], statuses: new Map(), seconds: 0 };
  const began = performance.now();
  const until = began + seconds * 1000;
  const going = () => (performance.now() < until ? next() : null);
  await Promise.all(
    Array.from({ length: connections }, (_, at) => one(ports[at % ports.length] ?? 0, going, loaded, heard)),
  );
  loaded.seconds = (performance.now() - began) / 1000;
  return loaded;
}

/** Where people would come, whichever server answers them. */
export const ORIGIN = 'http://localhost';

/** A request as bytes. The origin is the page's own, as a browser sends it with a form. */
export function request(method: 'GET' | 'POST', path: string, body = '', accept?: string): Buffer {
  const form = method === 'GET' ? [] : formHeaders(body);
  const wanted = accept ? [`Accept: ${accept}`] : [];
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: localhost', ...wanted, ...form, '', body];
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

function formHeaders(body: string): string[] {
  return [
    `Origin: ${ORIGIN}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
}

/** One connection until there is nothing more to send; a broken one counts as an error and ends. */
function one(
  port: number,
  next: () => Buffer | null,
  loaded: Loaded,
  heard?: (body: string) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let sent = 0;
    let waiting = false;
    const send = () => {
      const bytes = next();
      if (!bytes) return void socket.end(resolve);
      sent = performance.now();
      waiting = true;
      socket.write(bytes);
    };
    answers(socket, (status, body) => {
      waiting = false;
      loaded.latencies.push(performance.now() - sent);
      count(loaded, status);
      heard?.(body);
      send();
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      if (waiting) count(loaded, 0);
      resolve();
    });
    socket.on('connect', send);
  });
}

function count({ statuses }: Loaded, status: number): void {
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
}

const END_OF_HEAD = '\r\n\r\n';
const LAST_CHUNK = '0\r\n\r\n';

/** Calls `answered` for each whole answer; lengths and chunks are understood, nothing else is sent by our server. */
function answers(socket: Socket, answered: (status: number, body: string) => void): void {
  let held = '';
  socket.setEncoding('latin1');
  socket.on('data', (part: string) => {
    held += part;
    const end = held.indexOf(END_OF_HEAD);
    if (end < 0) return;
    const head = held.slice(0, end);
    const body = held.slice(end + END_OF_HEAD.length);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    const chunked = length === undefined && /\r\ntransfer-encoding: chunked/i.test(head);
    if (chunked ? !held.endsWith(LAST_CHUNK) : body.length < Number(length ?? 0)) return;
    held = '';
    answered(Number(head.slice(9, 12)), body);
  });
}
