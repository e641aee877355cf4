import {
  type Checkpoint,
  emptyRoot,
  FormatError,
  provenOldRoot,
  type VerifierKey,
  verifyCheckpoint,
  verifyConsistency,
} from '../verify/index.ts';
import type { parseAddCheckpoint } from './request.ts';

export type Asked = ReturnType<typeof parseAddCheckpoint>;

/** The newest head of a log that the witness has cosigned. */
export interface Held {
  size: number;
  root: Uint8Array;
  /** Seconds since 1970; a cosignature is never dated before the one before it. */
  time: number;
  /** The signed head with our cosignature, as it is kept. */
  note: string;
}

/** Why a head signed by its log was refused, where that is worth keeping. */
export type RefusalKind =
  /** Both heads together prove that the log signed two histories. */
  | 'split-view'
  /** A smaller head than the one cosigned. Anybody can send an old one again; a log that lost entries does too. */
  | 'older-head'
  /** No proof that the head extends the one cosigned. Anybody can leave the proof out; a second history has none. */
  | 'unproven';

export type Verdict =
  | { cosign: true }
  | { cosign: false; status: 400 | 404 | 403 | 422; kind?: RefusalKind }
  /** `size`: what the witness holds, for the sender to begin from. */
  | { cosign: false; status: 409; size: number; kind?: RefusalKind };

/** The known keys that may sign heads of this origin: the log's own, or the installation's that it stands below. */
export function keysFor(origin: string, known: readonly VerifierKey[]): VerifierKey[] {
  return known.filter(({ name }) => `${origin}/`.startsWith(`${name}/`));
}

/**
 * What tlog-witness demands, in its words: 404 unknown origin, 403 no good signature, 400 old larger than the head,
 * 409 old is not what we hold or the same size has another root, 422 no consistency.
 */
export function judge(asked: Asked, held: Held | null, known: readonly VerifierKey[]): Verdict {
  const { old, proof, head } = asked;
  const keys = keysFor(head.origin, known);
  if (keys.length === 0) return { cosign: false, status: 404 };
  if (!isSigned(asked.checkpoint, keys)) return { cosign: false, status: 403 };
  if (old > head.size) return { cosign: false, status: 400 };
  const { size, root } = held ?? { size: 0, root: emptyRoot };
  const sameSize = head.size === size;
  if (sameSize && !isSame(head.root, root))
    return { cosign: false, status: 409, size, ...(held ? { kind: 'split-view' as const } : {}) };
  if (old !== size) {
    const kind = head.size < size ? ({ kind: 'older-head' } as const) : {};
    return { cosign: false, status: 409, size, ...kind };
  }
  if (verifyConsistency(size, head.size, proof, root, head.root)) return { cosign: true };
  return { cosign: false, status: 422, kind: forkOf(size, root, head, proof) };
}

/** The proof itself may show that the log had another root at our size. */
function forkOf(size: number, root: Uint8Array, head: Checkpoint, proof: readonly Uint8Array[]): RefusalKind {
  const shown = provenOldRoot(size, head.size, proof, head.root);
  return shown !== null && !isSame(shown, root) ? 'split-view' : 'unproven';
}

function isSigned(checkpoint: string, keys: readonly VerifierKey[]): boolean {
  try {
    verifyCheckpoint(checkpoint, keys);
    return true;
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
