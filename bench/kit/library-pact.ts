import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  CryptoKeySigner,
  type FontInput,
  PDF,
  type PDFPage,
  PdfArray,
  PdfRef,
  type PdfStream,
} from '@libpdf/core';
import QRCode from 'qrcode';
import subsetFont from 'subset-font';
import type { KeyAndCertificate } from '../../src/evidence/certificates.ts';
import type { SealedRecord } from '../../src/verify/index.ts';

/** What is the same for every file that the library makes; prepared outside the measured time. */
export interface Library {
  signer: CryptoKeySigner;
  /** Tinos, cut down once to Latin letters. */
  font: Uint8Array;
}

export async function openLibrary({ keyPem, certificatePem }: KeyAndCertificate): Promise<Library> {
  const der = createPrivateKey(keyPem).export({ type: 'pkcs8', format: 'der' });
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
  const certificate = new Uint8Array(new X509Certificate(certificatePem).raw);
  const path = '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf';
  const whole = readFileSync(createRequire(import.meta.url).resolve(path));
  const latin = Array.from({ length: 224 }, (_, at) => String.fromCharCode(32 + at)).join('');
  const font = new Uint8Array(await subsetFont(whole, `${latin}’–`, { targetFormat: 'truetype' }));
  return { signer: new CryptoKeySigner(key as CryptoKey, certificate, 'EC', 'ECDSA'), font };
}

/** The QR as a picture. Made outside the measured time: the library has no encoder of its own. */
export function qrPicture(text: string): Promise<Uint8Array> {
  return QRCode.toBuffer(text, { errorCorrectionLevel: 'M', scale: 4 });
}

/**
 * The page of a pact, drawn and signed by @libpdf/core (PAdES B-B, P-256) as its guide shows: same words, person, drawn
 * signature and QR on A4, without our attachments. `embed`: with the Tinos subset; otherwise the reader's own
 * Times, which is less work and makes the file depend on the reader.
 */
export async function libraryPact(
  record: SealedRecord,
  qr: Uint8Array,
  { signer, font }: Library,
  embed: boolean,
): Promise<Uint8Array> {
  const pdf = drawn(record, qr, font, embed);
  const { bytes } = await pdf.sign({ signer, reason: 'Segel elektronik', level: 'B-B' });
  return bytes;
}

/** A drawn page as a file without signature, to be loaded again for each person, and its content. */
export async function keptPage(record: SealedRecord, qr: Uint8Array, { font }: Library): Promise<KeptPage> {
  const file = await drawn(record, qr, font, true).save();
  return { file, content: contentOf(await PDF.load(file))[0]!.getDecodedData() };
}

export interface KeptPage {
  file: Uint8Array;
  content: Uint8Array;
}

/**
 * The least the library can do for a file of somebody else: the kept page loaded, its one content stream swapped for
 * ready-made bytes, signed. Laying out text, person and QR is not in it.
 */
export async function swappedPact(kept: KeptPage, own: Uint8Array, { signer }: Library): Promise<Uint8Array> {
  const pdf = await PDF.load(kept.file);
  const [first, ...rest] = contentOf(pdf);
  first!.setData(own);
  for (const stream of rest) stream.setData(new Uint8Array());
  const { bytes } = await pdf.sign({ signer, reason: 'Segel elektronik', level: 'B-B' });
  return bytes;
}

function contentOf(pdf: PDF): PdfStream[] {
  const page = pdf.getPage(0)!;
  const contents = page.dict.get('Contents');
  const items = contents instanceof PdfArray ? Array.from(contents) : [contents];
  return items.map((item) => (item instanceof PdfRef ? pdf.getObject(item) : item) as PdfStream);
}

function drawn(record: SealedRecord, qr: Uint8Array, font: Uint8Array, embed: boolean): PDF {
  const pdf = PDF.create();
  const page = pdf.addPage({ size: 'a4' });
  const face: FontInput = embed ? pdf.embedFont(font) : 'Times-Roman';
  let y = 800;
  for (const text of wordsOf(record)) {
    page.drawText(text, { x: 62, y, font: face, size: 11, maxWidth: 470, lineHeight: 14 });
    y -= 14 * Math.ceil(text.length / 92) + 2;
  }
  drawStrokes(page, record.act.drawing ?? '', y - 50);
  page.drawImage(pdf.embedPng(qr), { x: 62, y: 40, width: 70, height: 70 });
  return pdf;
}

function wordsOf({ agency, bases, text, person, act, receipt }: SealedRecord): string[] {
  const { title, opener, points, closing } = text;
  return [
    ...agency.letterhead,
    title,
    opener,
    ...bases,
    ...points.map((point, at) => `${at + 1}. ${point}`),
    `Nama: ${person.name}`,
    `NIP: ${person.idNumber}`,
    `Pangkat/Golongan: ${person.rank ?? ''}`,
    `Jabatan: ${person.post ?? ''}`,
    `Unit kerja: ${person.unit}`,
    `Instansi: ${person.employer}`,
    closing,
    `${act.place ?? ''}, ${act.at}`,
    act.typedName,
    `Nomor tanda terima ${receipt}`,
  ];
}

function drawStrokes(page: PDFPage, path: string, bottom: number): void {
  const pen = page.drawPath();
  for (const [, command, x, y] of path.matchAll(/([ML]) (\d+) (\d+)/g)) {
    const at = [350 + Number(x) * 0.15, bottom + (300 - Number(y)) * 0.15] as const;
    if (command === 'M') pen.moveTo(...at);
    else pen.lineTo(...at);
  }
  pen.stroke({ borderWidth: 1.1 });
}
