import type { Way } from '../seal/index.ts';

/** What the server tells a browser of the keys of who is signed in; bytes as base64url. */
export interface KeyData {
  accountId: string;
  /** Closes what the tab keeps; known while the session lasts. */
  tab: string;
  /** The oldest first; the last one is in use. */
  keys: { id: string; sealPublic: string; signPublic: string; wraps: WrapData[] }[];
  /** Of colleagues who gave theirs into my keeping. */
  held: (WrapData & { keyId: string; name: string })[];
  /** The list of recipients, for the browser to check. */
  chain: { statement: string; signature: string; signedBy: string }[];
}

export interface WrapData {
  id: string;
  way: Way;
  params: Record<string, unknown>;
  sealed: string;
  madeAt: string;
}
