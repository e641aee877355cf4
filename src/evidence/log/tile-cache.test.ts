import { expect, it } from 'vitest';
import { TileCache } from './tile-cache.ts';

const bytes = (length: number) => new Uint8Array(length);

it('keeps what was asked for last, within its bounds', () => {
  const cache = new TileCache(100);
  cache.put('a', bytes(40));
  cache.put('b', bytes(40));
  expect(cache.get('a')).toHaveLength(40);
  cache.put('c', bytes(40));
  expect([cache.get('a'), cache.get('b'), cache.get('c')].map((one) => one?.length)).toEqual([
    40,
    undefined,
    40,
  ]);
  expect(cache.bytes).toBe(80);
});

it('never holds more than it may, nor anything larger than all of it', () => {
  const cache = new TileCache(100);
  for (let i = 0; i < 1000; i += 1) {
    cache.put(`k${i}`, bytes((i * 37) % 120));
    expect(cache.bytes).toBeLessThanOrEqual(100);
  }
  cache.put('large', bytes(101));
  expect(cache.get('large')).toBeUndefined();
});

it('counts a key once', () => {
  const cache = new TileCache(100);
  cache.put('a', bytes(60));
  cache.put('a', bytes(60));
  expect(cache.bytes).toBe(60);
});
