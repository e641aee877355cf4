import { Agent, request } from 'node:http';

/** How an answer to a guess is told apart: found nothing, told to wait, or opened something. */
export type Told = 'unknown' | 'slowDown' | 'busy' | 'opened';

/** One guess as it goes over the wire. */
export interface Guess {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
  /** Statuses by which the server says that this opens nothing. */
  refusedBy: readonly number[];
}

/** Counts of what guesses were told; `statuses` by number, 0 for none at all. */
export interface Tally {
  told: Record<Told, number>;
  statuses: Record<string, number>;
}

export function emptyTally(): Tally {
  return { told: { unknown: 0, slowDown: 0, busy: 0, opened: 0 }, statuses: {} };
}

/** So many tries a second for so long, from many addresses in turn, whatever became of the earlier ones. */
export async function flood(
  port: number,
  pace: { perSecond: number; tries: number; addresses: readonly string[] },
  next: () => Guess,
  tally: Tally,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const began = performance.now();
  const running = new Set<Promise<void>>();
  for (let sent = 0; sent < pace.tries; ) {
    const due = Math.min(pace.tries, ((performance.now() - began) / 1000) * pace.perSecond);
    for (; sent < due && running.size < 256; sent += 1) {
      const from = pace.addresses[sent % pace.addresses.length] as string;
      const one = guess(port, agent, from, next(), tally).finally(() => running.delete(one));
      running.add(one);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(running);
  agent.destroy();
}

/** One guess; what it was told goes into the tally. */
export async function guess(
  port: number,
  agent: Agent,
  from: string,
  one: Guess,
  tally: Tally,
): Promise<void> {
  const status = await statusOf(port, agent, from, one).catch(() => 0);
  tally.statuses[status] = (tally.statuses[status] ?? 0) + 1;
  tally.told[toldBy(one, status)] += 1;
}

function toldBy({ refusedBy }: Guess, status: number): Told {
  if (refusedBy.includes(status)) return 'unknown';
  if (status === 429) return 'slowDown';
  return status === 503 || status === 0 ? 'busy' : 'opened';
}

export function statusOf(
  port: number,
  agent: Agent,
  from: string,
  { method, path, headers, body }: Guess,
): Promise<number> {
  const form = body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' };
  const length = { 'Content-Length': Buffer.byteLength(body ?? '') };
  const head = { Host: 'localhost', Origin: 'http://localhost', 'X-Forwarded-For': from };
  return new Promise<number>((resolve, reject) => {
    const all = { ...head, ...form, ...(body === undefined ? {} : length), ...headers };
    const sent = request({ host: '127.0.0.1', port, agent, path, method, headers: all }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', reject);
    });
    sent.setTimeout(20_000, () => sent.destroy(new Error('no answer')));
    sent.on('error', reject);
    sent.end(body);
  });
}
