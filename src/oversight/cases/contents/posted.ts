import { type Body, field } from '../../../platform/http/form.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { type Bound, fromText, type MessageText, SealError, sealTo, utf8 } from '../../seal/index.ts';
import { mustBeSealed } from './write.ts';

/** A page of text; what is longer goes into a file. */
const LONGEST = 20_000;

/**
 * Words that came with a form: sealed in the browser (`nameSealed`), or, without script, as they were typed. Those are
 * sealed here, in memory, before anything is kept, and the page says so beforehand.
 * @returns null where nothing was written
 * @throws Refusal cases.sealedForm, cases.textLong (422)
 */
export async function sealedField(
  body: Body,
  name: string,
  to: { publicKey: Uint8Array; bound: Bound },
): Promise<Uint8Array | null> {
  const sealed = field(body, `${name}Sealed`);
  if (sealed) {
    const bytes = bytesIn(sealed);
    mustBeSealed(bytes);
    return bytes;
  }
  const text = field(body, name).trim();
  if (text === '') return null;
  if (text.length > LONGEST) throw new Refusal('cases.textLong', 422);
  const words: MessageText = { format: 'ikrar/message/v1', text, files: [] };
  return sealTo(new Uint8Array(to.publicKey), utf8(JSON.stringify(words)), to.bound);
}

/** base64url as bytes. @throws Refusal cases.sealedForm (422) */
export function bytesIn(text: unknown): Uint8Array {
  try {
    if (typeof text === 'string') return fromText(text);
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
  }
  throw new Refusal('cases.sealedForm', 422);
}
