import { sha256, view } from './bytes.ts';
import { FormatError } from './format-error.ts';
import { PdfFile } from './pdf-file.ts';
import type { PdfDict, PdfValue } from './pdf-values.ts';

/** What the checks need of a sealed PDF. `docs/formats/pact-pdf.md` */
export interface SealedPdf {
  bytes: Uint8Array;
  /** Offset and length of the two sealed parts, as the signature dictionary gives them. */
  byteRange: readonly [number, number, number, number];
  /** From `<` to after `>` of the seal value. */
  gap: { start: number; end: number };
  /** The decoded seal value: CMS in DER followed by zeros; empty if it is not lower-case hexadecimal. */
  contents: Uint8Array;
  /** Name in the name tree to content. */
  attachments: ReadonlyMap<string, Uint8Array>;
  /** Whether the byte range leaves out exactly the seal value and ends with the file. */
  coversWholeFile: boolean;
}

const maxAttachments = 8;

/**
 * Reads a hostile file: bounded work, no recursion beyond a fixed depth.
 * @throws FormatError `too-large` | `not-a-pdf` | `changed-after-signing` | `archival-variant` | `pdf-structure` |
 *   `pdf-too-complex` | `too-deep` | `no-signature` | `several-signatures`
 */
export function readPdf(bytes: Uint8Array): SealedPdf {
  const file = openFile(bytes);
  const catalog = file.dict(file.trailer, 'Root');
  const signature = onlySignature(file, catalog);
  const contents = signature.entries.get('Contents');
  if (contents?.kind !== 'string') throw new FormatError('pdf-structure', { at: 'Contents' });
  const byteRange = readByteRange(file, signature);
  const gap = { start: contents.start, end: contents.end };
  const coversWholeFile =
    byteRange[0] === 0 &&
    byteRange[1] === gap.start &&
    byteRange[2] === gap.end &&
    byteRange[2] + byteRange[3] === bytes.length;
  return {
    bytes,
    byteRange,
    gap,
    contents: contents.bytes,
    attachments: readAttachments(file, catalog),
    coversWholeFile,
  };
}

/** What libraries add for long keeping is told apart from a change, and judged as little. */
function openFile(bytes: Uint8Array): PdfFile {
  try {
    return new PdfFile(bytes);
  } catch (error) {
    const changed = error instanceof FormatError && error.code === 'changed-after-signing';
    if (changed && view(bytes).includes('/ETSI.RFC3161')) throw new FormatError('archival-variant');
    throw error;
  }
}

/** SHA-256 of everything but the seal value. */
export function documentDigest(pdf: SealedPdf): Uint8Array {
  return sha256(pdf.bytes.subarray(0, pdf.gap.start), pdf.bytes.subarray(pdf.gap.end));
}

/**
 * That the seal covers the whole file, and that its own value leaves no place to hide anything: one DER value, then
 * only zeros.
 * @throws FormatError `range-not-whole` | `contents-not-canonical`
 */
export function requireWhole(pdf: SealedPdf): void {
  if (!pdf.coversWholeFile) throw new FormatError('range-not-whole');
  if (derOf(pdf) === undefined) throw new FormatError('contents-not-canonical');
}

/** The CMS without its padding. @throws FormatError `contents-not-canonical` */
export function sealValue(pdf: SealedPdf): Uint8Array {
  const der = derOf(pdf);
  if (der === undefined) throw new FormatError('contents-not-canonical');
  return der;
}

/** A SEQUENCE with a length of two bytes (every CMS has 256 to 65,535 bytes), then zeros. */
function derOf({ contents }: SealedPdf): Uint8Array | undefined {
  if (contents.length < 4 || contents[0] !== 0x30 || contents[1] !== 0x82) return undefined;
  const end = 4 + view(contents).readUInt16BE(2);
  if (end > contents.length || contents.subarray(end).some((byte) => byte !== 0)) return undefined;
  return contents.subarray(0, end);
}

function onlySignature(file: PdfFile, catalog: PdfDict): PdfDict {
  if (!catalog.entries.has('AcroForm')) throw new FormatError('no-signature');
  const fields = file.array(file.dict(catalog, 'AcroForm'), 'Fields').map((field) => file.resolve(field));
  const signed = fields.filter((field): field is PdfDict => {
    return field?.kind === 'dict' && isName(field.entries.get('FT'), 'Sig') && field.entries.has('V');
  });
  const [field, ...others] = signed;
  if (field === undefined) throw new FormatError('no-signature');
  if (others.length > 0) throw new FormatError('several-signatures');
  const signature = file.dict(field, 'V');
  if (!isName(signature.entries.get('SubFilter'), 'ETSI.CAdES.detached')) {
    throw new FormatError('pdf-structure', { at: 'SubFilter' });
  }
  return signature;
}

function readByteRange(file: PdfFile, signature: PdfDict): [number, number, number, number] {
  const numbers = file
    .array(signature, 'ByteRange')
    .map((item) => (item.kind === 'number' ? item.value : -1));
  const [a = -1, b = -1, c = -1, d = -1, ...rest] = numbers;
  const whole = [a, b, c, d].every((number) => Number.isSafeInteger(number) && number >= 0);
  if (!whole || rest.length > 0) throw new FormatError('pdf-structure', { at: 'ByteRange' });
  return [a, b, c, d];
}

/** The flat name tree of embedded files; each name once. */
function readAttachments(file: PdfFile, catalog: PdfDict): Map<string, Uint8Array> {
  const attachments = new Map<string, Uint8Array>();
  if (!catalog.entries.has('Names')) return attachments;
  const pairs = file.array(file.dict(file.dict(catalog, 'Names'), 'EmbeddedFiles'), 'Names');
  if (pairs.length > 2 * maxAttachments) throw new FormatError('pdf-too-complex');
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const name = textOf(pairs[i]);
    if (attachments.has(name)) throw new FormatError('pdf-structure', { at: 'EmbeddedFiles' });
    attachments.set(name, readAttachment(file, pairs[i + 1], name));
  }
  return attachments;
}

/** A viewer shows the name in the file specification, so it must be that of the tree. */
function readAttachment(file: PdfFile, value: PdfValue | undefined, name: string): Uint8Array {
  const spec = file.resolve(value);
  if (spec?.kind !== 'dict') throw new FormatError('pdf-structure', { at: 'Filespec' });
  for (const key of ['F', 'UF']) {
    if (textOf(spec.entries.get(key)) !== name) throw new FormatError('pdf-structure', { at: key });
  }
  const stream = file.resolve(file.dict(spec, 'EF').entries.get('F'));
  if (stream?.kind !== 'stream' || stream.dict.entries.has('Filter')) {
    throw new FormatError('pdf-structure', { at: 'EmbeddedFile' });
  }
  return stream.bytes;
}

function isName(value: PdfValue | undefined, name: string): boolean {
  return value?.kind === 'name' && value.name === name;
}

function textOf(value: PdfValue | undefined): string {
  if (value?.kind !== 'string') throw new FormatError('pdf-structure', { at: 'Names' });
  return view(value.bytes).toString('latin1');
}
