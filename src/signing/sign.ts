import type { Agency } from '../agencies/index.ts';
import type { Campaign, TextVersion } from '../campaigns/index.ts';
import { type Frame, frameOf, sealInFrame, unprintableIn } from '../evidence/index.ts';
import type { Platform } from '../platform/platform.ts';
import { randomPart } from '../platform/random.ts';
import { Refusal } from '../platform/refusal.ts';
import {
  FormatError,
  type FrameOfRecords,
  type PersonalPart,
  requireOfflineAct,
  type SealedRecord,
} from '../verify/index.ts';
import type { Outcome, Signer } from './batch.ts';
import { pactToSign, type Signatory } from './may-sign.ts';
import { type Act, checkTypedName, personalPart, type Shown, sharedPart } from './record.ts';

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
  const { personId } = signatory.person;
  const { frame, own } = partsOf(signatory, submission, at);
  return signer.sign({
    agencyId: signatory.agency.id,
    campaignId: signatory.campaign.id,
    textDigest: submission.textDigest,
    key: submission.key,
    method: submission.method,
    at,
    sealed: sealInFrame(platform.config, personId, frame, own, randomPart(32)),
  });
}

/**
 * What would be sealed of this form now: everything that the person may have done wrong is found here.
 * @throws Refusal signing.*
 */
export function recordOf(signatory: Signatory, submission: Submission, at: Date): SealedRecord {
  const { shared, own } = partsOf(signatory, submission, at);
  return { ...shared, ...own };
}

function partsOf(
  signatory: Signatory,
  submission: Submission,
  at: Date,
): SharedFrame & { own: PersonalPart } {
  const pact = pactToSign(signatory, at);
  if (pact.digest !== submission.textDigest) throw new Refusal('signing.textChanged', 409);
  if (!pact.points.every((_, i) => submission.ticked.includes(i))) throw new Refusal('signing.pointsUnread');
  const typedName = checkTypedName(submission.typedName, signatory.person.name);
  const { method, drawing, ceremony, evidence, offline } = submission;
  const more = { ...(evidence ? { evidence } : {}), ...(offline ? { offline } : {}) };
  const act = { method, typedName, drawing, ceremony, ...more };
  const own = personalPart(signatory.campaign, signatory.person, act, at);
  refuseUnprintable(own);
  const frame = sharedFrame({ ...signatory, pact });
  refuseForged({ ...frame.shared, ...own });
  return { ...frame, own };
}

interface SharedFrame {
  shared: FrameOfRecords;
  frame: Frame;
}

/** Lives as long as the campaign as it was loaded; that is never changed, only loaded anew. */
const frames = new WeakMap<Campaign, SharedFrame & { agency: Agency; pact: TextVersion }>();

/** Checked and written once for all who sign while this campaign is remembered. */
function sharedFrame(shown: Shown): SharedFrame {
  const { campaign, agency, pact } = shown;
  const known = frames.get(campaign);
  if (known?.agency === agency && known.pact === pact) return known;
  const shared = sharedPart(shown);
  refuseUnprintable(shared);
  const made = { shared, frame: frameOf(shared), agency, pact };
  frames.set(campaign, made);
  return made;
}

/** What is not what the device signed is never sealed. @throws Refusal offline.statement */
function refuseForged(record: SealedRecord): void {
  const { offline } = record.act;
  try {
    if (offline) requireOfflineAct(record, offline);
  } catch (error) {
    if (error instanceof FormatError) throw new Refusal('offline.statement');
    throw error;
  }
}

/** What cannot be printed is never sealed: it could not become a document. @throws Refusal signing.unprintable */
function refuseUnprintable(part: Partial<SealedRecord>): void {
  const [first] = unprintableIn(part);
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
