import { fromUtf8, utf8 } from '../seal/bytes.ts';

/** A part of a document with its tags changed; the part itself where it is not UTF-8 (both formats ask for it). */
export function changed(part: Uint8Array, change: (text: string) => string): Uint8Array {
  try {
    return utf8(change(fromUtf8(part)));
  } catch {
    return part;
  }
}

/** Attributes by their local names, whatever prefix their maker chose: `value` null takes them out. */
export function setAttributes(text: string, name: RegExp, value: string | null): string {
  return inTags(text, (tag) =>
    tag.replace(/(\s)([\w.-]{1,60}:)?([\w.-]{1,80})\s{0,4}=\s{0,4}("[^"]*"|'[^']*')/g, (whole, ...found) => {
      const [space, prefix = '', local] = found as [string, string | undefined, string];
      if (!name.test(local)) return whole;
      return value === null ? '' : `${space}${prefix}${local}="${value}"`;
    }),
  );
}

/** Elements by local name, with all that is in them; a name is never nested in itself here. */
export function withoutElements(text: string, names: readonly string[]): string {
  return between(text, names, () => '');
}

/** Elements keep standing, empty. */
export function emptied(text: string, names: readonly string[]): string {
  return between(text, names, (open, close) => open + close);
}

function between(
  text: string,
  names: readonly string[],
  made: (open: string, close: string) => string,
): string {
  const head = new RegExp(`<((?:[\\w.-]{1,60}:)?(?:${names.join('|')}))(?=[\\s/>])[^<>]*>`, 'g');
  const parts: string[] = [];
  let done = 0;
  for (let found = head.exec(text); found; found = head.exec(text)) {
    parts.push(text.slice(done, found.index));
    done = head.lastIndex;
    if (found[0].endsWith('/>')) parts.push(made(found[0], ''));
    else {
      const close = `</${found[1]}>`;
      const end = text.indexOf(close, done);
      parts.push(made(found[0], close));
      done = end < 0 ? text.length : end + close.length;
    }
    head.lastIndex = done;
  }
  return parts.join('') + text.slice(done);
}

function inTags(text: string, change: (tag: string) => string): string {
  return text.replace(/<[^<>]*>/g, change);
}
