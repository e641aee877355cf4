import { stripGif } from './gif.ts';
import { stripJpeg } from './jpeg.ts';
import { stripPng } from './png.ts';
import { type Cleaned, startsWith } from './stripped.ts';
import { stripWebp } from './webp.ts';

export type PictureKind = 'jpeg' | 'png' | 'gif' | 'webp';

export function pictureKind(file: Uint8Array): PictureKind | null {
  if (startsWith(file, '\xff\xd8\xff')) return 'jpeg';
  if (startsWith(file, '\x89PNG\r\n\x1a\n')) return 'png';
  if (startsWith(file, 'GIF87a') || startsWith(file, 'GIF89a')) return 'gif';
  return startsWith(file, 'RIFF') && startsWith(file, 'WEBP', 8) ? 'webp' : null;
}

/** null: no picture that we can read. @throws StripError damaged */
export function stripPicture(file: Uint8Array): Cleaned | null {
  const kind = pictureKind(file);
  return kind ? { jpeg: stripJpeg, png: stripPng, gif: stripGif, webp: stripWebp }[kind](file) : null;
}
