import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHRASINGS, type Phrasing } from '../phrasings.ts';
import { findTopic, TOPICS } from '../topics/index.ts';
import { LEXICON } from './lexicon.ts';
import { search } from './search.ts';

const OURS = PHRASINGS.filter((p) => p.topic !== null);
const FOREIGN = PHRASINGS.filter((p) => p.topic === null);
const place = ({ text, topic }: Phrasing) => search(text).hits.findIndex((hit) => hit.topic.id === topic);

function rates(list: readonly Phrasing[]) {
  const places = list.map(place);
  const share = (n: number) => places.filter((at) => at >= 0 && at < n).length / list.length;
  return { n: list.length, top1: share(1), top3: share(3) };
}

const percent = (x: number) => `${(x * 100).toFixed(1)} %`;

describe('what people type', () => {
  it('is at least 150 phrasings, a third of them unseen, each with a topic that exists', () => {
    expect(PHRASINGS.length).toBeGreaterThanOrEqual(150);
    const unseen = PHRASINGS.filter((p) => p.unseen).length / PHRASINGS.length;
    expect(unseen).toBeGreaterThan(0.3);
    for (const { topic } of OURS) expect(findTopic(topic as string), topic as string).toBeDefined();
    expect(new Set(PHRASINGS.map((p) => p.text)).size).toBe(PHRASINGS.length);
  });

  it('finds its topic, seen and unseen', () => {
    const seen = rates(OURS.filter((p) => !p.unseen));
    const unseen = rates(OURS.filter((p) => p.unseen));
    for (const [name, { n, top1, top3 }] of Object.entries({ seen, unseen }))
      console.info(`${name}: ${n} phrasings, top-1 ${percent(top1)}, top-3 ${percent(top3)}`);
    if (process.env.SHOW_SEEN) showMisses();
    expect(seen.top1).toBeGreaterThanOrEqual(0.95);
    expect(unseen.top1).toBeGreaterThanOrEqual(0.85);
    expect(unseen.top3).toBeGreaterThanOrEqual(0.95);
  });

  it('is told plainly when the guide does not know', () => {
    const refused = (list: readonly Phrasing[]) =>
      list.filter((p) => !search(p.text).known).length / list.length;
    const [seen, unseen] = [FOREIGN.filter((p) => !p.unseen), FOREIGN.filter((p) => p.unseen)];
    console.info(`off-topic refused: seen ${percent(refused(seen))}, unseen ${percent(refused(unseen))}`);
    if (process.env.SHOW_SEEN)
      for (const p of seen.filter((p) => search(p.text).known)) console.info(`accepted: ${p.text}`);
    expect(refused(seen)).toBeGreaterThanOrEqual(0.85);
    expect(refused(unseen)).toBeGreaterThanOrEqual(0.85);
  });
});

/** Never of the unseen third. */
function showMisses(): void {
  for (const p of OURS.filter((p) => !p.unseen && (place(p) !== 0 || !search(p.text).known)))
    console.info(
      `${p.text} → ${search(p.text)
        .hits.map((hit) => `${hit.topic.id} ${hit.score.toFixed(1)}`)
        .join(', ')} (wanted ${p.topic})`,
    );
}

describe('the search', () => {
  it('forgives slips, stretched letters, affixes and slang', () => {
    for (const text of ['ngelikeee postingn paslom', 'MENYUKAI unggahan calon!!', 'brg calon poto'])
      expect(search(text).known, text).toBe(true);
    expect(search('spandukk di rumahh').hits[0]?.topic.id).toBe('spanduk-di-rumah');
  });

  it('never breaks, whatever is typed, and is quick', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000, unit: 'grapheme' }), (text) => {
        expect(search(text).hits.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 500 },
    );
    const start = performance.now();
    for (let i = 0; i < 20; i++) search('xqzptl '.repeat(10_000));
    expect((performance.now() - start) / 20).toBeLessThan(50);
  });

  it('weighs only concepts that the lexicon holds', () => {
    for (const { id, words } of TOPICS)
      for (const pair of words.split(' ')) {
        expect(pair, id).toMatch(/^[A-Z]+:\d(\.\d)?$/);
        expect(LEXICON[pair.split(':')[0] as string], `${id} ${pair}`).toBeDefined();
      }
  });
});
