import { createHash } from 'node:crypto';
import { cmsFor, stampedContainer } from './cms/cms.ts';
import { type SealCertificate, type SealSigner, signAll } from './cms/signer.ts';
import type { Prepared } from './kit/document.ts';
import { type Frame, frameDocument } from './kit/frame.ts';

/** A sealed file with a time stamp over its seal (PAdES B-T), and what `rebuildStamped` makes it from again. */
export interface StampedPdf {
  readonly bytes: Buffer;
  readonly signature: Uint8Array;
  readonly token: Uint8Array;
  readonly sha256: Buffer;
}

/** Tokens with two certificates take 2 to 6 kB. The room is part of what is sealed, so it is fixed beforehand. */
const ROOM = 10 * 1024;

/** Seals a document of its own: the room in it makes other bytes than the file without a time stamp has. */
export async function sealStamped(
  prepared: Prepared,
  signer: SealSigner,
  stamp: (signature: Uint8Array) => Promise<Uint8Array>,
): Promise<StampedPdf> {
  const { digest } = frameOf(prepared, signer);
  const [signature] = await signAll(signer, [cmsFor(signer).attributes(digest)]);
  return rebuildStamped(prepared, signer, signature!, await stamp(signature!));
}

/** The file, byte for byte as it was sealed. @throws Error where the token is larger than its room */
export function rebuildStamped(
  prepared: Prepared,
  seal: SealCertificate,
  signature: Uint8Array,
  token: Uint8Array,
): StampedPdf {
  const { head, tail, hole, digest } = frameOf(prepared, seal);
  const value = stampedContainer(seal, digest, signature, token).toString('hex');
  const room = hole.end - hole.start - 2;
  if (value.length > room) throw new Error('the time stamp is larger than its room in the document');
  tail.write(value.padEnd(room, '0'), hole.start + 1, 'latin1');
  const bytes = Buffer.concat([head, tail]);
  return { bytes, signature, token, sha256: createHash('sha256').update(bytes).digest() };
}

function frameOf(prepared: Prepared, seal: SealCertificate): Frame {
  return frameDocument(prepared, cmsFor(seal).reserve + ROOM);
}
