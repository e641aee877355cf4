import { describe, expect, it } from 'vitest';
import { findViolation, SHIPPED, SIDES } from '../../law/index.ts';
import { answerOn, type Circumstances } from '../answer-on.ts';
import { type Both, WHO } from '../topic.ts';
import { findTopic, TOPICS } from './index.ts';

const DAY: Circumstances = { on: '2024-09-18', who: null, region: null, target: null };
const answer = (id: string, change: Partial<Circumstances> = {}) => {
  const topic = findTopic(id);
  if (!topic) throw new Error(id);
  return answerOn(topic, { ...DAY, ...change }, SHIPPED);
};

describe('the topics', () => {
  it('are many enough, with identifiers of their own and both languages', () => {
    expect(TOPICS.length).toBeGreaterThanOrEqual(25);
    expect(new Set(TOPICS.map(({ id }) => id)).size).toBe(TOPICS.length);
    for (const { id, title, short, allowed, who } of TOPICS) {
      expect(id).toMatch(/^[a-z-]+$/);
      const notes = Object.values(who ?? {}).map(({ note }) => note);
      for (const text of [title, short, ...allowed, ...notes] as Both[])
        expect(text.id.length > 3 && text.en.length > 3 && text.id !== text.en, `${id} ${text.id}`).toBe(
          true,
        );
    }
  });

  it('say nothing of law without source, confidence and date', () => {
    for (const topic of TOPICS)
      for (const who of [null, ...WHO]) {
        const found = answerOn(topic, { ...DAY, who }, SHIPPED);
        const cited = [...topic.cited, ...(found.own?.cited ?? [])];
        expect(found.grounds.length, `${topic.id} cites what the register lacks`).toBe(cited.length);
        for (const { cited, article, instrument, confidence, standing } of found.grounds) {
          if (cited.ref) expect(article, `${topic.id} ${JSON.stringify(cited)}`).not.toBeNull();
          expect((article ?? instrument).sources.length).toBeGreaterThan(0);
          expect(confidence && standing).toBeTruthy();
        }
        const acts = [...found.before, ...found.after];
        expect(found.grounds.length + acts.length, topic.id).toBeGreaterThan(0);
        for (const act of acts) expect(act.group === 'undetermined' || act.sources.length > 0).toBe(true);
        for (const { url, note } of topic.sources)
          expect(url.startsWith('https://') && note !== '').toBe(true);
      }
  });

  it('send to whoever decides where no source names the act', () => {
    for (const { id, nearest, answer, short } of TOPICS.filter((topic) => topic.nearest)) {
      expect(nearest && answer, id).toBe('depends');
      expect(short.id, id).toMatch(/BKPSDM/);
      expect(short.en, id).toMatch(/personnel agency/);
    }
  });

  it('never give a bare yes on a disputed matter', () => {
    const disputed = TOPICS.filter((topic) => topic.answer === 'disputed');
    expect(disputed.map(({ id }) => id)).toContain('hadir-di-kampanye');
    for (const { id, short, sides, confidence } of disputed) {
      expect(short.id, id).not.toMatch(/^(Boleh|Ya)\b/);
      expect(short.en, id).not.toMatch(/^(Yes|Allowed)\b/);
      expect(sides?.length, id).toBeGreaterThanOrEqual(2);
      for (const side of sides ?? []) expect(side.date).toMatch(/^\d{4}/);
      expect(confidence).toBe('conflict');
    }
  });

  it('let people vote above all', () => {
    expect(TOPICS[0]).toMatchObject({ id: 'memilih-di-tps', answer: 'allowed' });
  });

  it('call only such acts forbidden as the list or an article names', () => {
    for (const { id, answer, acts, cited } of TOPICS.filter((topic) => topic.answer === 'forbidden')) {
      expect(acts.length, id).toBeGreaterThan(0);
      for (const act of acts) expect(findViolation(SIDES[act].after), `${id} ${act}`).toBeDefined();
      expect(acts.includes('other') && cited.length === 0, `${id} ${answer}`).toBe(false);
    }
  });

  it('cover every item of the list', () => {
    const items = TOPICS.flatMap(({ acts }) => acts.flatMap((act) => [SIDES[act].before, SIDES[act].after]));
    for (let n = 1; n <= 13; n++) expect(items, `D${n}`).toContain(`D${n}`);
    for (let n = 1; n <= 7; n++) expect(items, `KE${n}`).toContain(`KE${n}`);
  });
});

describe('an answer on a day', () => {
  it('is ethics before the determination of candidates and discipline from that very day', () => {
    const group = (on: string) =>
      answer('suka-komentar-bagikan', { on }).running.map(({ acts }) => acts[0]?.group);
    expect(group('2024-09-21')).toEqual(['ethics']);
    expect(group('2024-09-22')).toEqual(['discipline']);
  });

  it('knows a re-run by its region', () => {
    const running = (on: string, region: string | null) =>
      answer('kampanye-di-medsos', { on, region }).running.map(({ election, phase }) => [election.id, phase]);
    expect(running('2025-07-21', '19.01')).toEqual([['pilkada-ulang-2025-bangka', 'before-determination']]);
    expect(running('2025-07-22', '19.01')).toEqual([['pilkada-ulang-2025-bangka', 'determined']]);
    expect(running('2025-07-22', '18.72')).toEqual([]);
  });

  it('differs by category where the rules do', () => {
    const levels = (who: Circumstances['who']) =>
      answer('suka-komentar-bagikan', { who }).after.flatMap((act) => act.levels.map(({ level }) => level));
    expect(levels('pns')).toContain('berat');
    expect(levels('non-asn')).toEqual(['contract']);
    expect(answer('foto-bersama-calon', { who: 'spouse' }).own?.note.id).toContain('tanpa simbol');
    expect(answer('foto-bersama-calon', { who: 'pns' }).own).toBeNull();
  });

  it('says where the decree was not yet in force', () => {
    expect(answer('tim-sukses', { on: '2022-09-21' }).listed).toBe(false);
    expect(answer('tim-sukses', { on: '2022-09-22' }).listed).toBe(true);
  });

  it('shows party membership under the law of the day', () => {
    const bases = (on: string) =>
      answer('anggota-partai', { on }).after.flatMap((act) => act.bases.map((basis) => basis.instrument));
    expect(bases('2023-10-30')).toContain('uu-5-2014');
    expect(bases('2023-11-01')).not.toContain('uu-5-2014');
    expect(bases('2023-11-01')).toContain('uu-20-2023');
  });
});
