/**
 * The body of another server's answer, or null where it has more than `most` bytes; the rest is then not read.
 * Attacker: a server that never stops sending.
 */
export async function boundedBody(response: Response, most: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
