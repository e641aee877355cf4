import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import decode from 'qr/decode.js';
import QRCode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { absent, judge } from '../fixtures/judge.ts';
import { isDark, type QrCode, qrCode } from './encode.ts';
import { capacityOf, LAST_VERSION } from './versions.ts';

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const PACT = `HTTPS://IKRAR.KALTENG.GO.ID/Q/${'7K3M$-9:QXT*04ZD.WB5'.repeat(12)}`;
const FIXED = { errorCorrectionLevel: 'M', maskPattern: 2 } as const;

/** The package's modules for the same segments. */
function byPackage(bytes: string, tail: string): string[] {
  const segments = [
    ...(bytes === '' ? [] : [{ mode: 'byte' as const, data: Buffer.from(bytes) }]),
    ...(tail === '' ? [] : [{ mode: 'alphanumeric' as const, data: tail }]),
  ];
  const { size, data } = QRCode.create(segments, FIXED).modules;
  return Array.from({ length: size }, (_, row) => data.subarray(row * size, (row + 1) * size).join(''));
}

function modules(code: QrCode): string[] {
  const row = (y: number) => Array.from({ length: code.size }, (_, x) => (isDark(code, y, x) ? 1 : 0));
  return Array.from({ length: code.size }, (_, y) => row(y).join(''));
}

describe('a QR code', () => {
  it.each(Array.from({ length: LAST_VERSION }, (_, at) => at + 1))(
    'of version %i has the modules that another encoder gives, full and one short',
    (version) => {
      const { data } = capacityOf(version);
      const bytes = (8 * data - 4 - (version < 10 ? 8 : 16)) >> 3;
      const tail = Math.floor(
        ((8 * data - 4 - [9, 11, 13][version < 10 ? 0 : version < 27 ? 1 : 2]!) * 2) / 11,
      );
      for (const length of [bytes, bytes - 1]) {
        const text = 'lower-case '.repeat(bytes).slice(0, length);
        expect(modules(qrCode(`${text.slice(0, -1)}x`))).toEqual(byPackage(`${text.slice(0, -1)}x`, ''));
      }
      for (const length of [tail, tail - 1]) {
        const text = ALPHANUMERIC.repeat(tail).slice(0, length);
        expect(qrCode(text).size).toBe(17 + 4 * version);
        expect(modules(qrCode(text))).toEqual(byPackage('', text));
      }
    },
  );

  it('parts bytes from an alphanumeric end where that is shorter', () => {
    const [bytes, tail] = ['https://ikrar.example/v/contoh-dishub', '/7K3M-9QXT-04ZD-WB5R'];
    expect(modules(qrCode(bytes + tail))).toEqual(byPackage(bytes, tail));
    expect(modules(qrCode('https://ikrar.example/v/AB'))).toEqual(
      byPackage('https://ikrar.example/v/AB', ''),
    );
  });

  it('is refused when no symbol is large enough', () => {
    expect(() => qrCode('A'.repeat(3391))).not.toThrow();
    expect(() => qrCode('A'.repeat(3392))).toThrow('too long');
  });

  it('gives its text back to another decoder', () => {
    const digits = fc.string({ unit: fc.constantFrom(...ALPHANUMERIC), minLength: 1, maxLength: 300 });
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(
        fc.oneof(
          digits,
          words,
          fc.tuple(words, digits).map((both) => both.join('')),
        ),
        (text) => {
          expect(read(qrCode(text))).toBe(text);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.skipIf(absent(['zbarimg']).length > 0)('gives its text back to zbarimg', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ikrar-qr-'));
    for (const text of [PACT, 'https://ikrar.example/v/contoh-dishub/7K3M-9QXT-04ZD-WB5R', PACT.repeat(4)]) {
      const path = join(folder, 'code.pgm');
      const { side, grey } = picture(qrCode(text), 4);
      writeFileSync(path, Buffer.concat([Buffer.from(`P5 ${side} ${side} 255\n`), grey]));
      expect(judge('zbarimg', ['-q', '--nodbus', '--raw', path])?.said.trim()).toBe(text);
    }
    rmSync(folder, { recursive: true });
  });
});

/** Grey levels with the quiet zone, `scale` pixels a module. */
function picture(code: QrCode, scale: number): { side: number; grey: Buffer } {
  const side = (code.size + 8) * scale;
  const grey = Buffer.alloc(side * side, 255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [row, column] = [Math.floor(y / scale) - 4, Math.floor(x / scale) - 4];
      const inside = row >= 0 && column >= 0 && row < code.size && column < code.size;
      if (inside && isDark(code, row, column)) grey[y * side + x] = 0;
    }
  }
  return { side, grey };
}

function read(code: QrCode): string {
  const { side, grey } = picture(code, 4);
  const data = new Uint8Array(side * side * 4);
  for (let at = 0; at < grey.length; at++) data.fill(grey[at]!, 4 * at, 4 * at + 4);
  return decode({ width: side, height: side, data });
}
