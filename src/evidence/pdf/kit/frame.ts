import type { Hash } from 'node:crypto';
import type { Prepared } from './document.ts';
import { take } from './objects.ts';
import { crossReferences, tenDigits } from './series.ts';
import { reference } from './syntax.ts';

/** A file whose every byte is fixed but its signature value. */
export interface Frame {
  readonly head: Buffer;
  /** What follows `head`, to the end of the file. */
  readonly tail: Buffer;
  /** Of the value in `tail`, from `<` to after `>`. */
  readonly hole: { readonly start: number; readonly end: number };
  /** SHA-256 over everything but the value and its brackets: the byte range. */
  readonly digest: Buffer;
  /** SHA-256 so far, of all that stands before the value. */
  readonly hash: Hash;
}

const RANGE_WIDTH = 40;
const CONTENTS = ' /Contents ';
const CLOSE = ' >>\nendobj\n';

/** Fixes the byte range for a signature value of at most `reserve` bytes. */
export function frameDocument(prepared: Prepared, reserve: number): Frame {
  const { series, body } = prepared;
  const head = series.bytes;
  const start = body.length + RANGE_WIDTH + CONTENTS.length;
  const end = start + 2 * reserve + 2;
  const table = tableOf(prepared);
  const rest = CLOSE.length + table.length + trailer(prepared, NO_IDENTITY, 0).length;
  const tail = take(end + rest);
  body.copy(tail);
  const range = `[0 ${head.length + start} ${head.length + end} ${rest}]`.padEnd(RANGE_WIDTH, ' ');
  tail.write(range + CONTENTS, body.length, 'latin1');
  const hash = series.hash.copy().update(tail.subarray(0, start));
  const identity = prepared.identity ?? hash.copy().digest('hex').slice(0, 32);
  const xrefAt = head.length + end + CLOSE.length;
  tail.write(CLOSE + table + trailer(prepared, identity, xrefAt), end, 'latin1');
  tail[start] = OPEN_BRACKET;
  tail[end - 1] = CLOSE_BRACKET;
  const digest = hash.copy().update(tail.subarray(end)).digest();
  return { head, tail, hole: { start, end }, digest, hash };
}

/** A whole file of a series without signature. */
export function closeDocument(prepared: Prepared): Buffer {
  const { bytes, hash } = prepared.series;
  const at = bytes.length + prepared.body.length;
  const identity = prepared.identity ?? hash.copy().update(prepared.body).digest('hex').slice(0, 32);
  const end = Buffer.from(tableOf(prepared) + trailer(prepared, identity, at), 'latin1');
  return Buffer.concat([bytes, prepared.body, end]);
}

const [OPEN_BRACKET, CLOSE_BRACKET] = [0x3c, 0x3e];
const NO_IDENTITY = '0'.repeat(32);

/** One section, one subsection (ISO 32000-1, 7.5.4). */
function tableOf({ series, offsets, size }: Prepared): string {
  const own = crossReferences(offsets, series.numbers.signature, size);
  return `xref\n0 ${size}\n0000000000 65535 f \n${series.lines}${own}`;
}

/** The width of the start offset is fixed, so that the byte range can be known before it. */
function trailer(prepared: Prepared, identity: string, xrefAt: number): string {
  const root = `/Root ${reference(1)} /Info ${reference(prepared.series.numbers.info)}`;
  const id = `/ID [<${identity}> <${identity}>]`;
  const start = tenDigits(xrefAt);
  return `trailer\n<< /Size ${prepared.size} ${root} ${id} >>\nstartxref\n${start}\n%%EOF\n`;
}
