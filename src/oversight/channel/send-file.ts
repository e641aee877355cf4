import { sendProved } from '../abuse/prove.ts';
import { FILE_PART, type FileKey, sealPart } from '../seal/index.ts';

/** Where to, of which case of which institution. */
export interface FileTo {
  url: string;
  puzzles: string;
  agency: string;
  caseId: string;
}

/**
 * Seals a file part by part and sends each.
 * @param deliver tries one part again for as long as the page will wait @returns the answer that was a no; null: all are there
 */
export async function sendFile(
  { url, puzzles, agency, caseId }: FileTo,
  key: FileKey,
  blob: Blob,
  deliver: (send: () => Promise<Response>) => Promise<Response>,
): Promise<Response | null> {
  const subject = `file:${caseId}:${key.id}`;
  const proving = { kind: 'report', channel: agency, subject, weight: key.parts } as const;
  for (let n = 0; n < key.parts; n += 1) {
    const plain = new Uint8Array(await blob.slice(n * FILE_PART, (n + 1) * FILE_PART).arrayBuffer());
    const named = { 'Ikrar-Case': caseId, 'Ikrar-File': key.id, 'Ikrar-Part': String(n) };
    const init = {
      method: 'POST',
      body: sealPart(key, n, plain) as BodyInit,
      headers: { 'Content-Type': 'application/octet-stream', ...named },
    };
    const answer = await deliver(() => sendProved({ url, puzzles, init }, proving));
    if (!answer.ok) return answer;
  }
  return null;
}
