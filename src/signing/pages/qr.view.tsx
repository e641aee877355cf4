import type { VNode } from 'preact';
import { isDark, qrCode } from '../../evidence/index.ts';

/** A QR code as one path, with the quiet zone of four modules that readers need (ISO/IEC 18004). */
export function QrCode({ text, label }: { text: string; label: string }): VNode {
  const code = qrCode(text);
  const side = code.size + 8;
  let path = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) if (isDark(code, y, x)) path += `M${x + 4} ${y + 4}h1v1h-1z`;
  }
  return (
    <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={`QR ${label}`} shape-rendering="crispEdges">
      <path d={path} fill="#000000" />
    </svg>
  );
}
