import { readExif } from '../../platform/pictures/exif.ts';
import { type Removed, startsWith } from './stripped.ts';

/** Zeros in place of what a JPEG within another file says beside the picture; false where it cannot be read. */
export function blankJpeg(picture: Uint8Array, removed: Set<Removed>): boolean {
  if (picture[0] !== 0xff || picture[1] !== 0xd8) return false;
  for (let at = 2; at + 4 <= picture.length; ) {
    const marker = picture[at + 1] as number;
    if (picture[at] !== 0xff) return false;
    if (marker === 0xda) return true;
    const end = at + 2 + (((picture[at + 2] as number) << 8) | (picture[at + 3] as number));
    if (end > picture.length || end < at + 4) return false;
    const content = picture.subarray(at + 4, end);
    if (tells(marker, content)) {
      if (readExif(content)?.hasPlace) removed.add('gps');
      removed.add(marker === 0xfe ? 'comment' : startsWith(content, 'Exif') ? 'exif' : 'other');
      content.fill(0);
    }
    at = end;
  }
  return false;
}

function tells(marker: number, content: Uint8Array): boolean {
  if (marker === 0xfe) return true;
  if (marker < 0xe0 || marker > 0xef) return false;
  return (
    !startsWith(content, 'JFIF\0') && !startsWith(content, 'Adobe') && !startsWith(content, 'ICC_PROFILE\0')
  );
}
