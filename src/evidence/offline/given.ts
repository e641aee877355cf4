import { codesIn } from '../../platform/camera/picture.ts';
import { isQrText } from '../../verify/index.ts';
import { type Anchors, withFile } from './anchors.ts';

/** What somebody handed to the page, by what it holds and not by how it is called. */
export type Given =
  | { kind: 'pdf'; name: string; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'proof'; name: string; text: string }
  | { kind: 'code'; name: string; text: string }
  | { kind: 'anchors'; name: string; anchors: Anchors }
  | { kind: 'noCode' | 'strange'; name: string };

const mostBytes = 30_000_000;

export async function readGiven(file: File, anchors: Anchors): Promise<Given> {
  const { name } = file;
  if (file.size > mostBytes) return { kind: 'strange', name };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  if (start.startsWith('%PDF')) return { kind: 'pdf', name, bytes };
  if (isPicture(start)) return readPicture(file);
  const text = new TextDecoder().decode(bytes);
  if (text.startsWith('c2sp.org/tlog-proof')) return { kind: 'proof', name, text };
  if (isQrText(text.trim())) return { kind: 'code', name, text: text.trim() };
  return readAnchors(name, text, anchors);
}

/** PNG, JPEG, GIF, WebP, HEIC and AVIF; whether the browser can open it shows later. */
function isPicture(start: string): boolean {
  return /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|....ftyp)/s.test(start);
}

async function readPicture(file: File): Promise<Given> {
  const code = (await codesIn(file)).find(isQrText);
  return code === undefined
    ? { kind: 'noCode', name: file.name }
    : { kind: 'code', name: file.name, text: code };
}

function readAnchors(name: string, text: string, anchors: Anchors): Given {
  try {
    const more = withFile(anchors, text);
    return more === null ? { kind: 'strange', name } : { kind: 'anchors', name, anchors: more };
  } catch {
    return { kind: 'strange', name };
  }
}
