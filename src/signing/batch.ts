import type { ClientBase } from 'pg';
import { z } from 'zod';
import { append, openLog, type Publisher, sealOf, type ToSeal } from '../evidence/index.ts';
import {
  exec,
  isConnectionLoss,
  many,
  maybe,
  OutcomeUnknown,
  one,
  transaction,
} from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ActMethod } from '../verify/index.ts';
import { sql } from './slip.ts';

/** One signing, ready to be written. */
export interface Request {
  agencyId: string;
  campaignId: string;
  /** Digest of the pact the person saw; the campaign must still stand on it when the row is written. */
  textDigest: string;
  key: string;
  method: ActMethod;
  at: Date;
  sealed: ToSeal;
}

/** `again`: this person had signed before; `receipt` is then the earlier one. */
export interface Outcome {
  receipt: string;
  again: boolean;
  /** The earlier one was this very request, sent twice. */
  same: boolean;
}

interface Waiting {
  request: Request;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

const LARGEST = 500;
const PUSHBACK = 5000;

/**
 * Writes signatures, one transaction for all that wait: at once when idle, otherwise collected until the running
 * transaction returns. Each is answered only after its commit.
 */
export function createSigner(platform: Platform, publisher: Pick<Publisher, 'soon'>) {
  const queues = new Map<string, Waiting[]>();
  const running = new Set<string>();
  let waiting = 0;

  async function drain(log: string): Promise<void> {
    running.add(log);
    for (let queue = queues.get(log) ?? []; queue.length > 0; ) {
      const batch = queue.splice(0, LARGEST);
      waiting -= batch.length;
      await flush(platform, batch);
      publisher.soon();
    }
    running.delete(log);
    queues.delete(log);
  }

  return {
    /** @throws Refusal signing.* where the row may not be written, platform.busy where too many wait */
    sign(request: Request): Promise<Outcome> {
      if (waiting >= PUSHBACK) throw new Refusal('platform.busy', 503);
      const log = `${request.agencyId}/${request.campaignId}`;
      const queue = queues.get(log) ?? [];
      queues.set(log, queue);
      return new Promise((resolve, reject) => {
        queue.push({ request, resolve, reject });
        waiting += 1;
        if (!running.has(log)) void drain(log);
      });
    },
  };
}
export type Signer = ReturnType<typeof createSigner>;

/** A batch that the database refuses as a whole is tried one by one, so that a bad request fails alone. */
async function flush(platform: Platform, batch: Waiting[]): Promise<void> {
  try {
    // A seal must be older than what it seals, whenever the first PDF is made.
    await sealOf(platform, (batch[0] as Waiting).request.agencyId);
    const outcomes = await write(
      platform,
      batch.map((one) => one.request),
    );
    batch.forEach((one, i) => {
      const outcome = outcomes[i] as Outcome | Refusal;
      if (outcome instanceof Refusal) one.reject(outcome);
      else one.resolve(outcome);
    });
  } catch (error) {
    const lost = isConnectionLoss(error) || error instanceof OutcomeUnknown;
    if (lost || batch.length === 1 || !isBadRow(error)) {
      const answer = lost ? new Refusal('signing.unsure', 503) : error;
      for (const one of batch) one.reject(answer);
      return;
    }
    for (const one of batch) await flush(platform, [one]);
  }
}

/** SQLSTATE classes 22, 23 and 54: data, constraint, limit. Anything else would fail for each request alike. */
function isBadRow(error: unknown): boolean {
  return /^(22|23|54)...$/.test(String((error as { code?: unknown }).code));
}

function write({ pool }: Platform, requests: Request[]): Promise<(Outcome | Refusal)[]> {
  const { agencyId, campaignId } = requests[0] as Request;
  return transaction(
    pool,
    async (client) => {
      // Held against closing and withdrawal, so that none of them lies before a signature it should have stopped.
      await exec(client, sql.holdStanding, { agencyId, campaignId });
      const standing = await one(client, sql.standing, { agencyId, campaignId }, Standing);
      const barred = requests.map((request) => barrier(standing, request.textDigest, request.at));
      const fit = unique(requests.filter((_, i) => barred[i] === null));
      const written = await insert(client, agencyId, campaignId, fit);
      const outcomes: (Outcome | Refusal)[] = [];
      for (const [i, request] of requests.entries())
        outcomes.push(barred[i] ?? (await outcomeOf(client, request, written)));
      return outcomes;
    },
    { idempotent: true },
  );
}

const Standing = z.object({
  deadline: z.date(),
  opened: z.boolean(),
  closedAt: z.date().nullable(),
  digest: z.string().nullable(),
});

/** What stands in the way of any signature under this text now, or null. */
export function barrier(standing: z.output<typeof Standing>, textDigest: string, at: Date): Refusal | null {
  if (!standing.opened) return new Refusal('signing.notOpen', 409);
  if (standing.closedAt) return new Refusal('signing.closed', 410);
  if (at > standing.deadline) return new Refusal('signing.late', 410);
  if (!standing.digest) return new Refusal('signing.textWithdrawn', 409);
  if (standing.digest !== textDigest) return new Refusal('signing.textChanged', 409);
  return null;
}

/** Two requests of one person in one batch: the first is written, the other learns of it. In order of arrival. */
function unique(requests: Request[]): Request[] {
  const persons = new Set<string>();
  return requests.filter(({ sealed: { personId } }) => !persons.has(personId) && persons.add(personId));
}

const Inserted = z.object({ personId: z.string() });

async function insert(
  client: ClientBase,
  agencyId: string,
  campaignId: string,
  requests: Request[],
): Promise<Set<string>> {
  if (requests.length === 0) return new Set();
  const rows = await many(
    client,
    sql.addSignatures,
    {
      agencyId,
      campaignId,
      persons: requests.map((request) => request.sealed.personId),
      receipts: requests.map((request) => request.sealed.receipt),
      keys: requests.map((request) => request.key),
      methods: requests.map((request) => request.method),
      times: requests.map((request) => request.at),
    },
    Inserted,
  );
  const persons = new Set(rows.map((row) => row.personId));
  const sealed = requests.map((request) => request.sealed).filter((one) => persons.has(one.personId));
  if (sealed.length > 0) {
    await openLog(client, agencyId, campaignId);
    await append(client, agencyId, campaignId, sealed);
  }
  return new Set(sealed.map((one) => one.receipt));
}

/** A signature as it stands. */
export const Signed = z.object({ receipt: z.string(), key: z.string(), signedAt: z.date() });

async function outcomeOf(client: ClientBase, request: Request, written: Set<string>): Promise<Outcome> {
  const { receipt, personId } = request.sealed;
  if (written.has(receipt)) return { receipt, again: false, same: false };
  const { agencyId, campaignId } = request;
  const earlier = await maybe(client, sql.signatureOf, { agencyId, campaignId, personId }, Signed);
  if (!earlier) throw new Error(`signature of ${personId} neither written nor found`);
  // Our own row, kept by a transaction whose answer was lost and which then ran again.
  if (earlier.receipt === receipt) return { receipt, again: false, same: false };
  return { receipt: earlier.receipt, again: true, same: earlier.key === request.key };
}
