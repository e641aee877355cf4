import { Refusal } from '../../platform/refusal.ts';

/** A seal key that cannot sign now: its device, its service or its file is at fault. For who runs the server. */
export class SealFault extends Error {
  override name = 'SealFault';
}

/** What a person is told who asks for a document meanwhile; `cause` goes to the server's log. */
export function sealUnavailable(cause: unknown): Refusal {
  return Object.assign(new Refusal('evidence.sealUnavailable', 503), { cause });
}
