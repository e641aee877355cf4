import { Refusal } from '../../../platform/refusal.ts';
import { SCAN_LIMIT } from './scan-file.ts';

/** @throws Refusal ink.fileMissing, ink.tooLarge before the bytes are taken */
export async function bytesOf(file: unknown): Promise<Uint8Array> {
  if (!(file instanceof File) || file.size === 0) throw new Refusal('ink.fileMissing');
  if (file.size > SCAN_LIMIT) throw new Refusal('ink.tooLarge');
  return new Uint8Array(await file.arrayBuffer());
}
