import { expect, it } from 'vitest';
import { regionName, regionsNamed } from './regions-named.ts';

it.each([
  ['Kabupaten Bangka', ['19.01']],
  ['kab. bangka', ['19.01']],
  ['bangka', ['19.01']],
  ['Kota Metro', ['18.72']],
  ['provinsi riau', ['14']],
  ['19.01', ['19.01']],
  ['bandung', ['32.04', '32.73']],
  ['kota bandung', ['32.73']],
  ['Kotabaru', ['63.02']],
  ['wakanda', []],
  ['', []],
])('reads %s', (text, codes) => {
  expect(regionsNamed(text).map(({ code }) => code)).toEqual(codes);
});

it('writes a region as people do', () => {
  expect(regionsNamed('kota bandung').map(regionName)).toEqual(['Kota Bandung']);
});
