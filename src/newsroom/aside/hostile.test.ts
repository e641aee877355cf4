import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as texts from '../checker/fixtures.ts';
import { checkDocument } from '../checker/index.ts';
import { checkAside } from './check-aside.ts';
import { GIVEN_LIMIT } from './check-given.ts';

const CASES = Number(process.env.IKRAR_CASES ?? 30_000);
/** How long the long texts may take in all; as many as fit are tried. */
const BUDGET = 7_000;
const SAMPLES = Object.values(texts).filter((text): text is string => typeof text === 'string');
/** What the readers look for, and what they may stumble over. */
const PIECES = [
  ...['Pasal 5', ' huruf n', ' angka 3', ' ayat (2)', 'UU', ' Nomor ', '2 Tahun 2022', 'SKB ', 'PP 94/2021'],
  ...['Keputusan Bersama Menteri ', 'Surat Edaran ', 'Nomor : 800/1/x', 'tanggal ', 'KASN ', 'Plt. Kepala '],
  ...['Senin (', '23/02', '/2023)', 'besok, ', '28 November 2023', '31/02/2023', 'Pilkada 2024 ', 'Pemilu '],
  ...['"', '“', '(', ')', '\n', '\n\n', '. ', ', ', ': ', '1. ', 'a. ', '- ', '&', '…', '\t', '    '],
  ...[
    'Dinas ',
    'Kabupaten Sleman ',
    'Budi Contoh',
    ' kata ',
    'ujarnya',
    'Pemerintah ',
    'seluruh ASN ',
    '450 ',
  ],
  ...[
    'empat poin ikrar ',
    'menjaga netralitas ',
    'menolak politik uang ',
    'menandatangani ',
    'secara simbolis ',
  ],
  ...[
    'diikuti sekitar 100 ASN ',
    'dipimpin ',
    'disaksikan ',
    'Baca juga: ',
    'Editor: ',
    '(hms/rd)',
    'Bagikan ini',
  ],
  ...['\u0000', '\ud800', '\udfff', 'İ', 'ß', '\u202e', '\u00a0', '\u2028', 'e\u0301', '😀', '𝐏𝐚𝐬𝐚𝐥'],
] as const;

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
const scraps = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(''));
const damaged = fc
  .tuple(fc.constantFrom(...SAMPLES), fc.nat(), fc.nat(300), scraps)
  .map(([sample, at, length, scrap]) => {
    const from = at % sample.length;
    return sample.slice(from, from + length) + scrap + sample.slice(from + length, from + 2 * length);
  });

it(`reads ${CASES} short texts of any kind without failing, and every span lies in its text`, {
  timeout: 600_000,
}, () => {
  fc.assert(
    fc.property(fc.oneof(scraps, damaged), fc.constantFrom(undefined, '2023-02-23'), (text, on) => {
      const { findings, citations, record } = checkDocument(text, on ? { on } : {});
      const wrong = [...findings, ...citations, ...Object.values(record)].find(
        ({ start, end }) => !(start >= 0 && start <= end && end <= text.length),
      );
      if (wrong) throw new Error(`a span that does not lie in the text: ${JSON.stringify(wrong)}`);
    }),
    { numRuns: CASES },
  );
});

it('reads long texts of any make, up to 5 MB, each in its time', { timeout: 200_000 }, async () => {
  const began = performance.now();
  const makes = fc.sample(fc.array(piece, { minLength: 1, maxLength: 5 }), { numRuns: 200, seed: 20240918 });
  let tried = 0;
  for (const [at, make] of makes.entries()) {
    if (performance.now() - began > BUDGET) break;
    const length = at === 0 ? GIVEN_LIMIT : 100_000 * 2 ** (at % 6);
    const unit = make.join('') || 'a';
    const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
    // In a thread that is ended in time: a text that hangs fails the test instead of stopping it.
    const { result } = await checkAside(text, {}, 30_000);
    expect(result.findings.length).toBeGreaterThanOrEqual(0);
    tried += 1;
  }
  console.info(`${tried} long texts in ${Math.round((performance.now() - began) / 1000)} s`);
  expect(tried).toBeGreaterThan(2);
});

it('ends a check that takes too long and says so', async () => {
  const text = SAMPLES.join('\n').repeat(300);
  // Not before the thread has begun: Node itself may fall over one that is ended while it starts.
  await expect(checkAside(text, {}, 400)).rejects.toMatchObject({ code: 'newsroom.given.tooSlow' });
});

it('keeps three at once and asks the others to come back', async () => {
  const text = SAMPLES.join('\n').repeat(20);
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => checkAside(text, {})));
  const codes = outcomes.map((one) => (one.status === 'rejected' ? one.reason.code : 'read'));
  expect(codes.sort()).toEqual(['newsroom.given.busy', 'newsroom.given.busy', 'read', 'read', 'read']);
  await expect(checkAside(text, {})).resolves.toMatchObject({ text });
});
