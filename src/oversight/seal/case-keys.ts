import { type Bound, type KeyPair, newKeyPair, openSealed, sealTo } from './box.ts';
import { concat, SealError } from './bytes.ts';

/**
 * A case has two key pairs: `dialogue`, which reporter and team hold, and `team`, which the team alone holds. Whoever joins
 * gets the private halves from somebody who has them; nothing that was written is sealed again.
 */
export interface CaseKeys {
  dialogue: KeyPair;
  team: KeyPair;
}

export async function newCaseKeys(): Promise<CaseKeys> {
  return { dialogue: await newKeyPair(), team: await newKeyPair() };
}

/** To whom: the id of a staff key, and its public half. */
export interface Receiver {
  keyId: string;
  publicKey: Uint8Array;
}

/** The row of `case_access`. @param from `reporter`, or `key:ID` of whoever gives it */
export function sealCaseKeys(
  { dialogue, team }: CaseKeys,
  to: Receiver,
  place: { agency: string; case: string; from: string },
): Promise<Uint8Array> {
  const both = concat(dialogue.privateKey, dialogue.publicKey, team.privateKey, team.publicKey);
  return sealTo(to.publicKey, both, accessBound(to.keyId, place));
}

/** @throws SealError */
export async function openCaseKeys(
  sealed: Uint8Array,
  own: { keyId: string; privateKey: Uint8Array },
  place: { agency: string; case: string; from: string },
): Promise<CaseKeys> {
  const both = await openSealed(own.privateKey, sealed, accessBound(own.keyId, place));
  if (both.length !== 128) throw new SealError('not-for-us');
  const part = (n: number) => both.slice(n * 32, n * 32 + 32);
  return {
    dialogue: { privateKey: part(0), publicKey: part(1) },
    team: { privateKey: part(2), publicKey: part(3) },
  };
}

function accessBound(keyId: string, place: { agency: string; case: string; from: string }): Bound {
  return { ...place, purpose: 'access', to: `key:${keyId}` };
}
