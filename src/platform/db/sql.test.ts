import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { placeholders } from './placeholders.ts';
import { exec, many, maybe, one } from './run.ts';
import { queries } from './sql.ts';

const file = `-- People, for the tests.

-- name: makeTable
create table person (id integer primary key, full_name text not null, born date, seen bigint);

-- name: addPerson
-- Twice is once.
insert into person (id, full_name, born) values (:id, :name, :born::date) on conflict do nothing;

-- name: findPerson
select id, full_name as "fullName", born, ':no' as "text" from person where id = :id and id = :id -- :neither

-- name: allPeople
select id, full_name as "fullName", born, 'x' as "text" from person order by id
`;

const Person = z.object({ id: z.int(), fullName: z.string(), born: z.iso.date().nullable() });

describe('placeholders', () => {
  it.each([
    ['a = :a and b = :b and c = :a', 'a = $1 and b = $2 and c = $1', ['a', 'b']],
    ['\':a\' ":b" :c::text', '\':a\' ":b" $1::text', ['c']],
    ["'it''s :a' :b", "'it''s :a' $1", ['b']],
    ["e'\\':a' :b", "e'\\':a' $1", ['b']],
    ["date'\\' :b", "date'\\' $1", ['b']],
    ['$$ :a $$ $x$ :b $$ $x$ :c', '$$ :a $$ $x$ :b $$ $x$ $1', ['c']],
    ['a$b$ :c d$b$', 'a$b$ $1 d$b$', ['c']],
    ['/* :a /* :b */ :c */ :d -- :e\n:f', '/* :a /* :b */ :c */ $1 -- :e\n$2', ['d', 'f']],
    ['x := 1, y::int[]', 'x := 1, y::int[]', []],
  ])('%s', (sql, text, names) => {
    expect(placeholders(sql)).toMatchObject({ text, names });
  });

  it('keeps every other character, whatever it reads', () => {
    const part = fc.constantFrom(
      "'",
      '"',
      '$$',
      '$q$',
      '/*',
      '*/',
      '--',
      '\n',
      ':',
      '::',
      ':a',
      'e',
      '\\',
      'x ',
      'z',
    );
    const sql = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(sql, (text) => {
        const placed = placeholders(text);
        const back = placed.text.replace(/\$(\d+)/g, (mark, n) => {
          const name = placed.names[Number(n) - 1];
          return name === undefined ? mark : `:${name}`;
        });
        expect(back).toBe(text);
      }),
    );
  });
});

describe('queries', () => {
  it('refuses bad files and unknown names', () => {
    expect(() => queries('select 1')).toThrow(/before the first/);
    expect(() => queries('-- name: a\nselect 1\n-- name: a\nselect 2')).toThrow(/Two SQL blocks are named a/);
    expect(() => queries('-- name: a\n-- only a comment\n')).toThrow(/a is empty/);
    expect(() => queries('-- name: 9x\nselect 1')).toThrow(/Bad SQL block name/);
    expect(() => queries(file).findPersn).toThrow(/No SQL block is named findPersn/);
    expect(() => queries(file).toString).toThrow(/No SQL block/);
  });

  it('names statements apart, also when blocks of two files have one name', () => {
    const a = queries<'find'>('-- name: find\nselect 1').find;
    const b = queries<'find'>('-- name: find\nselect 2').find;
    expect(a.statement).toMatch(/^find_[0-9a-f]{12}$/);
    expect(a.statement).not.toBe(b.statement);
  });
});

describe('running queries', () => {
  let db: TestDatabase;
  const sql = queries<'makeTable' | 'addPerson' | 'findPerson' | 'allPeople'>(file);
  beforeAll(async () => {
    db = await freshDatabase('empty');
    await exec(db.pool, sql.makeTable);
  });
  afterAll(() => db.drop());

  it('answers rows as parsed, and counts', async () => {
    const born = '1985-03-01';
    expect(await exec(db.pool, sql.addPerson, { id: 1, name: "Ma'ruf", born })).toBe(1);
    expect(await exec(db.pool, sql.addPerson, { id: 1, name: 'x', born: null })).toBe(0);
    expect(await one(db.pool, sql.findPerson, { id: 1 }, Person)).toEqual({
      id: 1,
      fullName: "Ma'ruf",
      born,
    });
    expect(await one(db.pool, sql.findPerson, { id: 1 })).toHaveProperty('text', ':no');
    expect(await maybe(db.pool, sql.findPerson, { id: 2 }, Person)).toBeNull();
    await exec(db.pool, sql.addPerson, { id: 2, name: 'Sri', born: null });
    expect(await many(db.pool, sql.allPeople, {}, Person)).toHaveLength(2);
  });

  it('refuses the wrong number of rows, and rows of another shape', async () => {
    await expect(one(db.pool, sql.findPerson, { id: 9 })).rejects.toThrow(/findPerson: one row was expected/);
    await expect(maybe(db.pool, sql.allPeople)).rejects.toThrow(/at most one row was expected, 2 came/);
    const Wrong = z.object({ id: z.string() });
    await expect(many(db.pool, sql.allPeople, {}, Wrong)).rejects.toThrow(
      /allPeople: the row is not as expected \(id/,
    );
  });

  it('refuses missing and superfluous parameters by name', async () => {
    await expect(one(db.pool, sql.findPerson, {})).rejects.toThrow('findPerson: missing parameter id.');
    await expect(one(db.pool, sql.findPerson, { id: undefined })).rejects.toThrow(/missing parameter id/);
    await expect(one(db.pool, sql.findPerson, { id: 1, uid: 1 })).rejects.toThrow(/unknown parameter uid/);
  });
});
