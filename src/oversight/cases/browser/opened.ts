import type { Unlocked } from '../../keys/unlocked.ts';
import {
  type CaseKeys,
  type Contents,
  contentsIn,
  fromText,
  openCaseKeys,
  openSealed,
  SealError,
} from '../../seal/index.ts';
import type { CaseContents } from '../contents/read.ts';
import type { CasePlace } from './page.ts';

export interface Opened {
  keys: CaseKeys;
  contents: CaseContents;
}

/** @throws Error where the server does not answer or knows us no longer; SealError where the key is not for this case */
export async function openCase(place: CasePlace, open: Unlocked): Promise<Opened> {
  const answer = await fetch(place.content, { headers: { accept: 'application/json' }, cache: 'no-store' });
  if (!answer.ok) throw new Error(String(answer.status));
  const contents = (await answer.json()) as CaseContents;
  const own = { keyId: open.keyId, privateKey: open.key.seal.privateKey };
  for (const { keyId, sealed, givenBy } of contents.accesses) {
    if (keyId !== open.keyId) continue;
    const from = givenBy === 'reporter' ? 'reporter' : `key:${givenBy}`;
    const keys = await openCaseKeys(fromText(sealed), own, { agency: place.agency, case: place.case, from });
    return { keys, contents };
  }
  throw new SealError('not-for-us');
}

type Message = CaseContents['messages'][number];

/** Null where it does not open: it is shown as such, and never left out. */
export async function openMessage(
  place: CasePlace,
  { keys }: Opened,
  open: Unlocked,
  { audience, sender, keyId, sealed }: Message,
): Promise<Contents | null> {
  const privateKey = keyId ? open.key.seal.privateKey : keys[audience as 'dialogue' | 'team'].privateKey;
  const bound = { agency: place.agency, case: place.case, purpose: audience, from: sender } as const;
  return words(privateKey, sealed, { ...bound, to: keyId ? `key:${keyId}` : audience });
}

export function openNote(
  place: CasePlace,
  { keys }: Opened,
  { by, sealed }: CaseContents['notes'][number],
): Promise<Contents | null> {
  const bound = { agency: place.agency, case: place.case, purpose: 'note', from: by, to: 'team' } as const;
  return words(keys.team.privateKey, sealed, bound);
}

async function words(
  privateKey: Uint8Array,
  sealed: string,
  bound: Parameters<typeof openSealed>[2],
): Promise<Contents | null> {
  try {
    return contentsIn(await openSealed(privateKey, fromText(sealed), bound));
  } catch {
    return null;
  }
}
