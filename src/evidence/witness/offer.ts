import { boundedBody } from '../../platform/http/bounded.ts';
import {
  type Cosignature,
  FormatError,
  type PolicyWitness,
  parseNote,
  verifyCosignatures,
} from '../../verify/index.ts';
import { formatAddCheckpoint, hashOf } from '../../witness/index.ts';

/** What a witness said to a head. */
export type Said =
  | { said: 'cosigned'; cosignature: Cosignature }
  /** 409: the size that it holds. */
  | { said: 'holds'; size: number }
  /** Any other status of the protocol. */
  | { said: 'refused'; status: number }
  /** 200, but not with a cosignature by its key. */
  | { said: 'nonsense' }
  | { said: 'nothing'; why: string };

/** How long an answer may take, and what ends the waiting before. */
export interface Patience {
  ms: number;
  stop: AbortSignal;
}

/** Attacker: the answer of a machine that is not ours. */
const MOST_BYTES = 65_536;
/** No clock that is meant seriously says more; later moments are none that a date can hold. */
const END_OF_9999 = 253_402_300_799;

/** C2SP tlog-witness: offers a signed head with the proof from `old`. Never throws for what the other side does. */
export async function offer(
  witness: PolicyWitness,
  checkpoint: string,
  old: number,
  proof: Uint8Array[],
  patience: Patience,
): Promise<Said> {
  const body = formatAddCheckpoint({ old, proof, checkpoint });
  const answer = await ask(`${prefixOf(witness)}/add-checkpoint`, patience, { method: 'POST', body });
  if (typeof answer === 'string') return { said: 'nothing', why: answer };
  const { status, type, text } = answer;
  if (status === 409 && type.startsWith('text/x.tlog.size') && /^(0|[1-9]\d{0,15})\n$/.test(text))
    return { said: 'holds', size: Number(text) };
  if (status !== 200) return { said: 'refused', status };
  const cosignature = cosignatureIn(checkpoint + text, witness);
  return cosignature ? { said: 'cosigned', cosignature } : { said: 'nonsense' };
}

/** The head of a log that the witness holds, not believed yet; null where it does not say. */
export async function headAt(witness: PolicyWitness, origin: string, patience: Patience) {
  const answer = await ask(`${prefixOf(witness)}/${hashOf(origin)}/checkpoint`, patience, {});
  return typeof answer !== 'string' && answer.status === 200 ? answer.text : null;
}

function prefixOf({ url }: PolicyWitness): string {
  return (url as string).replace(/\/+$/, '');
}

function cosignatureIn(note: string, witness: PolicyWitness): Cosignature | undefined {
  try {
    const [found] = verifyCosignatures(parseNote(note), [witness.key]);
    return found && found.time <= END_OF_9999 ? found : undefined;
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

/** @returns why there was no answer, as text */
async function ask(url: string, { ms, stop }: Patience, init: RequestInit) {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(ms)]);
  try {
    const response = await fetch(url, {
      ...init,
      ...{ signal, redirect: 'manual', headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
    });
    const body = await boundedBody(response, MOST_BYTES);
    if (!body) return 'the answer is too long';
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, text: body.toString('utf8') };
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return cause?.code ?? message;
  }
}
