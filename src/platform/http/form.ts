export type Body = Readonly<Record<string, unknown>>;

/** One field of a posted form as text; a file counts as none. */
export function field(body: Body, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

/** Every value of a field that may stand several times. */
export function fields(body: Body, name: string): string[] {
  const value = body[name];
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
}

/** A field as one line (`oneLine`). */
export function lineField(body: Body, name: string): string {
  return oneLine(field(body, name));
}

/** One line without control, bidirectional and other invisible marks: with them nobody could sign later. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}
