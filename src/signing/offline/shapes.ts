/**
 * What passes between the server and a device that was prepared for a yard without network. Types alone, for both
 * sides; the bytes are in `docs/formats/offline.md`. Binary values in base64url without padding, instants in RFC 3339
 * with milliseconds.
 */

/** What the device sends once, while it is online: the public half of a key that never leaves it. */
export interface Enrolment {
  /** SubjectPublicKeyInfo, DER; P-256. */
  publicKey: string;
}

/** What it gets back. The code is shown to whoever opened the device, to be written down; the device never keeps it. */
export interface Enrolled {
  /** XXXX-XXXX-XXXX, 60 bits. Opens the pack after the page was closed. */
  unlock: string;
  pack: Pack;
}

/** Kept on the device as it stands. Without `unlock` it yields nothing. */
export interface Pack {
  format: 'ikrar/pack/v1';
  /** Institution and device, so that a queue can be sent while the pack is locked. */
  agency: string;
  tablet: string;
  /** After this the device forgets it. */
  expires: string;
  salt: string;
  /** Rounds of PBKDF2-SHA-256 over the code's 12 characters without hyphens. */
  rounds: number;
  /** Nonce (12 bytes) and AES-256-GCM of the pack's key under the key derived from the code. */
  wrapped: string;
  /** Nonce (12 bytes) and AES-256-GCM of {@link PackContents} as JSON under the pack's key. */
  sealed: string;
}

export interface PackContents {
  madeAt: string;
  agency: { id: string; name: string; zone: string };
  campaign: { id: string; title: string; deadline: string };
  ceremony: { id: string; title: string; site: string | null } | null;
  pact: {
    digest: string;
    title: string;
    opener: string;
    points: string[];
    closing: string;
    language: 'id' | 'en';
    draft: boolean;
    strength: string;
  };
  /** Nobody else signs here before `persons[0]` where `headFirst` is set. */
  order: { headFirst: boolean; persons: string[] };
  people: PackPerson[];
}

export interface PackPerson {
  id: string;
  name: string;
  unit: string;
  employer: string;
  /** The last four digits of the number; null where there is no number. */
  lastFour: string | null;
  /** The first 12 bytes of HMAC-SHA-256 under the pack's key of the slip's code: XXXX-XXXX-XXXX. */
  slip: string | null;
  signed: boolean;
  standing: string | null;
}

/** What is saved on the device at once and sent when there is a network. Numbered from 1 without gaps. */
export type QueueBody =
  | {
      kind: 'sign';
      person: string;
      textDigest: string;
      ticked: number[];
      typedName: string;
      drawing: string | null;
      /** Idempotency key of this form. */
      key: string;
      statement: OfflineStatement;
    }
  | {
      kind: 'presence';
      person: string;
      standing: string;
      reason: string | null;
      how: 'slip' | 'list';
      at: string;
    };

/** The device's own signature on what its holder did. Everything it covers stands in the sealed record. */
export interface OfflineStatement {
  /** The device's clock when this was saved. */
  at: string;
  seq: number;
  /** Raw ECDSA P-256 (64 bytes, r ‖ s) over the statement's bytes. */
  signature: string;
}

export interface QueueItem {
  seq: number;
  /** Nonce (12 bytes) and AES-256-GCM of {@link QueueBody} under the pack's key; tablet and seq are bound to it. */
  sealed: string;
}

/** Sent with the device's own signature instead of a cookie: a queue outlives the page, the pack and the cookie. */
export interface QueueSent {
  format: 'ikrar/queue/v1';
  agency: string;
  tablet: string;
  /** The device's clock when this was sent. */
  sentAt: string;
  items: QueueItem[];
  signature: string;
}

export interface QueueAnswer {
  /** In the order sent; shorter where the server stopped: the rest is sent again. */
  items: (
    | { seq: number; state: 'recorded'; receipt: string | null }
    /**
     * Signed before, here or elsewhere, with another form (nobody at the device is told the earlier receipt); of
     * attendance, that somebody else recorded the person after this was saved.
     */
    | { seq: number; state: 'before'; receipt: string | null }
    | { seq: number; state: 'refused'; code: string; message: string }
  )[];
  /** The institution told this device to forget everything. */
  forget: boolean;
  /** Who has signed meanwhile, by whatever way, and who was recorded how: to bring the list up to date. */
  signed: string[];
  standings: Record<string, string>;
}
