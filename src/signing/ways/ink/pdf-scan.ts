import { Refusal } from '../../../platform/refusal.ts';

/** Names that make a reader run, open or hide something (ISO 32000-1, 12.6.4, 7.11.4, 7.6). */
const ACTIVE =
  /\/(JavaScript|JS|Launch|SubmitForm|ImportData|EmbeddedFiles?|RichMedia|XFA|Encrypt)(?![A-Za-z0-9])/;

/**
 * A PDF that begins and ends as one, without anything active that stands in plain sight. What is packed inside it is
 * not looked into: it is only ever handed out as a download, to staff.
 * @throws Refusal ink.damaged, ink.activePdf
 */
export function checkPdfScan(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!/^%PDF-[12]\.\d[\r\n]/.test(text.slice(0, 9))) throw new Refusal('ink.damaged');
  // Attacker: a file that is a PDF by its head and something else by its tail.
  if (!/startxref\s+\d{1,10}\s+%%EOF\s{0,16}$/.test(text.slice(-256))) throw new Refusal('ink.damaged');
  const named = outsideStreams(text).replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  if (ACTIVE.test(named)) throw new Refusal('ink.activePdf');
}

/** Attacker: beginnings without an end, which one pattern for both would look for anew from each. */
function outsideStreams(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    if (index < at) continue;
    const end = text.indexOf('endstream', index + 7);
    if (end < 0) break;
    parts.push(text.slice(at, index));
    at = end + 9;
  }
  return [...parts, text.slice(at)].join('');
}
