import { render } from 'preact-render-to-string';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { lawApp } from '../../../test/law-world.ts';
import { anchorOf } from '../anchor.ts';
import { INSTRUMENTS, printCitation, SHIPPED } from '../index.ts';
import { timelineOf } from '../timeline.ts';
import { instrumentView } from './instrument.view.tsx';

const ON = '2024-09-18';
const CONFIDENT = /terlihat di sumber|disimpulkan dari beberapa sumber|perlu verifikasi|sumber bertentangan/;

interface Statement {
  id: string | undefined;
  text: string;
  day: string | undefined;
  tags: string[];
  links: string[];
}

/** Every element of class `statement` with what it carries, and the identifiers of the page. */
function statementsOf(html: string): { statements: Statement[]; ids: Map<string, string> } {
  const statements: Statement[] = [];
  const ids = new Map<string, string>();
  const open: { name: string; statement?: Statement; id?: string; isTag: boolean }[] = [];
  const parser = new SaxesParser();
  const inside = () => open.flatMap(({ statement }) => statement ?? []);
  parser.on('opentag', ({ name, attributes }) => {
    const { class: classes = '', id, datetime, href } = attributes as Record<string, string>;
    const own = classes.split(' ').includes('statement');
    const statement = own ? { id, text: '', day: undefined, tags: [], links: [] } : undefined;
    if (statement) statements.push(statement);
    if (id) ids.set(id, '');
    open.push({
      ...{ name, isTag: classes.split(' ').includes('tag') },
      ...(statement ? { statement } : {}),
      ...(id ? { id } : {}),
    });
    for (const one of inside()) {
      if (datetime) one.day = datetime;
      if (href) one.links.push(href);
    }
  });
  parser.on('text', (text) => {
    for (const one of inside()) one.text += text;
    for (const { id } of open) if (id) ids.set(id, `${ids.get(id)}${text}`);
    if (open.at(-1)?.isTag) for (const one of inside()) one.tags.push(text);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(`<page>${html}</page>`).close();
  return { statements, ids };
}

const pageOf = (id: string) => {
  const instrument = SHIPPED.findInstrument(id)!;
  const shown = {
    lang: 'id',
    on: ON,
    register: SHIPPED,
    instrument,
    cited: [],
    history: [],
    correct: null,
  } as const;
  return statementsOf(render(instrumentView({ ...shown, error: null })));
};

describe('every statement on the page of an instrument', () => {
  it.each(INSTRUMENTS.map(({ id }) => id))('%s carries source, date and confidence', (id) => {
    const { statements, ids } = pageOf(id);
    expect(statements.length).toBeGreaterThanOrEqual(2);
    for (const { text, day, tags, links } of statements) {
      expect(day, text).toBe(ON);
      expect(tags.join(' '), text).toMatch(CONFIDENT);
      const sources = links.filter((link) => link.startsWith('#sumber-'));
      expect(sources.length, text).toBeGreaterThan(0);
      for (const link of sources)
        expect(ids.get(link.slice(1)), `${link} of ${text}`).toMatch(/https?:\/\/\S/);
    }
  });

  it('and nothing the register says stands outside of one', () => {
    for (const instrument of INSTRUMENTS) {
      const { statements } = pageOf(instrument.id);
      const said = statements.map(({ text }) => text).join('\n');
      const parts = [
        ...[
          instrument.title ?? 'judul tidak terlihat',
          printCitation({ instrument }, 'full'),
          instrument.note,
        ],
        ...(instrument.nicknames ?? []),
        ...instrument.numbers.flatMap(({ issuer, number }) => [issuer, number]),
        ...timelineOf(SHIPPED, instrument).flatMap(({ by }) => by?.name ?? []),
      ];
      for (const part of parts) if (part) expect(said, instrument.id).toContain(part);
      for (const article of SHIPPED.articlesOf(instrument.id)) {
        const own = statements.find((one) => one.id === anchorOf(article.ref));
        expect(own?.text, instrument.id).toContain(article.gist.id);
        if (article.note) expect(own?.text).toContain(article.note);
      }
    }
  });

  it('conflicts are shown as conflicts', () => {
    const conflict = pageOf('pp-94-2021').statements.find(({ id }) => id === 'pasal-37');
    expect(conflict?.tags).toEqual(['sumber bertentangan']);
  });
});

describe('the list of instruments', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await freshDatabase();
  });
  afterAll(() => db.drop());

  it('judges each on the day asked for, with confidence and source', async () => {
    const { app } = lawApp(db.pool, new Date('2024-09-18T00:00:00Z'));
    const html = await (await app.request(`/hukum?pada=${ON}`)).text();
    expect(html.slice(html.indexOf('<caption'), html.indexOf('</caption'))).toContain('18 September 2024');
    const rows = [...html.matchAll(/<tr><th scope="row">.*?<\/tr>/gs)].map(([row]) => row);
    expect(rows).toHaveLength(INSTRUMENTS.length);
    for (const row of rows) {
      expect(row).toMatch(CONFIDENT);
      expect(row).toMatch(/href="\/hukum\/[^"]+#sumber">[^<]+\.[^<]+</);
    }
  });
});
