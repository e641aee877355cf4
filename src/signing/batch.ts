import type { ClientBase } from 'pg';
import { z } from 'zod';
import { append, type Place, type Publisher, sealOf, type ToSeal } from '../evidence/index.ts';
import {
  exec,
  forAgency,
  isConnectionLoss,
  many,
  OutcomeUnknown,
  one,
  textArray,
  transaction,
} from '../platform/db/index.ts';
import { gather, type Room } from '../platform/gather.ts';
import type { Platform } from '../platform/platform.ts';
import { Refusal } from '../platform/refusal.ts';
import { tallySigned } from '../tally/index.ts';
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

/** `again`: this person had signed before; receipt and place are then the earlier ones. */
export interface Outcome extends Place {
  receipt: string;
  again: boolean;
  /** The earlier one was this very form, sent twice: the same key under the same text. */
  same: boolean;
}

const ROOM: Room = { most: 500, waiting: 5000 };

/**
 * Writes signatures, one transaction for all that wait for one log: at once when idle, otherwise collected until the
 * running transaction returns. Each is answered only after its commit.
 */
export function createSigner(
  platform: Platform,
  publisher: Pick<Publisher, 'soon'>,
  { most, waiting }: Room = ROOM,
) {
  const logs = new Map<string, (request: Request) => Promise<Outcome>>();
  let inAll = 0;

  async function flush(requests: Request[]): Promise<(Outcome | Error)[]> {
    const { agencyId } = requests[0] as Request;
    const outcomes = await forAgency(agencyId, () => writeApart(platform, requests));
    publisher.soon();
    return outcomes;
  }

  return {
    /** @throws Refusal signing.* where the row may not be written, platform.busy where too many wait */
    async sign(request: Request): Promise<Outcome> {
      if (inAll >= waiting) throw new Refusal('platform.busy', 503);
      const log = `${request.agencyId}/${request.campaignId}`;
      const write = logs.get(log) ?? gather(flush, { most, waiting });
      logs.set(log, write);
      inAll += 1;
      return write(request).finally(() => {
        inAll -= 1;
      });
    },
  };
}
export type Signer = ReturnType<typeof createSigner>;

/** A batch that the database refuses as a whole is halved until the bad request fails alone. */
async function writeApart(platform: Platform, requests: Request[]): Promise<(Outcome | Error)[]> {
  try {
    // A seal must be older than what it seals, whenever the first PDF is made.
    await sealOf(platform, (requests[0] as Request).agencyId);
    return await write(platform, requests);
  } catch (error) {
    if (isConnectionLoss(error) || error instanceof OutcomeUnknown)
      return requests.map(() => new Refusal('signing.unsure', 503));
    if (requests.length === 1 || !isBadRow(error)) return requests.map(() => error as Error);
    const half = requests.length >> 1;
    const before = await writeApart(platform, requests.slice(0, half));
    return [...before, ...(await writeApart(platform, requests.slice(half)))];
  }
}

/** SQLSTATE classes 22, 23 and 54: data, constraint, limit. Anything else would fail for each request alike. */
function isBadRow(error: unknown): boolean {
  return /^(22|23|54)...$/.test(String((error as { code?: unknown }).code));
}

/**
 * Statements of their own, because each sees what was committed before it began, and no statement what was committed
 * while it waited for a lock (READ COMMITTED):
 * 1. The campaign is held against closing and withdrawal, so that neither lies before a signature it should have
 *    stopped; only then is asked how the campaign stands.
 * 2. Signatures are inserted in the order of people, so that two writers never wait for each other in a circle. A person
 *    whom another writer has in hand is waited for, and then left out; that signature is found by the next statement.
 * 3. The campaign's counts are changed, which lets in one writer at a time (tally).
 * 4. The head of the log is raised last and held for one statement and the commit.
 */
function write({ pool }: Platform, requests: Request[]): Promise<(Outcome | Refusal)[]> {
  const { agencyId, campaignId } = requests[0] as Request;
  return transaction(
    pool,
    async (client) => {
      await exec(client, sql.holdStanding, { agencyId, campaignId });
      const standing = await one(client, sql.standing, { agencyId, campaignId }, Standing);
      const barred = requests.map((request) => barrier(standing, request.textDigest, request.at));
      const fit = firstOfEach(requests.filter((_, i) => barred[i] === null));
      const written = await insert(client, agencyId, campaignId, fit);
      const others = requests.filter(({ sealed }) => !written.has(sealed.personId));
      const earlier = await signaturesOf(client, agencyId, campaignId, others);
      return requests.map((request, i) => {
        const signed = written.get(request.sealed.personId) ?? earlier.get(request.sealed.personId);
        if (signed) return outcomeOf(request, signed);
        if (barred[i]) return barred[i];
        throw new Error(`signature of ${request.sealed.personId} neither written nor found`);
      });
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
function firstOfEach(requests: Request[]): Request[] {
  const persons = new Set<string>();
  return requests.filter(({ sealed: { personId } }) => !persons.has(personId) && persons.add(personId));
}

const Inserted = z.object({ personId: z.string() });

/** @returns by person what was written now; who is missing had signed before */
async function insert(
  client: ClientBase,
  agencyId: string,
  campaignId: string,
  requests: Request[],
): Promise<Map<string, Signed>> {
  if (requests.length === 0) return new Map();
  const columns = {
    persons: textArray(requests.map((request) => request.sealed.personId)),
    receipts: textArray(requests.map((request) => request.sealed.receipt)),
    keys: textArray(requests.map((request) => request.key)),
    methods: textArray(requests.map((request) => request.method)),
    times: textArray(requests.map((request) => request.at.toISOString())),
  };
  const rows = await many(client, sql.addSignatures, { agencyId, campaignId, ...columns }, Inserted);
  const persons = new Set(rows.map((row) => row.personId));
  const fresh = requests.filter(({ sealed }) => persons.has(sealed.personId));
  if (fresh.length === 0) return new Map();
  const signed = fresh.map(({ sealed: { personId }, at }) => ({ personId, at }));
  await tallySigned(client, { agencyId, campaignId }, signed);
  const places = await append(
    client,
    agencyId,
    campaignId,
    fresh.map(({ sealed }) => sealed),
  );
  return new Map(
    fresh.map(({ sealed: { personId, receipt }, key, textDigest, at }) => {
      const place = places.get(personId) as Place;
      return [personId, { receipt, key, textDigest, signedAt: at, ...place }];
    }),
  );
}

/** A signature as it stands, with the form it came from and its place in the log. */
export const Signed = z.object({
  receipt: z.string(),
  key: z.string(),
  textDigest: z.string(),
  signedAt: z.date(),
  index: z.number(),
  log: z.string(),
});
export type Signed = z.output<typeof Signed>;

async function signaturesOf(
  client: ClientBase,
  agencyId: string,
  campaignId: string,
  requests: Request[],
): Promise<Map<string, Signed>> {
  if (requests.length === 0) return new Map();
  const persons = requests.map(({ sealed }) => sealed.personId);
  const rows = await many(
    client,
    sql.signaturesOf,
    { agencyId, campaignId, persons },
    Signed.extend({ personId: z.string() }),
  );
  return new Map(rows.map(({ personId, ...signed }) => [personId, signed]));
}

/** The receipt alone tells our own row, also where it was kept by a transaction whose answer was lost. */
function outcomeOf(request: Request, signed: Signed): Outcome {
  const { receipt, index, log } = signed;
  const again = receipt !== request.sealed.receipt;
  return { receipt, index, log, again, same: again && isSameForm(signed, request) };
}

/**
 * A key counts for one person and one text: with another person's slip it is that person's own form, and under
 * another text it is another form.
 */
export function isSameForm(
  signed: Pick<Signed, 'key' | 'textDigest'>,
  sent: { key: string; textDigest: string },
): boolean {
  return signed.key === sent.key && signed.textDigest === sent.textDigest;
}
