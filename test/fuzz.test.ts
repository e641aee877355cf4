import { expect, it } from 'vitest';
import { fuzz } from '../trials/fuzz.ts';

it('every parser answers spoiled and made-up inputs with a value or a refusal; the long round is `npm run trials -- fuzz`', async () => {
  const said: string[] = [];
  const counts = await fuzz({ quick: true, say: (line) => said.push(line) });
  expect(counts.inputs).toBeGreaterThan(30_000);
  expect(counts.accepted).toBeGreaterThan(1000);
  expect(said).toHaveLength(counts.targets as number);
}, 120_000);
