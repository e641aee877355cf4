import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';
import { transaction } from '../platform/db/index.ts';
import {
  addPeople,
  addUnit,
  agenciesOf,
  agencyOn,
  categoryCounts,
  createAgency,
  inTreeOrder,
  type Person,
  peopleOf,
  unitsBelow,
  unitsOf,
} from './index.ts';

const now = new Date('2026-02-03T04:05:06Z');
const plain = { regionCode: null, code: null };
let db: TestDatabase;

beforeAll(async () => {
  db = await freshDatabase();
  for (const id of ['arfak', 'lain']) await createExample(id);
});
afterAll(() => db.drop());

function createExample(id: string) {
  const names = [
    { name: `Badan Lama ${id}`, validFrom: null, validUntil: '2023-12-31', source: 'Perda contoh' },
    { name: `Badan Baru ${id}`, validFrom: '2024-01-01', validUntil: null, source: null },
  ];
  const row = {
    level: 'opd',
    regionCode: '19.06',
    zone: 'Asia/Jakarta',
    place: 'Manggar',
    letterhead: ['A', 'B'],
  } as const;
  return transaction(db.pool, (client) =>
    createAgency(client, { ...row, letterhead: ['A', 'B'], id, names, isExample: true }, now),
  );
}

function person(unitId: string, name: string, idNumber: string | null): Omit<Person, 'id'> {
  const post = { rank: 'III/a', post: 'Pranata', postStatus: 'definitive' } as const;
  return {
    idKind: 'nip',
    idNumber,
    name,
    category: 'pns',
    ...post,
    unitId,
    email: null,
    status: 'active',
    isExample: true,
  };
}

describe('the name of an institution', () => {
  it('is the one valid on the date, both ends included', async () => {
    expect((await agencyOn(db.pool, 'arfak', '2023-12-31')).name).toBe('Badan Lama arfak');
    expect((await agencyOn(db.pool, 'arfak', '2024-01-01')).name).toBe('Badan Baru arfak');
    expect((await agencyOn(db.pool, 'arfak', null)).letterhead).toEqual(['A', 'B']);
  });

  it('is refused for an institution that is not there', async () => {
    await expect(agencyOn(db.pool, 'tiada', null)).rejects.toMatchObject({
      code: 'agencies.unknown',
      status: 404,
    });
    expect((await agenciesOf(db.pool, ['tiada', 'lain', 'arfak'])).map((a) => a.id)).toEqual([
      'arfak',
      'lain',
    ]);
  });

  it('cannot be taken twice', async () => {
    await expect(createExample('lain')).rejects.toMatchObject({ code: 'agencies.agencyTaken' });
  });
});

describe('the unit tree', () => {
  const add = (name: string, parentId: string | null, id?: string) =>
    transaction(db.pool, (c) =>
      addUnit(c, 'arfak', { ...plain, ...(id ? { id } : {}), parentId, name, kind: 'opd' }, now),
    );

  it('is listed parents first and cut below a unit', async () => {
    await add('Pemkab', null, 'root');
    await add('Zona dinas', 'root', 'z');
    await add('Anak UPT', 'z', 'upt');
    await add('Badan A', 'root', 'a');
    const units = await unitsOf(db.pool, 'arfak');
    expect(units.map((unit) => unit.id)).toEqual(['root', 'a', 'z', 'upt']);
    expect(inTreeOrder(units).map(({ depth }) => depth)).toEqual([0, 1, 1, 2]);
    expect((await unitsBelow(db.pool, 'arfak', ['z'])).sort()).toEqual(['upt', 'z']);
    expect(await unitsBelow(db.pool, 'lain', ['z'])).toEqual([]);
  });

  it('refuses a parent of itself, a circle, a missing parent and a second of one name', async () => {
    await expect(add('X', 'x', 'x')).rejects.toMatchObject({ code: 'agencies.roster.unit.own-parent' });
    await expect(add('X', 'upt', 'root')).rejects.toMatchObject({ code: 'agencies.roster.unit.cycle' });
    await expect(add('X', 'nowhere')).rejects.toMatchObject({ code: 'agencies.roster.unit.parent-missing' });
    await expect(add('X', 'a', 'z')).rejects.toMatchObject({ code: 'agencies.roster.unit.id-twice' });
    await expect(add('zona DINAS', 'root')).rejects.toMatchObject({ code: 'agencies.unitNameTaken' });
    await expect(add('PEMKAB', null)).rejects.toMatchObject({ code: 'agencies.unitNameTaken' });
  });
});

describe('people', () => {
  it('are added in bulk and found by name, number, unit and category', async () => {
    const people = Array.from({ length: 2000 }, (_, i) =>
      person('upt', `Contoh ${String(i).padStart(4, '0')}`, null),
    );
    const special = person('a', "Ma'ruf 100% _x", '198503122010011005');
    const ids = await transaction(db.pool, (c) => addPeople(c, 'arfak', [...people, special], now));
    expect(new Set(ids).size).toBe(2001);
    const page = { limit: 50, offset: 1950 };
    expect((await peopleOf(db.pool, 'arfak', page)).people[49]?.name).toBe('Contoh 1999');
    expect((await peopleOf(db.pool, 'arfak', page)).total).toBe(2001);
    const found = async (search: string) =>
      (await peopleOf(db.pool, 'arfak', { search, limit: 5, offset: 0 })).total;
    expect([
      await found("ma'RUF"),
      await found('0% _'),
      await found('19850312 2010'),
      await found('%%%'),
    ]).toEqual([1, 1, 1, 0]);
    const inA = await peopleOf(db.pool, 'arfak', { unitIds: ['a'], limit: 5, offset: 0 });
    expect(inA.people).toEqual([{ ...special, id: ids[2000], unitName: 'Badan A' }]);
    expect((await peopleOf(db.pool, 'arfak', { category: 'pppk', limit: 5, offset: 0 })).total).toBe(0);
    expect((await categoryCounts(db.pool, 'arfak', {})).pns).toBe(2001);
    expect((await peopleOf(db.pool, 'lain', { limit: 5, offset: 0 })).total).toBe(0);
  });

  it('cannot share a number within one institution', async () => {
    const again = [person('a', 'Kembar', '198503122010011005')];
    await expect(transaction(db.pool, (c) => addPeople(c, 'arfak', again, now))).rejects.toThrow(
      'person_number',
    );
  });
});
