/** Lower case, without marks, spaces collapsed: how headers and fixed words of a roster are compared. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** How names of people and units are compared: letters of any script, digits and single spaces. */
export function nameKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** A piece of a cell that may be shown in a message: short, and without long digit runs, which may be a NIK. */
export function echo(text: string): string {
  const clean = text
    .replace(/[\p{C}\s]+/gu, ' ')
    .replace(/\d[\d .-]{4,}\d/g, '…')
    .trim();
  return clean.length > 40 ? `${clean.slice(0, 39)}…` : clean;
}

/** Single spaces between printable ASCII: nothing to clean. Nearly all cells of a real roster are so. */
export function isTidy(text: string): boolean {
  return /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text);
}
