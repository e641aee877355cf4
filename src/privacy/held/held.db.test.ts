import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { HELD, means } from './held.ts';
import { NOT_PERSONAL } from './not-personal.ts';

let db: TestDatabase;
let columns: string[];
beforeAll(async () => {
  db = await freshDatabase();
  const { rows } = await db.pool.query(
    `select concat_ws('.', c.table_schema, c.table_name, c.column_name) as name
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
       and c.data_type in ('text', 'jsonb', 'json', 'bytea', 'ARRAY', 'character varying', 'uuid', 'inet')
     order by 1`,
  );
  columns = rows.map((row) => row.name);
});
afterAll(() => db.drop());

const places = HELD.flatMap((held) => held.places);
const exact = (list: readonly string[]) => list.filter((place) => !place.includes('*'));

describe('the catalogue of what is held', () => {
  it('knows every column that may tell of a person', () => {
    expect(columns.length).toBeGreaterThan(300);
    const unknown = columns.filter(
      (column) => ![...places, ...NOT_PERSONAL].some((place) => means(place, column)),
    );
    expect(unknown).toEqual([]);
  });

  it('names no column that is not there', () => {
    const known = [...exact(places), ...exact(NOT_PERSONAL)];
    expect(known.filter((place) => !columns.includes(place))).toEqual([]);
    const whole = [...places, ...NOT_PERSONAL].filter((place) => /^\w+\.\w+\.\*$/.test(place));
    expect(whole.filter((place) => !columns.some((column) => means(place, column)))).toEqual([]);
  });

  it('says of no column both', () => {
    const both = NOT_PERSONAL.filter((place) => !place.startsWith('*.') && places.includes(place));
    expect(both).toEqual([]);
  });
});
