import { describe, expect, it } from 'vitest';
import {
  ARTICLES,
  BODIES,
  findArticle,
  findByNumber,
  findInstrument,
  INSTRUMENTS,
  nearestArticle,
} from './index.ts';

const CONFIDENCES = ['verified', 'inferred', 'recalled', 'conflict'];
const PARTIAL = /^\d{4}(-\d{2}(-\d{2})?)?$/;

describe('the register', () => {
  it('has no statement without source and confidence', () => {
    for (const entry of [...INSTRUMENTS, ...ARTICLES, ...BODIES]) {
      const name = JSON.stringify(entry).slice(0, 80);
      expect(CONFIDENCES, name).toContain(entry.confidence);
      expect(entry.sources.length, name).toBeGreaterThan(0);
      for (const source of entry.sources) {
        expect(source.url, name).toMatch(/^https?:\/\/\S+$/);
        expect(source.note.length, name).toBeGreaterThan(3);
      }
    }
  });

  it('says of a recalled statement that it was not seen', () => {
    for (const { confidence, sources } of [...INSTRUMENTS, ...ARTICLES]) {
      if (confidence === 'recalled')
        expect(sources.map((s) => s.note).join(' ')).toMatch(/[Cc]heck|recalled/);
    }
  });

  it('has dates with their own confidence, in order', () => {
    for (const i of INSTRUMENTS) {
      for (const fact of [i.signed, i.inForceFrom, i.inForceUntil]) {
        if (fact) expect(fact.date, i.id).toMatch(PARTIAL);
        if (fact) expect(CONFIDENCES, i.id).toContain(fact.confidence);
      }
      if (i.inForceFrom && i.inForceUntil) expect(i.inForceFrom.date < i.inForceUntil.date, i.id).toBe(true);
      if (i.status === 'revoked') expect(i.inForceUntil, i.id).toBeDefined();
    }
  });

  it('points only at instruments that it holds', () => {
    for (const i of INSTRUMENTS) {
      const targets = [i.revokedBy, ...(i.replaces ?? []), ...(i.amends ?? []), ...(i.touchedBy ?? [])];
      for (const id of targets) if (id) expect(findInstrument(id), `${i.id} -> ${id}`).toBeDefined();
    }
    for (const a of ARTICLES) expect(findInstrument(a.instrument), a.instrument).toBeDefined();
  });

  it('has unique identifiers and names', () => {
    expect(new Set(INSTRUMENTS.map((i) => i.id)).size).toBe(INSTRUMENTS.length);
    expect(new Set(INSTRUMENTS.map((i) => i.name)).size).toBe(INSTRUMENTS.length);
  });

  it('holds the joint decrees as five pairs', () => {
    for (const id of ['skb-netralitas-2022', 'skb-netralitas-2020']) {
      const decree = findInstrument(id)!;
      expect(decree.numbers).toHaveLength(5);
      expect(new Set(decree.numbers.map((n) => n.issuer)).size).toBe(5);
    }
    expect(findByNumber('skb', '246', 2022)?.id).toBe('skb-netralitas-2022');
    expect(findByNumber('skb', '1447.1/PM.01/K.1/09/2022', null)?.id).toBe('skb-netralitas-2022');
  });

  it('keeps prohibition and sanction as two numbers of one act', () => {
    const act = findArticle('pp-94-2021', { pasal: '14', huruf: 'i', angka: '3' });
    expect(act?.mapsTo).toEqual([{ pasal: '5', huruf: 'n', angka: '5' }]);
    for (const article of ARTICLES.filter((a) => a.mapsTo && a.instrument === 'pp-94-2021' && a.ref.angka)) {
      for (const ref of article.mapsTo!) {
        const back = findArticle('pp-94-2021', ref)?.mapsTo ?? [];
        expect(back, JSON.stringify(article.ref)).toContainEqual(article.ref);
      }
    }
  });

  it('finds the nearest article that contains a reference', () => {
    expect(nearestArticle('pp-94-2021', { pasal: '5', huruf: 'n', angka: '9' })?.ref).toEqual({
      pasal: '5',
      huruf: 'n',
    });
    expect(nearestArticle('pp-94-2021', { pasal: '40' })).toBeUndefined();
  });

  it('does not mix circulars of different issuers', () => {
    expect(findByNumber('se', '1', 2023, 'Menteri PANRB')?.id).toBe('se-menpanrb-1-2023');
    expect(findByNumber('se', '1', 2023)).toBeUndefined();
    expect(findByNumber('se', '01', 2023, 'Menteri PANRB')?.id).toBe('se-menpanrb-1-2023');
  });
});
