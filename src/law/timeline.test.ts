import { describe, expect, it } from 'vitest';
import { anchorOf } from './anchor.ts';
import { ARTICLES, findInstrument, INSTRUMENTS, SHIPPED } from './index.ts';
import { layOut } from './pages/timeline-layout.ts';
import { relationsOf } from './relations.ts';
import { timelineOf } from './timeline.ts';

const life = (id: string) => timelineOf(SHIPPED, findInstrument(id)!);

describe('the life of an instrument', () => {
  it('runs from signing to revocation, with what changed it between', () => {
    expect(life('uu-5-2014').map(({ kind, fact, by }) => [kind, fact?.date, by?.id])).toEqual([
      ['signed', '2014-01-15', undefined],
      ['in-force', '2014-01-15', undefined],
      ['revoked', '2023-10-31', 'uu-20-2023'],
    ]);
    expect(life('skb-netralitas-2020').at(-1)).toMatchObject({ kind: 'replaced', confidence: 'inferred' });
    expect(
      life('uu-1-2015')
        .filter(({ kind }) => kind === 'changed')
        .map(({ by }) => by?.id),
    ).toEqual(['uu-8-2015', 'uu-10-2016', 'mk-136-puu-xxii-2024']);
  });

  it('gives every event a confidence and a source', () => {
    for (const instrument of INSTRUMENTS)
      for (const event of timelineOf(SHIPPED, instrument)) {
        expect(event.confidence, instrument.id).toBeTruthy();
        expect(event.sources.length, instrument.id).toBeGreaterThan(0);
      }
  });

  it('is drawn in the order of time, no row over another, on any day', () => {
    for (const instrument of INSTRUMENTS)
      for (const on of ['1990-01-01', '2018-11-15', '2030-01-01']) {
        const { rows, height } = layOut(timelineOf(SHIPPED, instrument), on);
        const ys = rows.map(({ y }) => y);
        for (const [at, y] of ys.slice(1).entries())
          expect(y - (ys[at] as number), instrument.id).toBeGreaterThanOrEqual(60);
        expect(height).toBeGreaterThan(ys.at(-1) as number);
        expect(rows.filter(({ event }) => event === null)).toHaveLength(1);
      }
  });

  it('knows each relation from both sides', () => {
    for (const one of INSTRUMENTS) {
      const { replaced, amended } = relationsOf(SHIPPED, one);
      for (const other of replaced) expect(relationsOf(SHIPPED, other).replacedBy).toContain(one);
      for (const other of amended) expect(relationsOf(SHIPPED, other).amendedBy).toContain(one);
    }
  });

  it('gives every article an address that no other of its instrument has', () => {
    const all = ARTICLES.map(({ instrument, ref }) => `${instrument}#${anchorOf(ref)}`);
    expect(new Set(all).size).toBe(all.length);
    expect(anchorOf({ pasal: '280', ayat: '2', huruf: 'f' })).toBe('pasal-280-ayat-2-huruf-f');
  });
});
