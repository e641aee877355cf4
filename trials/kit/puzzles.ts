import { PROOF_HEADER } from '../../src/oversight/abuse/proof.ts';
import { type Proving, prove } from '../../src/oversight/abuse/prove.ts';
import { readCode, reporterKeys, toText } from '../../src/oversight/seal/index.ts';
import { nodeSlowHash } from '../../src/oversight/slow-hash.ts';

const known = new Map<string, string>();

/** What a browser shows of a code to find the mailbox. */
export async function lookupOf(code: string): Promise<string> {
  const had = known.get(code);
  if (had) return had;
  const read = readCode(code);
  if (!('bits' in read)) throw new Error('no code');
  const lookup = toText((await reporterKeys(read.bits, nodeSlowHash)).lookup);
  known.set(code, lookup);
  return lookup;
}

/** Headers of something that is sent with a proof. */
export async function puzzleOf(address: string, proving: Proving): Promise<Record<string, string>> {
  const proof = await prove(`${address}/lapor/soal`, proving);
  return { 'Content-Type': 'application/json', Accept: 'application/json', [PROOF_HEADER]: proof };
}
