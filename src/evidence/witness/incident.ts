import { exec } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import {
  type Checkpoint,
  FormatError,
  formatWitnessVkey,
  type PolicyWitness,
  rootFromTiles,
  verifyCheckpoint,
  widthAt,
} from '../../verify/index.ts';
import { tileReader } from '../log/tile-reader.ts';
import type { Asking, NewestHead } from './asking.ts';
import { headAt, type Said } from './offer.ts';
import { witnessSql } from './store.ts';

export type IncidentKind =
  /** The witness holds a head that we signed and that our entries do not lead to. */
  | 'split-view'
  /** The witness holds a larger head that we signed: entries are gone here. */
  | 'rollback'
  /** It refused for another reason, or does not show what it holds. */
  | 'refused'
  /** It answered with something that is no cosignature by its key. */
  | 'bad-answer';

/** Keeps what a witness refused, with both heads. Only a head with our own signature counts as proof of anything. */
export async function keepIncident(
  asking: Asking,
  head: NewestHead,
  witness: PolicyWitness,
  answer: Exclude<Said, { said: 'cosigned' | 'nothing' }>,
  old: number,
): Promise<void> {
  const { platform, key, patience } = asking;
  const note = await headAt(witness, head.origin, patience);
  const theirs = note === null ? null : ownHead(note, head.origin, [key.vkey(), key.vkey(head.origin)]);
  const kind = answer.said === 'nonsense' ? 'bad-answer' : await kindOf(asking, head, theirs);
  const { agencyId, campaignId, size } = head;
  await exec(platform.pool, witnessSql.addIncident, {
    ...{
      agencyId,
      campaignId,
      id: newId(platform.now()),
      witness: formatWitnessVkey(witness.key),
      kind,
      size,
    },
    status: answer.said === 'refused' ? answer.status : answer.said === 'holds' ? 409 : 200,
    heldSize: theirs?.size ?? (answer.said === 'holds' ? answer.size : old),
    ...{ ours: head.note, theirs: theirs ? note : null, now: platform.now() },
  });
}

async function kindOf(
  { platform }: Asking,
  head: NewestHead,
  theirs: Checkpoint | null,
): Promise<IncidentKind> {
  if (!theirs) return 'refused';
  if (theirs.size > head.size) return 'rollback';
  const read = tileReader(platform.pool, head);
  // Tiles of that size need not be kept; each is the beginning of the one that the head of now has there.
  const root = await rootFromTiles(theirs.size, async (level, n, width) =>
    (await read(level, n, widthAt(level, n, head.size))).subarray(0, width * 32),
  );
  return Buffer.compare(root, theirs.root) === 0 ? 'refused' : 'split-view';
}

function ownHead(
  note: string,
  origin: string,
  keys: Parameters<typeof verifyCheckpoint>[1],
): Checkpoint | null {
  try {
    const head = verifyCheckpoint(note, keys);
    return head.origin === origin ? head : null;
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}
