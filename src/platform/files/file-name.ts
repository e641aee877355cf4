/** As it was called where it came from: without folders, control and bidirectional marks; at most 120 characters. */
export function plainFileName(name: string, unnamed: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const plain = base.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return plain.slice(-120) || unnamed;
}
