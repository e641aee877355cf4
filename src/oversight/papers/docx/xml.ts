/** Text as XML 1.0: marks escaped, and what no XML may hold (control letters, halves of pairs) left out. */
export function xml(text: string): string {
  const allowed = [...text.normalize('NFC')].filter(isAllowed).join('');
  return allowed.replace(/[&<>"']/g, (mark) => ENTITIES[mark] as string);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML 1.0, production 2; and no marks that turn the direction of a line, by which a name can read as another. */
function isAllowed(character: string): boolean {
  const code = character.codePointAt(0) as number;
  if (code < 0x20) return code === 0x9 || code === 0xa;
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return false;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
