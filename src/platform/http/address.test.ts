import { describe, expect, it } from 'vitest';
import { proxiesOf } from '../config/growth.ts';
import { lastStranger, placeOf } from './address.ts';

const ours = proxiesOf({ IKRAR_PROXY: '10.0.0.0/24, 2001:db8::5', IKRAR_READ_URL: undefined })!;

describe('the visitor behind proxies', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['203.0.113.9, 10.0.0.7', '203.0.113.9'],
    ['198.51.100.1, 203.0.113.9, 2001:db8::5, 10.0.0.7', '203.0.113.9'],
    ['203.0.113.9, ::ffff:10.0.0.8', '203.0.113.9'],
    ['2001:db8::77', '2001:db8::77'],
  ])('is the last one whom none of ours is: %s', (header, visitor) => {
    expect(lastStranger(ours, header)).toBe(visitor);
  });

  it.each(['', '10.0.0.7', 'unknown', '203.0.113.9, lain'])('is not told by %j', (header) => {
    expect(lastStranger(ours, header)).toBeUndefined();
  });
});

describe('the place where tries are counted', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:0:7::1', '2001:db8:0:7'],
    ['2001:0db8:0:0007:ffff:1:2:3', '2001:db8:0:7'],
    ['2001:db8::77', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (address, place) => {
    expect(placeOf(address)).toBe(place);
  });
});
