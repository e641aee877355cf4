import type { ClientBase } from 'pg';
import type { Client } from '../platform/db/index.ts';

/** People of one campaign of one institution. */
export interface People {
  agencyId: string;
  campaignId: string;
  persons: readonly string[];
}

/** The audience was pinned: everybody counts, nobody has a fact. In the transaction of the opening. */
export declare function tallyOpening(client: ClientBase, agencyId: string, campaignId: string): Promise<void>;

/** People were added to the audience later. In the transaction that adds them. */
export declare function tallyAdded(client: ClientBase, people: People): Promise<void>;

/** These people have just signed, each for the first time, at `at`. In the transaction of the signatures. */
export declare function tallySigned(client: ClientBase, people: People & { at: Date }): Promise<void>;

/**
 * Facts other than signing changed (declining, exemption, attendance, symbolic signing): they are read anew from where they
 * are kept. After the change, in its transaction.
 */
export declare function tallyFacts(client: ClientBase, people: People): Promise<void>;

/** What the counts say and what a recount says, where they differ. */
export declare function recount(
  client: Client,
  agencyId: string,
  campaignId: string,
): Promise<readonly string[]>;
