/** PDF syntax for values (ISO 32000-1, 7.3). Every function is pure: the same value gives the same bytes. */

/** A real number with at most two decimals, never an exponent, never minus zero. */
export function num(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? '0' : String(rounded);
}

/** A text string: a literal for printable ASCII, otherwise UTF-16BE in hexadecimal with its mark. */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text))
    return /[\\()]/.test(text) ? `(${text.replace(/[\\()]/g, '\\$&')})` : `(${text})`;
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

/** A name; everything outside regular characters is written as #xx. */
export function nameObject(text: string): string {
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  return `/${bytes.replace(/[^\w.+-]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

/** RFC 3339 UTC (`2023-02-23T01:02:03.000Z`) as a PDF date; fractions of a second are dropped. */
export function dateString(rfc3339: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z$/.exec(rfc3339);
  if (!parts) throw new Error(`not an RFC 3339 UTC time: ${rfc3339}`);
  return `(D:${parts.slice(1).join('')}Z)`;
}

export const reference = (number: number): string => `${number} 0 R`;
