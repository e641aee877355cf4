/**
 * Values as PostgreSQL writes an array (manual, §8.15.6), in one piece: the library looks at each value by itself, which
 * is most of the work where hundreds of rows go in one statement.
 */
export function textArray(values: readonly (string | number | null)[]): string {
  let text = '{';
  for (const value of values) {
    if (text.length > 1) text += ',';
    text += value === null ? 'NULL' : quoted(String(value));
  }
  return `${text}}`;
}

function quoted(value: string): string {
  return /["\\]/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : `"${value}"`;
}

/** Parts one behind the other, and where each ends: one value instead of many, cut by the statement. */
export function joinedBytes(parts: readonly Uint8Array[]): { bytes: Buffer; ends: string } {
  let end = 0;
  const ends = parts.map((part) => {
    end += part.length;
    return end;
  });
  return { bytes: Buffer.concat(parts), ends: `{${ends.join(',')}}` };
}
