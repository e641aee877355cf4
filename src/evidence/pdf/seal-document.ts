import { createHash } from 'node:crypto';
import { type Cms, cmsFor } from './cms/cms.ts';
import type { SealCertificate, SealSigner } from './cms/signer.ts';
import type { Prepared } from './kit/document.ts';
import { type Frame, frameDocument } from './kit/frame.ts';

/** A sealed file and the raw signature value from which `assemblePdf` makes it again. */
export interface SealedPdf {
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

/** Seals many documents in one call to the key, which may be far away. PAdES B-B, one revision each. */
export async function sealDocuments(batch: readonly Prepared[], signer: SealSigner): Promise<SealedPdf[]> {
  const cms = cmsFor(signer);
  const opened = batch.map((prepared) => {
    const frame = frameDocument(prepared, cms.reserve);
    return { prepared, frame, message: cms.attributes(frame.digest) };
  });
  const asked = opened.map(({ message }) => ({
    message,
    digest: createHash('sha256').update(message).digest(),
  }));
  const signatures = await signer.signDigests(asked);
  if (signatures.length !== batch.length)
    throw new Error('the seal key answered with another number of signatures');
  return opened.map(({ prepared, frame, message }, at) => {
    const signature = signatures[at]!;
    return { bytes: join(prepared, frame, cms, message, signature), signature };
  });
}

export async function sealDocument(prepared: Prepared, signer: SealSigner): Promise<SealedPdf> {
  return (await sealDocuments([prepared], signer))[0]!;
}

/** The file, byte for byte as it was sealed, from the stored signature value. */
export function assemblePdf(prepared: Prepared, seal: SealCertificate, signature: Uint8Array): Uint8Array {
  const cms = cmsFor(seal);
  const frame = frameDocument(prepared, cms.reserve);
  return join(prepared, frame, cms, cms.attributes(frame.digest), signature);
}

function join(
  prepared: Prepared,
  frame: Frame,
  cms: Cms,
  message: Uint8Array,
  signature: Uint8Array,
): Uint8Array {
  const container = cms.container(message, signature);
  if (container.length > cms.reserve) throw new Error('signature is longer than the key allows');
  const value = `<${container.toString('hex').padEnd(2 * cms.reserve, '0')}>`;
  return Buffer.concat([prepared.series.bytes, frame.before, Buffer.from(value, 'latin1'), frame.after]);
}
