import { type Cms, cmsFor } from './cms/cms.ts';
import { type SealCertificate, type SealSigner, signAll } from './cms/signer.ts';
import type { Prepared } from './kit/document.ts';
import { type Frame, frameDocument } from './kit/frame.ts';

/** A sealed file and the raw signature value from which `rebuildPdf` makes it again. */
export interface SealedPdf {
  /** The file in two parts: what its whole series shares, and its own. */
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
  readonly signature: Uint8Array;
  /** Of the file. */
  readonly sha256: Buffer;
  /** The file in one piece, made when asked for. */
  readonly bytes: Uint8Array;
}

/** Seals many documents in one call to the key, which may be far away. PAdES B-B, one revision each. */
export async function sealDocuments(batch: readonly Prepared[], signer: SealSigner): Promise<SealedPdf[]> {
  const cms = cmsFor(signer);
  const frames = batch.map((prepared) => frameDocument(prepared, cms.reserve));
  const signatures = await signAll(
    signer,
    frames.map(({ digest }) => cms.attributes(digest)),
  );
  return frames.map((frame, at) => close(frame, cms, signatures[at]!));
}

export async function sealDocument(prepared: Prepared, signer: SealSigner): Promise<SealedPdf> {
  return (await sealDocuments([prepared], signer))[0]!;
}

/** The file, byte for byte as it was sealed, from the stored signature value. */
export function rebuildPdf(prepared: Prepared, seal: SealCertificate, signature: Uint8Array): SealedPdf {
  const cms = cmsFor(seal);
  return close(frameDocument(prepared, cms.reserve), cms, signature);
}

function close({ head, tail, hole, digest, hash }: Frame, cms: Cms, signature: Uint8Array): SealedPdf {
  cms.write(tail, hole.start + 1, digest, signature);
  const sha256 = hash.update(tail.subarray(hole.start)).digest();
  return new Sealed(head, tail, signature, sha256);
}

class Sealed implements SealedPdf {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
  readonly signature: Uint8Array;
  readonly sha256: Buffer;

  constructor(head: Uint8Array, tail: Uint8Array, signature: Uint8Array, sha256: Buffer) {
    this.head = head;
    this.tail = tail;
    this.signature = signature;
    this.sha256 = sha256;
  }

  get bytes(): Uint8Array {
    return Buffer.concat([this.head, this.tail]);
  }
}
