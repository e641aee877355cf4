import type { Client } from '../../platform/db/index.ts';
import type { LogId } from './tile-reader.ts';

/** What a sealed record says of the signature it belongs to. */
export interface SealedAct {
  index: number;
  personId: string;
  receipt: string;
  method: string;
  at: Date;
}

/** Compares records with the rows by which people count as having signed; given by whoever owns those rows. */
export interface SignatureCheck {
  /** The first of these acts that has no signature, or one that says something else. */
  compare(
    client: Client,
    log: LogId,
    acts: readonly SealedAct[],
  ): Promise<{ code: 'record-without-signature' | 'signature-differs'; index: number } | null>;
  /** The receipt of a signature for which nothing was sealed. */
  leftOver(client: Client, log: LogId): Promise<string | null>;
}
