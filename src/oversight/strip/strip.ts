import { fromUtf8 } from '../seal/bytes.ts';
import { stripFilm } from './boxes.ts';
import { stripOffice } from './office.ts';
import { stripOpenDocument } from './open-document.ts';
import { stripPdf } from './pdf.ts';
import { pictureKind, stripPicture } from './picture.ts';
import { type Cleaned, LEFT, latin1, REMOVED, type Stripped, startsWith } from './stripped.ts';
import { MOST_UNPACKED, unpacked } from './zip.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const OASIS = 'application/vnd.oasis.opendocument.';
const ODF = ['text', 'spreadsheet', 'presentation', 'graphics'] as const;
/** Before this many bytes a text says what it is: a letter with its headers, a page, a card. */
const TEXT_HEAD = 2000;
const MARKED = /^\s*(?:<|\{\\rtf|BEGIN:V|%!)/;
const LETTER = /^(?:From|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|X-[\w-]+): /im;

interface Known extends Cleaned {
  readonly ending: string;
  readonly type: string;
}

/**
 * The same file without what it says of its maker, decided by what it is, not by what it is called. Nothing is decoded:
 * parts are kept, left out or blanked. `number` makes the new name one of its own within a report; `most` bytes are
 * unpacked.
 * @throws StripError damaged, too-large
 */
export function strip(
  bytes: Uint8Array,
  name: string,
  type: string,
  number = 1,
  most = MOST_UNPACKED,
): Stripped {
  const known = cleaned(bytes, most) ?? unknown(bytes, name, type);
  return {
    bytes: known.bytes,
    name: `berkas-${number}.${known.ending}`,
    type: known.type,
    removed: REMOVED.filter((one) => known.removed.has(one)),
    left: LEFT.filter((one) => known.left.has(one)),
    kept: known.left.size === 0 ? 'clean' : 'unknown',
  };
}

function cleaned(bytes: Uint8Array, most: number): Known | null {
  const picture = pictureKind(bytes);
  const found = picture && stripPicture(bytes);
  if (found) return { ...found, ending: picture === 'jpeg' ? 'jpg' : picture, type: `image/${picture}` };
  if (latin1(bytes.subarray(0, 1024)).includes('%PDF-'))
    return { ...stripPdf(bytes), ending: 'pdf', type: 'application/pdf' };
  if (startsWith(bytes, 'PK\x03\x04')) return archive(bytes, most);
  if (startsWith(bytes, 'ftyp', 4)) return film(bytes);
  return isPlainText(bytes)
    ? { bytes, removed: new Set(), left: new Set(), ending: 'txt', type: 'text/plain' }
    : null;
}

function archive(bytes: Uint8Array, most: number): Known | null {
  const parts = unpacked(bytes, most);
  const mime = latin1((parts.get('mimetype') ?? new Uint8Array()).subarray(0, 100)).trim();
  const odf = ODF.find((one) => mime === OASIS + one);
  if (odf) {
    const type = OASIS + odf;
    const ending = { text: 'odt', spreadsheet: 'ods', presentation: 'odp', graphics: 'odg' }[odf];
    const secret = latin1(parts.get('META-INF/manifest.xml') ?? new Uint8Array()).includes('encryption-data');
    if (secret) return { bytes, removed: new Set(), left: new Set(['encrypted']), ending, type };
    return { ...stripOpenDocument(parts), ending, type };
  }
  if (!parts.has('[Content_Types].xml')) return null;
  const [ending, kind] =
    [
      ['word/', 'docx', 'wordprocessingml.document'],
      ['xl/', 'xlsx', 'spreadsheetml.sheet'],
      ['ppt/', 'pptx', 'presentationml.presentation'],
    ]
      .filter(([folder]) => [...parts.keys()].some((part) => part.startsWith(folder as string)))
      .map(([, ...rest]) => rest)[0] ?? [];
  return ending ? { ...stripOffice(parts), ending, type: `${OFFICE}${kind}` } : null;
}

/** HEIC and AVIF keep their words among the pictures; we do not take them apart. */
function film(bytes: Uint8Array): Known | null {
  const brand = latin1(bytes.subarray(8, 12));
  if (/^(hei|hev|mif|msf|avi|jpx|jp2|crx)/.test(brand)) return null;
  const [ending, type] = /^M4[ABP]/.test(brand)
    ? ['m4a', 'audio/mp4']
    : brand === 'qt  '
      ? ['mov', 'video/quicktime']
      : brand.startsWith('3g')
        ? ['3gp', 'video/3gpp']
        : ['mp4', 'video/mp4'];
  return { ...stripFilm(bytes), ending: ending as string, type: type as string };
}

function isPlainText(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, TEXT_HEAD)).replace('\xef\xbb\xbf', '');
  if (MARKED.test(head) || LETTER.test(head)) return false;
  if (bytes.some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13)) return false;
  try {
    fromUtf8(bytes);
    return true;
  } catch {
    return false;
  }
}

/** As it is; only its name goes. */
function unknown(bytes: Uint8Array, name: string, type: string): Known {
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? 'bin';
  const plain = /^[a-z]{1,20}\/[a-z0-9.+-]{1,80}$/.test(type) ? type : 'application/octet-stream';
  return { bytes, removed: new Set(), left: new Set(['kind']), ending, type: plain };
}
