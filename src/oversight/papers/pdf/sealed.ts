import { frameDocument } from '../../../evidence/pdf/kit/index.ts';
import type { Paper } from '../paper.ts';
import { layOut } from './lay-out.ts';

/** Of a file's byte range: in, SHA-256 (32 bytes); out, the container in hexadecimal, as long as the room left for it. */
export type AskSeal = (digest: Uint8Array) => Promise<string>;

/**
 * The sealed PDF. The institution's key sees the digest of the byte range and nothing else; what it answers is put in
 * where room was left. @param reserve bytes of the container
 */
export async function sealedPdf(
  paper: Paper,
  reserve: number,
  ask: AskSeal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { head, tail, hole, digest } = frameDocument(layOut(paper), reserve);
  const container = await ask(digest);
  if (container.length !== 2 * reserve || !/^[0-9a-f]+$/i.test(container))
    throw new Error('the seal does not fit into the room left for it');
  const bytes = new Uint8Array(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  bytes.set(new TextEncoder().encode(container), head.length + hole.start + 1);
  return bytes;
}
