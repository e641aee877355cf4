import { describe, expect, it } from 'vitest';
import type { PledgeText } from '../verify/index.ts';
import { checkText, TEXT_LIMITS } from './check-text.ts';
import { draftTexts } from './draft-texts.ts';

const text = (change: Partial<PledgeText> = {}): PledgeText => ({
  title: 'Pakta',
  opener: 'Saya menyatakan:',
  points: ['Netral.'],
  closing: '',
  language: 'id',
  ...change,
});
const points = (count: number) => Array.from({ length: count }, (_, index) => `Butir ${index + 1}.`);
const codes = (change: Partial<PledgeText>) =>
  checkText(text(change)).map(({ field, code }) => [field, code]);

describe('what may be pinned', () => {
  it('takes one to thirty points and refuses none and thirty-one', () => {
    expect(codes({ points: points(1) })).toEqual([]);
    expect(codes({ points: points(30) })).toEqual([]);
    expect(codes({ points: [] })).toEqual([['points', 'campaigns.textNoPoints']]);
    expect(checkText(text({ points: points(31) }))).toEqual([
      { field: 'points', code: 'campaigns.textManyPoints', params: { count: 31, limit: 30 } },
    ]);
  });

  it('names the field that is too long, empty, or holds what cannot be printed', () => {
    expect(codes({ title: '' })).toEqual([['title', 'campaigns.textNoTitle']]);
    expect(codes({ closing: 'x'.repeat(2001) })).toEqual([['closing', 'campaigns.tooLong']]);
    expect(checkText(text({ points: ['Saya \u202Elatren'] }))).toEqual([
      { field: 'points', code: 'campaigns.unprintable', params: { char: 'U+202E' } },
    ]);
  });

  it('limits the whole text, so that each record stays below its own limit', () => {
    const long = 'x'.repeat(TEXT_LIMITS.passage);
    expect(codes({ points: Array(11).fill(long) })).toEqual([['points', 'campaigns.textTooLong']]);
  });

  it('asks a font about its characters when told how', () => {
    const problems = checkText(text({ title: 'Ikrar ☂' }), (passage) =>
      passage.includes('☂') ? 'U+2602' : null,
    );
    expect(problems).toEqual([{ field: 'title', code: 'campaigns.unprintable', params: { char: 'U+2602' } }]);
  });
});

describe('our drafts', () => {
  const all = (['pemilu', 'pilkada', 'both'] as const).flatMap((kind) =>
    (['asn', 'asn-non-asn'] as const).map((who) => draftTexts(kind, who)),
  );

  it('are four points each that can be pinned', () => {
    for (const { pledge, pact } of all) {
      expect([checkText(pledge), checkText(pact)]).toEqual([[], []]);
      expect([pledge.points.length, pact.points.length]).toEqual([4, 4]);
    }
  });

  it('bar social media for a candidate only in the pact', () => {
    for (const { pledge, pact } of all) {
      expect(pledge.points[2]).not.toContain('keuntungan');
      expect(pact.points[2]).toContain('keuntungan');
    }
  });
});
