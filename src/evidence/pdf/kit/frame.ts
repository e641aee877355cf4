import type { Prepared } from './document.ts';
import { reference } from './syntax.ts';

/** A file cut at its signature value: `series.bytes`, `before`, then the value in angle brackets, then `after`. */
export interface Frame {
  readonly before: Buffer;
  readonly after: Buffer;
  /** SHA-256 over everything but the value and its brackets: the byte range. */
  readonly digest: Buffer;
}

const RANGE_WIDTH = 40;

/** Fixes the byte range for a signature value of at most `reserve` bytes. */
export function frameDocument(prepared: Prepared, reserve: number): Frame {
  const start = prepared.series.bytes.length;
  const contents = ' /Contents ';
  const gap = start + prepared.body.length + RANGE_WIDTH + contents.length;
  const resume = gap + 2 * reserve + 2;
  const close = Buffer.from(' >>\nendobj\n', 'latin1');
  const table = crossReferences(prepared);
  const rest = close.length + table.length + trailer(prepared, '0'.repeat(32), 0).length;
  const range = `[0 ${gap} ${resume} ${rest}]`.padEnd(RANGE_WIDTH, ' ');
  const before = Buffer.concat([prepared.body, Buffer.from(range + contents, 'latin1')]);
  const hash = prepared.series.hash.copy().update(before);
  const identity = hash.copy().digest('hex').slice(0, 32);
  const after = Buffer.concat([close, table, trailer(prepared, identity, resume + close.length)]);
  if (after.length !== rest) throw new Error('byte range does not meet the end of the file');
  return { before, after, digest: hash.update(after).digest() };
}

/** A whole file of a series without signature. */
export function closeDocument(prepared: Prepared): Buffer {
  const { bytes, hash } = prepared.series;
  const at = bytes.length + prepared.body.length;
  const identity = hash.copy().update(prepared.body).digest('hex').slice(0, 32);
  return Buffer.concat([bytes, prepared.body, crossReferences(prepared), trailer(prepared, identity, at)]);
}

/** One section, one subsection, twenty bytes an entry (ISO 32000-1, 7.5.4). */
function crossReferences(prepared: Prepared): Buffer {
  const lines = [`xref\n0 ${prepared.size}\n0000000000 65535 f \n`];
  for (let number = 1; number < prepared.size; number++) {
    const offset = prepared.offsets.get(number) ?? prepared.series.offsets.get(number);
    if (offset === undefined) throw new Error(`object ${number} was never written`);
    lines.push(`${String(offset).padStart(10, '0')} 00000 n \n`);
  }
  return Buffer.from(lines.join(''), 'latin1');
}

/** The width of the start offset is fixed, so that the byte range can be known before it. */
function trailer(prepared: Prepared, identity: string, xrefAt: number): Buffer {
  const root = `/Root ${reference(1)} /Info ${reference(prepared.series.numbers.info)}`;
  const id = `/ID [<${identity}> <${identity}>]`;
  const start = String(xrefAt).padStart(10, '0');
  return Buffer.from(
    `trailer\n<< /Size ${prepared.size} ${root} ${id} >>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  );
}
