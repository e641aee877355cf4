import type { Io } from '../../platform/command.ts';
import type { Part } from './part.ts';
import type { Written } from './write-part.ts';

const EVERY_MS = 1_000;

/** A line a second: share of the file, rows a second, time left. */
export function createProgress({ stderr }: Io, size: number, from: number) {
  const began = performance.now();
  let [rows, said] = [0, began];
  return {
    part(written: Written, { untilByte }: Part): void {
      rows += written.good + written.bad;
      const now = performance.now();
      if (now - said < EVERY_MS) return;
      said = now;
      const seconds = (now - began) / 1000;
      const left = ((size - untilByte) * seconds) / Math.max(1, untilByte - from);
      const share = ((untilByte / Math.max(1, size)) * 100).toFixed(1);
      stderr.write(`${share} %  ${Math.round(rows / seconds)} rows/s  ${Math.round(left)} s left\n`);
    },
  };
}
