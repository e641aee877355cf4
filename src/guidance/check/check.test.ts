import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../topic.ts';
import { TOPICS } from '../topics/index.ts';
import {
  afterAnswer,
  cookieName,
  isPassed,
  nextQuestion,
  openProgress,
  sealProgress,
  seedOf,
} from './progress.ts';
import { leadsUnit, questionsFor } from './questions.ts';

const secret = Buffer.alloc(32, 7);
const holder = { agencyId: 'a', campaignId: 'c', personId: 'p' };

describe('questions', () => {
  it('are written so that exactly one listed option is right, in both languages', () => {
    for (const { id, quiz } of TOPICS) {
      if (!quiz) continue;
      expect(quiz.options.length, id).toBeGreaterThanOrEqual(3);
      expect(quiz.options[quiz.right], id).toBeDefined();
      for (const text of [quiz.ask, quiz.because, ...quiz.options])
        expect(text.id !== '' && text.en !== '', id).toBe(true);
    }
  });

  it('are three to five, the same for the same person and campaign, and differ between people', () => {
    const drawn = (seed: string) =>
      questionsFor('c', { category: 'pns', head: false }, seed).map(({ id }) => id);
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...CATEGORIES), fc.boolean(), (seed, category, head) => {
        const ids = questionsFor('c', { category, head }, seed).map(({ id }) => id);
        expect(ids.length).toBeGreaterThanOrEqual(3);
        expect(ids.length).toBeLessThanOrEqual(5);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids[0]).toBe('memilih-di-tps');
        expect(questionsFor('c', { category, head }, seed).map(({ id }) => id)).toEqual(ids);
      }),
    );
    expect(new Set(Array.from({ length: 50 }, (_, i) => drawn(String(i)).join())).size).toBeGreaterThan(10);
  });

  it('fit the category and the role', () => {
    const ids = (category: (typeof CATEGORIES)[number], head = false) =>
      questionsFor('c', { category, head }, 'x').map(({ id }) => id);
    expect(ids('pppk-pw')).toContain('pppk');
    expect(ids('non-asn')).toContain('tenaga-honorer');
    expect(ids('pns')).not.toContain('pppk');
    expect(ids('pns', true).some((id) => ['fasilitas-kantor', 'mengerahkan-bawahan'].includes(id))).toBe(
      true,
    );
    expect(leadsUnit('Kepala Dinas Contoh')).toBe(true);
    expect(leadsUnit('Plt. Sekretaris Contoh')).toBe(true);
    expect(leadsUnit('Analis')).toBe(false);
    expect(leadsUnit(null)).toBe(false);
  });
});

describe('progress in a browser', () => {
  it('counts the first answer only, and passes when each was right in the end', () => {
    const one = afterAnswer('', false);
    expect(one).toEqual({ progress: 'x', first: true });
    expect(nextQuestion(one.progress)).toBe(0);
    const two = afterAnswer(one.progress, false);
    expect(two.first).toBe(false);
    const three = afterAnswer(two.progress, true);
    expect(three).toEqual({ progress: 'W', first: false });
    expect(isPassed(three.progress, 1)).toBe(true);
    expect(isPassed('RRx', 3)).toBe(false);
    expect(isPassed('RR', 3)).toBe(false);
  });

  it('is read back only by the holder it was sealed for', () => {
    const sealed = sealProgress('RW', holder, secret);
    expect(openProgress(sealed, holder, secret)).toBe('RW');
    expect(openProgress(sealed, { ...holder, personId: 'q' }, secret)).toBe('');
    expect(openProgress(sealed, { ...holder, campaignId: 'd' }, secret)).toBe('');
    expect(openProgress(sealed.replace('RW', 'RR'), holder, secret)).toBe('');
    expect(openProgress(sealed, holder, Buffer.alloc(32, 8))).toBe('');
    expect(seedOf(holder, secret)).not.toBe(sealed.split('.')[1]);
    expect(cookieName(holder, secret)).not.toBe(cookieName({ ...holder, personId: 'q' }, secret));
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (text !== sealed) expect(openProgress(text, holder, secret)).toBe('');
      }),
    );
  });
});
