import type { OpenCampaign } from './campaign.ts';
import type { Site } from './database.ts';
import { passkeyForms } from './passkeys.ts';

/** What is sent: one request after the other, null when everybody has signed. */
export type Requests = () => Buffer | null;

/** A way to sign besides the slip's plain form. Everything that takes time is prepared before the clock starts. */
export interface Way {
  name: string;
  /** Signatures a second that it should give at least. */
  aim: number;
  prepare(site: Site, campaign: OpenCampaign): Promise<Requests>;
}

export const WAYS: readonly Way[] = [{ name: 'passkey', aim: 2500, prepare: passkeyForms }];
