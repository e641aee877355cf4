import { randomBytes } from 'node:crypto';
import { toSeal, unprintableIn } from '../evidence/index.ts';
import type { Platform } from '../platform/platform.ts';
import { Refusal } from '../platform/refusal.ts';
import type { SealedRecord } from '../verify/index.ts';
import type { Outcome, Signer } from './batch.ts';
import { pactToSign, type Signatory } from './may-sign.ts';
import { type Act, checkTypedName, pactRecord } from './record.ts';

/** Strokes in the one spelling of the record's format: no leading zeros. */
const DRAWING = /^M (0|[1-9]\d{0,3}) (0|[1-9]\d{0,2})( [ML] (0|[1-9]\d{0,3}) (0|[1-9]\d{0,2}))+$/;

/** What came with the form. */
export interface Submission extends Act {
  /** Numbers of the points that were ticked as read, from 0. */
  ticked: readonly number[];
  /** Digest of the text the page showed. */
  textDigest: string;
  /** Made with the page; the same for every time this one form is sent. */
  key: string;
}

/**
 * One person signs the pact that the page showed. Answers after the commit.
 * @throws Refusal signing.* ; the second of two signings is no refusal: the outcome says `again`
 */
export async function sign(
  platform: Platform,
  signer: Signer,
  signatory: Signatory,
  submission: Submission,
): Promise<Outcome> {
  const at = platform.now();
  const pact = pactToSign(signatory, at);
  if (pact.digest !== submission.textDigest) throw new Refusal('signing.textChanged', 409);
  if (!pact.points.every((_, i) => submission.ticked.includes(i))) throw new Refusal('signing.pointsUnread');
  const typedName = checkTypedName(submission.typedName, signatory.person.name);
  const { method, drawing, ceremony } = submission;
  const record = pactRecord({ ...signatory, pact }, { method, typedName, drawing, ceremony }, at);
  refuseUnprintable(record);
  const sealed = toSeal(platform.config, signatory.person.personId, record, randomBytes(32));
  return signer.sign({
    agencyId: signatory.agency.id,
    campaignId: signatory.campaign.id,
    textDigest: pact.digest,
    key: submission.key,
    method,
    at,
    sealed,
  });
}

/** What cannot be printed is never sealed: it could not become a document. @throws Refusal signing.unprintable */
function refuseUnprintable(record: SealedRecord): void {
  const [first] = unprintableIn(record);
  if (first) throw new Refusal('signing.unprintable', 409, { characters: first.characters.join(' ') });
}

/** A drawn signature as the page sends it, or null where nothing usable was drawn: it is never required. */
export function readDrawing(text: string): string | null {
  const fits = text.length <= 4096 && DRAWING.test(text);
  const inside =
    fits &&
    text
      .split(/ ?[ML] /)
      .slice(1)
      .every((pair) => {
        const [x = 0, y = 0] = pair.trim().split(' ').map(Number);
        return x <= 1000 && y <= 300;
      });
  return inside ? text : null;
}
