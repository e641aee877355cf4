import {
  FILE_PART,
  type FileNote,
  fileKey,
  fromText,
  newRandomId,
  openPart,
  sealPart,
  toText,
} from '../../seal/index.ts';
import type { CasePlace } from './page.ts';

/** Fetches a file part by part, opens it, and hands it to the browser to keep. It is never shown within our page. */
export async function downloaded(place: CasePlace, note: FileNote, told: HTMLElement): Promise<void> {
  told.textContent = place.say('downloading');
  try {
    const key = { id: note.id, key: fromText(note.key), length: note.length, parts: note.parts };
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (let n = 0; n < note.parts; n++) {
      const answer = await fetch(place.part(note.id, n), { cache: 'no-store' });
      if (!answer.ok) throw new Error(String(answer.status));
      parts.push(new Uint8Array(openPart(key, n, new Uint8Array(await answer.arrayBuffer()))));
    }
    kept(new Blob(parts, { type: 'application/octet-stream' }), note.name);
    told.textContent = '';
  } catch {
    told.textContent = place.say('fileBroken');
  }
}

function kept(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name.replace(/[\p{Cc}/\\]/gu, '_');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Seals a file part by part and sends it; the message that names it follows. @throws Error, SealError too-long */
export async function uploaded(
  place: CasePlace,
  file: File,
  told: (done: number, all: number) => void,
): Promise<FileNote> {
  const key = fileKey(newRandomId(), file.size);
  for (let n = 0; n < key.parts; n++) {
    told(n, key.parts);
    const plain = new Uint8Array(await file.slice(n * FILE_PART, (n + 1) * FILE_PART).arrayBuffer());
    const query = new URLSearchParams({ id: key.id, n: String(n), parts: String(key.parts) });
    const answer = await fetch(`${place.files}?${query}`, {
      method: 'POST',
      body: new Uint8Array(sealPart(key, n, plain)),
      headers: { 'content-type': 'application/octet-stream', accept: 'application/json' },
    });
    if (!answer.ok) throw new Error(String(answer.status));
  }
  const { id, length, parts } = key;
  const type = file.type || 'application/octet-stream';
  return { id, name: file.name, type, length, parts, key: toText(key.key), stripped: false };
}
