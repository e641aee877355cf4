import { cpus, totalmem } from 'node:os';

/** One measured figure beside what it is held against; both come from the same run. */
export interface Figure {
  figure: string;
  value: number;
  unit: string;
  /** What the value is divided by, in words. */
  anchor: string;
  anchorValue: number;
}

/** What a benchmark may write to, and how long it may take. */
export interface Bench {
  /** Under 50 seconds in all. */
  quick: boolean;
  /** People to prepare, where a benchmark needs them; otherwise it decides. */
  people: number | undefined;
  /** Whether a million PDFs are to be made. */
  million: boolean;
  /** Prints one JSON line on standard output. `seconds` counts from the start of the benchmark. */
  report(figure: Figure): void;
  /** A line on standard error. */
  say(line: string): void;
}

export function createBench(name: string, options: Pick<Bench, 'quick' | 'people' | 'million'>): Bench {
  const began = performance.now();
  const elapsed = () => Math.round((performance.now() - began) / 100) / 10;
  return {
    ...options,
    report({ figure, value, unit, anchor, anchorValue }) {
      const ratio = rounded(value / anchorValue);
      const measured = { value: rounded(value), unit, anchor, anchorValue: rounded(anchorValue), ratio };
      const line = { bench: name, figure, ...measured, seconds: elapsed(), machine: machine() };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    },
    say: (line) => process.stderr.write(`${elapsed().toFixed(1).padStart(6)} s  ${line}\n`),
  };
}

/** Four significant digits: no run on a shared machine is worth more. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

function machine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${cpus().length} x ${model}, ${gigabytes} GB, ${process.platform}, Node ${process.versions.node}`;
}
