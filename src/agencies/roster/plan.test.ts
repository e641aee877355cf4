import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planImport } from './plan.ts';
import type { CurrentPerson, CurrentUnit, ImportPlan, PersonValues } from './plan-types.ts';
import { editDistance, similarFinder } from './similar.ts';
import { type ParsedRow, refuse } from './types.ts';

const UNITS: CurrentUnit[] = [
  { id: 'u1', name: 'Dinas Perhubungan', code: null, parentId: null },
  { id: 'u2', name: 'SDN 1 Contoh', code: 'S1', parentId: null },
];

function row(rowNumber: number, values: Partial<ParsedRow> = {}): ParsedRow {
  return {
    rowNumber,
    name: `Orang ${rowNumber}`,
    category: 'non-asn',
    postStatus: 'definitive',
    unitName: 'Dinas Perhubungan',
    problems: [],
    ...values,
  };
}

function person(id: string, values: Partial<CurrentPerson> = {}): CurrentPerson {
  return {
    id,
    idKind: null,
    idNumber: null,
    name: 'Budi',
    category: 'non-asn',
    rank: null,
    post: null,
    postStatus: 'definitive',
    unitId: 'u1',
    email: null,
    status: 'active',
    ...values,
  };
}

/** Carries a plan out as the database will: adds, changes and new units, nothing else. */
function carryOut(plan: ImportPlan, people: readonly CurrentPerson[], units: readonly CurrentUnit[]) {
  const made = plan.newUnits.map((unit) => ({
    id: `new ${unit.key}`,
    name: unit.name,
    code: unit.code,
    parentId: null,
  }));
  const stored = (id: string, { unit, unitName: _, ...values }: PersonValues): CurrentPerson => ({
    id,
    ...values,
    unitId: unit.kind === 'known' ? unit.id : `new ${unit.key}`,
  });
  const after = new Map(people.map((one) => [one.id, one]));
  for (const done of plan.rows) {
    if (done.kind === 'add') after.set(`p${after.size}`, stored(`p${after.size}`, done.values));
    if (done.kind === 'change') after.set(done.personId, stored(done.personId, done.values));
  }
  return { people: [...after.values()], units: [...units, ...made] };
}

describe('planImport', () => {
  it('adds, changes field by field, leaves alone and refuses, in the order of the file', () => {
    const current = [
      person('p1', { idKind: 'nip', idNumber: '1', category: 'pns', rank: 'III/a' }),
      person('p2', { name: 'Sari', email: 'sari@contoh.example' }),
    ];
    const rows = [
      row(2, {
        idKind: 'nip',
        idNumber: '1',
        category: 'pns',
        name: 'Budi',
        rank: 'III/b',
        unitName: 'SDN 1 Contoh',
      }),
      row(3, { name: 'SARI' }),
      row(4, {
        name: 'Sari',
        unitName: 'dinas  perhubungan',
        problems: [refuse('duplicate.name-unit', { rows: '3' })],
      }),
      row(5),
    ];
    const plan = planImport(current, UNITS, { rows });
    expect(plan.rows.map((done) => done.kind)).toEqual(['change', 'change', 'refuse', 'add']);
    expect(plan.rows[0]).toMatchObject({
      changes: [
        { field: 'rank', before: 'III/a', after: 'III/b' },
        { field: 'unit', before: 'Dinas Perhubungan', after: 'SDN 1 Contoh' },
      ],
    });
    expect(plan.rows[1]).toMatchObject({
      personId: 'p2',
      changes: [{ field: 'name', before: 'Sari', after: 'SARI' }],
    });
    expect(plan.counts).toEqual({ add: 1, change: 2, same: 0, refuse: 1, missing: 0 });
  });

  it('lists who is absent from the units of the file, and from everywhere only when asked', () => {
    const current = [
      person('p1'),
      person('p2', { name: 'Sari' }),
      person('p3', { unitId: 'u2' }),
      person('p4', { name: 'Tua', status: 'retired' }),
    ];
    const rows = [row(2, { name: 'Budi' })];
    expect(planImport(current, UNITS, { rows }).missing.map((one) => one.personId)).toEqual(['p2']);
    expect(
      planImport(current, UNITS, { rows }, { wholeAgency: true }).missing.map((one) => one.personId),
    ).toEqual(['p2', 'p3']);
  });

  it('asks about a misspelt unit, takes the answer, and creates nothing meanwhile', () => {
    const rows = [row(2, { unitName: 'Dinas Perhubungn' }), row(3, { unitName: 'DINAS PERHUBUNGN' })];
    const asked = planImport([], UNITS, { rows });
    expect(asked.unitQuestions).toMatchObject([
      { key: 'dinas perhubungn', suggested: { id: 'u1' }, people: 2 },
    ]);
    expect(asked.rows[0]).toMatchObject({
      kind: 'refuse',
      reasons: [
        { code: 'unit.similar', params: { unit: 'Dinas Perhubungn', suggestion: 'Dinas Perhubungan' } },
      ],
    });
    expect(asked.newUnits).toEqual([]);
    const used = planImport([], UNITS, { rows }, { unitAnswers: { 'dinas perhubungn': { use: 'u1' } } });
    expect(used.rows[0]).toMatchObject({ kind: 'add', values: { unit: { kind: 'known', id: 'u1' } } });
    const created = planImport([], UNITS, { rows }, { unitAnswers: { 'dinas perhubungn': 'create' } });
    expect(created.newUnits).toMatchObject([{ name: 'Dinas Perhubungn', people: 2 }]);
  });

  it('creates units that are only near in number, and points out near doubles within the file', () => {
    const rows = [
      row(2, { unitName: 'SDN 2 Contoh' }),
      row(3, { unitName: 'Puskesmas Contoh' }),
      row(4, { unitName: 'Puskesmas Contoh' }),
      row(5, { unitName: 'Puskesmas Conto' }),
    ];
    expect(
      planImport([], UNITS, { rows }).newUnits.map((unit) => [unit.name, unit.people, unit.similarTo]),
    ).toEqual([
      ['SDN 2 Contoh', 1, null],
      ['Puskesmas Contoh', 2, null],
      ['Puskesmas Conto', 1, 'Puskesmas Contoh'],
    ]);
  });

  it('finds units by code, keeps two of one name apart by code, and asks for it when there is none', () => {
    const twins: CurrentUnit[] = [
      { id: 'a', name: 'Sekretariat', code: 'A', parentId: null },
      { id: 'b', name: 'Sekretariat', code: 'B', parentId: null },
    ];
    const rows = [
      row(2, { unitName: 'Sekretariat', unitCode: 'b' }),
      row(3, { unitName: 'Sekretariat', unitCode: 'C' }),
      row(4, { unitName: 'Sekretariat' }),
    ];
    const plan = planImport([], twins, { rows });
    expect(plan.rows.map((done) => (done.kind === 'add' ? done.values.unit : done.kind))).toEqual([
      { kind: 'known', id: 'b' },
      { kind: 'new', key: '#c' },
      'refuse',
    ]);
  });

  it('never erases by an empty cell, and gives a number to the one who had none', () => {
    const current = [
      person('p1', { post: 'Camat', postStatus: 'plt', email: 'a@b.example', status: 'leave' }),
    ];
    expect(planImport(current, UNITS, { rows: [row(2, { name: 'Budi' })] }).rows[0]?.kind).toBe('same');
    const given = planImport(current, UNITS, {
      rows: [row(2, { name: 'Budi', idKind: 'local', idNumber: 'T1' })],
    });
    expect(given.rows[0]).toMatchObject({
      kind: 'change',
      personId: 'p1',
      changes: [{ field: 'idNumber', before: null, after: 'T1' }],
    });
  });

  it('does not choose between two people of one name, nor give one person to two rows', () => {
    const twins = [person('p1'), person('p2')];
    expect(planImport(twins, UNITS, { rows: [row(2, { name: 'Budi' })] }).rows[0]).toMatchObject({
      reasons: [{ code: 'person.ambiguous' }],
    });
    const rows = [row(2, { name: 'Budi', idKind: 'local', idNumber: 'T1' }), row(3, { name: 'Budi' })];
    expect(planImport([person('p1')], UNITS, { rows }).rows.map((done) => done.kind)).toEqual([
      'change',
      'refuse',
    ]);
  });

  it('plans nothing the second time, whatever the file', () => {
    const fields = fc.record(
      {
        name: fc.constantFrom('Budi', 'Sari', "Ma'ruf"),
        category: fc.constantFrom('pns' as const, 'pppk' as const, 'non-asn' as const),
        rank: fc.constantFrom('III/a', 'IX'),
        post: fc.constantFrom('Camat', 'Guru'),
        postStatus: fc.constantFrom('plt' as const, 'definitive' as const),
        unitName: fc.constantFrom('Dinas Perhubungan', 'SDN 1 Contoh', 'Puskesmas', 'RSUD', 'puskesmas'),
        unitCode: fc.constantFrom('X1', 'S1'),
        email: fc.constant('a@b.example'),
        status: fc.constantFrom('active' as const, 'leave' as const),
      },
      { requiredKeys: ['name', 'category', 'unitName', 'postStatus'] },
    );
    const file = fc.array(fields, { maxLength: 12 }).map((all) =>
      all.map((values, at) => {
        const numbered = values.category !== 'non-asn' || at % 2 === 0;
        const number = numbered
          ? {
              idKind: values.category === 'non-asn' ? ('local' as const) : ('nip' as const),
              idNumber: `${at}`,
            }
          : {};
        return row(at + 2, { ...values, ...number });
      }),
    );
    fc.assert(
      fc.property(file, (rows) => {
        const first = planImport([], UNITS, { rows });
        const after = carryOut(first, [], UNITS);
        const again = planImport(after.people, after.units, { rows });
        const kept = rows.filter((_, at) => first.rows[at]?.kind !== 'refuse').map((one) => one.rowNumber);
        const changed = again.rows.filter(
          (done) => kept.includes(done.rowNumber) && done.kind !== 'same' && done.kind !== 'refuse',
        );
        expect(changed).toEqual([]);
        expect(again.newUnits).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('similar names', () => {
  it('counts edits, a swap as one', () => {
    expect([
      editDistance('dinas', 'dians', 2),
      editDistance('abc', 'abc', 2),
      editDistance('abc', 'xyz', 2),
      editDistance('', 'a', 2),
    ]).toEqual([1, 0, 3, 1]);
  });

  it('agrees with a plain search over all names', () => {
    const name = fc.stringMatching(/^[abc]{2,10}$/);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), name, (known, wanted) => {
        const limit = wanted.length < 8 ? 1 : 2;
        const roman = (text: string) => /^[ivxlc]+$/.test(text) || text.length === 1;
        const near = known.filter(
          (other) =>
            !roman(other) && !roman(wanted) && other !== wanted && editDistance(other, wanted, 2) <= limit,
        );
        if (!roman(wanted))
          expect(similarFinder(known, (other) => other)(wanted) !== null).toBe(near.length > 0);
      }),
      { numRuns: 2000 },
    );
  });
});
