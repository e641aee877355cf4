/** Codes of 12 Crockford characters, 60 bits, as people read them out and type them. For server and browser alike. */

/** Letters and digits of what a person typed; I, L and O are read as the digits they look like. */
export function codeLetters(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
}

/** What a person typed, in the one spelling XXXX-XXXX-XXXX; shorter where too little was typed. */
export function normalCode(typed: string): string {
  return inFours(codeLetters(typed).slice(0, 12));
}

export function inFours(letters: string): string {
  return (letters.match(/.{1,4}/g) ?? []).join('-');
}
