import { concat, fromUtf8, SealError, uint32, utf8 } from '../seal/index.ts';

/** Every answer has this size, whatever is in it. */
export const PAGE_BYTES = 128 * 1024;
/** The reporter asks for so many pages at most. */
export const MOST_PAGES = 64;

/** A state of the case in the reporter's words (`status.ts`). */
export interface Status {
  what: string;
  day: string;
  /** To which body it went, or why it was closed, as a code. */
  which?: string;
}

/** What the server can say of a case to whoever holds its code; what was written follows, sealed. */
export interface BoxHead {
  format: 'ikrar/box/v1';
  agency: string;
  agencyName: string;
  case: string;
  arrivedOn: string;
  sealedIn: 'browser' | 'server';
  /** By when the first answer is due, where the calendar knows that. */
  due: string;
  statuses: Status[];
  /** base64url: the dialogue's key, sealed to the reporter. */
  mailbox: string;
  /** The newest first; the sealed bytes follow in the same order. */
  messages: { n: number; sender: string; day: string; length: number }[];
  files: { id: string; parts: number; held: number }[];
}

/** Head and sealed messages as one row of bytes, of which `page` says a slice. Filled with zeros up to the size. */
export function boxPage(head: BoxHead, sealed: readonly Uint8Array[], page: number): Uint8Array {
  const text = utf8(JSON.stringify(head));
  const all = concat(uint32(text.length), text, ...sealed);
  const slice = all.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES);
  return concat(slice, new Uint8Array(PAGE_BYTES - slice.length));
}

export interface BoxRead {
  head: BoxHead;
  /** Those that are whole in the pages at hand, by the order of the head. */
  sealed: Uint8Array[];
}

/** @param pages from the first on @throws SealError bad-padding */
export function readBox(pages: readonly Uint8Array[]): BoxRead {
  const all = concat(...pages);
  const length = all.length < 4 ? 0 : new DataView(all.buffer).getUint32(0);
  if (length === 0 || length > all.length - 4) throw new SealError('bad-padding');
  const head = JSON.parse(fromUtf8(all.subarray(4, 4 + length))) as BoxHead;
  const sealed: Uint8Array[] = [];
  let at = 4 + length;
  for (const message of head.messages) {
    if (at + message.length > all.length) break;
    sealed.push(all.slice(at, at + message.length));
    at += message.length;
  }
  return { head, sealed };
}
