import type { Ctx } from './visit.ts';

/**
 * A file that somebody sent us, handed out again. Attacker: its sender. It is what we found it to be and nothing else,
 * it may run, load and frame nothing even when opened by its own address, and only pictures are shown in place.
 */
export function storedFile(c: Ctx, bytes: Uint8Array, type: string, name: string): Response {
  const how = type.startsWith('image/') ? 'inline' : 'attachment';
  c.set('alone', true);
  c.header('Content-Type', type);
  c.header('Cache-Control', 'no-store');
  c.header('Content-Disposition', `${how}; filename="${name.replace(/[^\w.-]+/g, '-')}"`);
  return c.body(bytes as Uint8Array<ArrayBuffer>);
}
