/** A QR code as the path of an SVG with the quiet zone of four modules that readers need (ISO/IEC 18004). */
export function qrPath(size: number, isDark: (row: number, column: number) => boolean) {
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let from = 0, to = 0; from < size; from = to + 1) {
      for (to = from; to < size && isDark(row, to); ) to += 1;
      if (to > from) path += `M${from + 4} ${row + 4}h${to - from}v1h${from - to}z`;
    }
  }
  return { side: size + 8, path };
}
