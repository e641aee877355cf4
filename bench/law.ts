import { CIRCULAR, NUMBERED, ORDINALS, SYMBOLIC, YEARLESS } from '../src/newsroom/checker/fixtures.ts';
import { checkDocument } from '../src/newsroom/index.ts';
import type { Bench } from './kit/report.ts';
import { interleaved, perCpuSecond } from './kit/rounds.ts';

const SIZES = { '10 kB': 10_000, '100 kB': 100_000, '1 MB': 1_000_000 } as const;
type Size = keyof typeof SIZES;

/**
 * Megabytes of text a processor second that the document checker reads, at three lengths, against one scan of the same
 * text, word by word, by a plain pattern. The text is articles and circulars one after the other, no two alike. The time is linear
 * in the length when 1 MB is read as fast as 10 kB.
 */
export async function benchLaw(bench: Bench): Promise<void> {
  const sizes = Object.keys(SIZES) as Size[];
  const texts = Object.fromEntries(sizes.map((size) => [size, textOf(SIZES[size])])) as Record<Size, string>;
  for (const size of sizes) {
    const { findings, citations } = checkDocument(texts[size]);
    bench.say(`${size}: ${findings.length} findings, ${citations.length} citations`);
  }
  const patience = bench.quick ? 700 : 2000;
  const perSecond = (text: string, work: (text: string) => unknown) => async () =>
    (text.length / 1_000_000) * (await perCpuSecond(patience, () => work(text)));
  const work = Object.fromEntries(sizes.map((size) => [size, perSecond(texts[size], checkDocument)]));
  const rates = await interleaved<string>(bench, bench.quick ? 3 : 7, {
    ...work,
    scan: perSecond(texts['1 MB'], scan),
  });
  const rate = (name: string) => rates[name] as number;
  const anchor = { anchor: 'one scan of the words of 1 MB by a plain pattern', anchorValue: rate('scan') };
  const unit = 'MB per processor second';
  for (const size of sizes)
    bench.report({ figure: `documents of ${size} checked`, value: rate(size), unit, ...anchor });
  const short = { anchor: 'the same at 10 kB', anchorValue: rate('10 kB') };
  bench.report({ figure: 'documents of 1 MB checked', value: rate('1 MB'), unit, ...short });
}

const ARTICLES = [NUMBERED, CIRCULAR, YEARLESS, SYMBOLIC, ORDINALS];

/** No two paragraphs are alike, so that nothing is left out as a copy. */
function textOf(length: number): string {
  const parts: string[] = [];
  for (let at = 0, size = 0; size < length; at += 1) {
    const part = (ARTICLES[at % ARTICLES.length] as string).replace(/(\p{L}{5,})([.,])/gu, `$1 ke-${at}$2`);
    parts.push(part);
    size += part.length + 2;
  }
  return parts.join('\n\n').slice(0, length);
}

function scan(text: string): number {
  let found = 0;
  for (const _ of text.matchAll(/\w+/g)) found += 1;
  return found;
}
