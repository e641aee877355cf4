import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { joinedBytes, textArray } from './array.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase('empty');
});
afterAll(() => db.drop());

it('comes back from the database as it was, whatever stands in it', async () => {
  const odd = fc.constantFrom('"', '\\', ',', '{', '}', 'NULL', 'null', '', ' ', 'é', '𝒜', "'", '\n');
  const value = fc.oneof(
    fc.constant(null),
    fc.array(odd).map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(value), async (values) => {
      const { rows } = await db.pool.query('select $1::text[] as back', [textArray(values)]);
      expect(rows[0].back).toEqual(values);
    }),
    { numRuns: 200 },
  );
  const { rows } = await db.pool.query('select $1::integer[] as back', [textArray([1, null, -3])]);
  expect(rows[0].back).toEqual([1, null, -3]);
});

it('says where each of the joined parts ends', () => {
  const parts = [Buffer.from('ab'), Buffer.alloc(0), Buffer.from('cde')];
  expect(joinedBytes(parts)).toEqual({ bytes: Buffer.from('abcde'), ends: '{2,2,5}' });
});
