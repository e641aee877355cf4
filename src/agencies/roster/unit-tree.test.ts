import { describe, expect, it } from 'vitest';
import { parseRegionCode } from './region-code.ts';
import { checkMove, checkTree, checkUnitRegion, inTreeOrder, pathTo } from './unit-tree.ts';

const unit = (id: string, parentId: string | null = null) => ({ id, name: `Unit ${id}`, parentId });

describe('unit trees', () => {
  it('refuses a unit under itself, rings, absent parents and an id twice, each once', () => {
    const problems = checkTree([
      unit('a', 'a'),
      unit('b', 'c'),
      unit('c', 'd'),
      unit('d', 'b'),
      unit('e', 'b'),
      unit('f', 'x'),
      unit('g'),
      unit('g'),
    ]);
    expect(problems.map((problem) => [problem.code, problem.unitId])).toEqual([
      ['unit.id-twice', 'g'],
      ['unit.own-parent', 'a'],
      ['unit.parent-missing', 'f'],
      ['unit.cycle', 'b'],
    ]);
    expect(problems[3]?.params).toEqual({ units: 'Unit b → Unit c → Unit d → Unit b' });
  });

  it('takes any depth without growing the stack', () => {
    const chain = Array.from({ length: 50_000 }, (_, at) => unit(`${at}`, at === 0 ? null : `${at - 1}`));
    expect(checkTree(chain)).toEqual([]);
    expect(checkTree(chain.toReversed())).toEqual([]);
    expect(inTreeOrder(chain).at(-1)?.depth).toBe(49_999);
    expect(pathTo(new Map(chain.map((one) => [one.id, one])), '49999')).toHaveLength(50_000);
  });

  it('refuses a move under oneself or one’s own descendants', () => {
    const units = [unit('a'), unit('b', 'a'), unit('c', 'b'), unit('d')];
    expect(checkMove(units, 'a', 'a')?.code).toBe('unit.own-parent');
    expect(checkMove(units, 'a', 'c')?.code).toBe('unit.cycle');
    expect(checkMove(units, 'a', 'x')?.code).toBe('unit.parent-missing');
    expect(checkMove(units, 'c', 'd')).toBeNull();
    expect(checkMove(units, 'c', null)).toBeNull();
  });

  it('lists parents before children in the order given', () => {
    const order = inTreeOrder([unit('b'), unit('a'), unit('b2', 'b'), unit('b1', 'b')]);
    expect(order.map(({ unit: one, depth }) => `${depth}${one.id}`)).toEqual(['0b', '1b2', '1b1', '0a']);
  });
});

describe('region codes', () => {
  it.each([
    ['19', 'province', null],
    ['19.06', 'kabupaten', '19'],
    ['18.72', 'kota', '18'],
    ['1872', 'kota', '18'],
    ['19.06.01', 'kecamatan', '19.06'],
    ['19.06.01.1001', 'kelurahan', '19.06.01'],
    ['19.06.01.2001', 'desa', '19.06.01'],
    ['9103013001', 'desa-adat', '91.03.01'],
  ])('%s is a %s', (code, level, parent) => {
    expect(parseRegionCode(code)).toMatchObject({ ok: true, level, parent });
  });

  it.each([
    ['1', 'region.shape'],
    ['19.6', 'region.shape'],
    ['19.06.01.1', 'region.shape'],
    ['19.06.01.1001.1', 'region.shape'],
    ['', 'region.shape'],
    ['10', 'region.range'],
    ['19.00', 'region.range'],
    ['19.70', 'region.range'],
    ['19.06.00', 'region.range'],
    ['19.06.01.4001', 'region.range'],
  ])('%j is refused', (code, refusal) => {
    expect(parseRegionCode(code)).toMatchObject({ ok: false, code: refusal });
  });

  it('belongs to the kind of unit', () => {
    expect(checkUnitRegion('kota', '19.06')).toBe('region.kind');
    expect(checkUnitRegion('kabupaten', '19.06')).toBeNull();
    expect(checkUnitRegion('school', '19.06.01.1001')).toBeNull();
    expect(checkUnitRegion('opd', 'x')).toBe('region.shape');
  });
});
