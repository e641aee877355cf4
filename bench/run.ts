import { parseArgs } from 'node:util';
import { benchCoverage } from './coverage.ts';
import { benchImport } from './import.ts';
import { type Bench, createBench } from './kit/report.ts';
import { benchLaw } from './law.ts';
import { benchLog } from './log.ts';
import { benchPage } from './page.ts';
import { benchPdf } from './pdf.ts';
import { benchSign } from './sign.ts';

const benches: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  sign: benchSign,
  pdf: benchPdf,
  log: benchLog,
  import: benchImport,
  page: benchPage,
  law: benchLaw,
  coverage: benchCoverage,
};

const usage = `Usage: npm run bench -- ${Object.keys(benches).join('|')} [--quick] [--people N] [--million]

Prints one JSON line a figure on standard output and progress on standard error.
--quick: under 50 seconds. --people: how many people sign or are imported (sign, import).
--million: a million PDFs are really made (pdf).`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const read = readArgs(args);
  const bench = read && benches[read.name];
  if (!bench) {
    console.error(usage);
    return 2;
  }
  await bench(createBench(read.name, read));
  return 0;
}

function readArgs(args: string[]): (Pick<Bench, 'quick' | 'people' | 'million'> & { name: string }) | null {
  try {
    const options = {
      quick: { type: 'boolean' },
      people: { type: 'string' },
      million: { type: 'boolean' },
    } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const people = values.people === undefined ? undefined : Number(values.people);
    const [name, ...rest] = positionals;
    if (name === undefined || rest.length > 0 || (people !== undefined && !(people >= 1))) return null;
    return { name, quick: values.quick ?? false, people, million: values.million ?? false };
  } catch {
    return null;
  }
}
