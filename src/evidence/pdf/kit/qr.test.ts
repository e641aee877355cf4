import { describe, expect, it } from 'vitest';
import { qrMark, qrModules } from './qr.ts';

describe('the QR mark', () => {
  it('holds every module, dark as one', () => {
    const modules = qrModules('https://ikrar.example/periksa/7K3M-9QXT-04ZD-WB5R');
    const mark = qrMark(modules, 0, 0, 70);
    const hex = /ID ([0-9a-f]+)>/.exec(mark)![1]!;
    const stride = Math.ceil(modules.length / 8) * 2;
    const bits = Array.from({ length: modules.length }, (_, row) => {
      const line = hex.slice(row * stride, (row + 1) * stride);
      return [...line].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
    });
    expect(bits.map((line) => [...line.slice(0, modules.length)].map((bit) => bit === '1'))).toEqual(modules);
  });
});
