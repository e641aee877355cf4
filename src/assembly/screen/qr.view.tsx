import type { VNode } from 'preact';
import { isDark, qrCode } from '../../evidence/index.ts';
import { qrPath } from './qr-path.ts';

export function Qr({ text, label }: { text: string; label: string }): VNode {
  const code = qrCode(text);
  const { side, path } = qrPath(code.size, (row, column) => isDark(code, row, column));
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={`M0 0h${side}v${side}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
