import { describe, expect, it } from 'vitest';
import { NO_PLAN, PLAN_ROLES, type Plan, RUN_STEPS } from '../plan.ts';
import { checkPlan } from './check-plan.ts';
import { planFrom, shownPlan, typedPlan } from './form.ts';
import { afterAct } from './form-acts.ts';
import { deriveOrder, moved, ORDER_LIMIT, postLevel, type Ranked } from './sign-order.ts';
import { unitsAt } from './site-units.ts';
import { rolesOf, sheetOf, TEMPLATES } from './templates.ts';
import { endTime, stepTimes } from './times.ts';

const now = new Date('2026-11-22T00:00:00Z');
const site = (id: string, unitIds: string[] | null): Plan['sites'][number] => ({
  ...{ id, name: id, place: '', mode: 'onsite', startsAt: null, unitIds },
});

describe('the times of a run sheet', () => {
  it('follow from the start and the minutes, over midnight too', () => {
    const steps = [{ minutes: 5 }, { minutes: 30 }, { minutes: 0 }];
    expect(stepTimes('07:15', steps)).toEqual(['07:15', '07:20', '07:50']);
    expect(endTime('07:15', steps)).toBe('07:50');
    expect(stepTimes('23:50', [{ minutes: 20 }, { minutes: 1 }])).toEqual(['23:50', '00:10']);
  });

  it('are unknown from the first step that nobody can place', () => {
    expect(stepTimes('07:00', [{ minutes: 5 }, { minutes: null }, { minutes: 5 }])).toEqual([
      '07:00',
      '07:05',
      null,
    ]);
    expect(stepTimes(null, [{ minutes: 5 }, { minutes: 5 }])).toEqual([null, null]);
    expect(endTime('07:00', [{ minutes: null }])).toBeNull();
    expect(endTime('07:00', [])).toBe('07:00');
  });
});

describe('templates', () => {
  it('each give a run sheet that can be saved as it is', () => {
    for (const template of TEMPLATES) {
      const runSheet = sheetOf(template);
      expect(checkPlan({ ...NO_PLAN, runSheet })).toEqual([]);
      const steps = runSheet.map(({ step }) => step);
      expect(steps).toContain('reading');
      expect(steps).toContain('all-sign');
      expect(steps.every((step) => RUN_STEPS.includes(step))).toBe(true);
      expect(rolesOf(template).every((role) => PLAN_ROLES.includes(role))).toBe(true);
    }
    expect(sheetOf('one-yard').map(({ step }) => step)).toContain('head-signs');
    expect(sheetOf('many-sites').map(({ step }) => step)).toContain('symbolic');
  });
});

describe('units at a site', () => {
  const units = [
    { id: 'dinas', parentId: null },
    { id: 'upt', parentId: 'dinas' },
    { id: 'sekolah', parentId: 'upt' },
    { id: 'badan', parentId: null },
  ];

  it('are the named ones with all below them, unless another site names one nearer', () => {
    const sites = [site('a', ['dinas']), site('b', ['upt']), site('c', null)];
    expect(unitsAt(units, sites, 'a')).toEqual(['dinas']);
    expect(unitsAt(units, sites, 'b')).toEqual(['upt', 'sekolah']);
    expect(unitsAt(units, sites, 'c')).toEqual(['badan']);
  });

  it('are everybody at a site that names none, and nobody at a site that is not there', () => {
    expect(unitsAt(units, [site('a', null)], 'a')).toEqual(['dinas', 'upt', 'sekolah', 'badan']);
    expect(unitsAt(units, [site('a', null)], 'b')).toEqual([]);
  });
});

describe('the order of signing', () => {
  const person = (name: string, post: string | null, rank: string | null, change: Partial<Ranked> = {}) => ({
    ...{ personId: name, name, post, rank, category: 'pns' as const },
    ...change,
  });
  const names = (people: Ranked[]) => deriveOrder(people).map(({ name }) => name);

  it('goes by post, then golongan, then PPPK, then name', () => {
    const pppk = { category: 'pppk' } as const;
    const people = [
      person('Zulkifli Contoh', null, null, { category: 'non-asn' }),
      person('Pranata PPPK', 'Pranata Komputer', 'IX', pppk),
      person('Guru PPPK', 'Guru', 'XI', pppk),
      person('Staf Muda', 'Analis Kebijakan', 'Penata Muda, III/a'),
      person('Ani Staf', 'Analis Kebijakan', 'III/d'),
      person('Kasi', 'Kepala Seksi Mutasi', 'IV/b'),
      person('Kabid', 'Kepala Bidang Mutasi', 'III/d'),
      person('Sekretaris', 'Sekretaris', 'Pembina, IV/a'),
      person('Kadis', 'Kepala Dinas Pendidikan', 'IV/c'),
      person('Sekda', 'Sekretaris Daerah', 'IV/e'),
      person('Aminah Contoh', null, null, { category: 'non-asn' }),
    ];
    expect(names(people)).toEqual([
      ...['Sekda', 'Kadis', 'Sekretaris', 'Kabid', 'Kasi', 'Ani Staf', 'Staf Muda'],
      ...['Guru PPPK', 'Pranata PPPK', 'Aminah Contoh', 'Zulkifli Contoh'],
    ]);
  });

  it('takes an echelon where one is written, and a special post for what it is', () => {
    expect(postLevel('Pejabat Eselon II.a')).toBe(postLevel('Kepala Dinas'));
    expect(postLevel('Eselon III')).toBe(postLevel('Camat Fakfak'));
    expect(postLevel('Sekretaris DPRD')).toBe(postLevel('Kepala Badan'));
    expect(postLevel('Kepala BKPSDM')).toBe(postLevel('Kepala Badan'));
    expect(postLevel('Sekretaris Camat')).toBeGreaterThan(postLevel('Kepala Dinas'));
    expect(postLevel('Sekretaris')).toBeLessThan(postLevel('Kepala Bidang Mutasi'));
    expect(postLevel('Eselon III.b')).toBe(postLevel('Kepala Bagian Umum'));
    expect(postLevel('Inspektur Pembantu I')).toBeGreaterThan(postLevel('Inspektur'));
    expect(postLevel('Kepala Sekolah')).toBeLessThan(postLevel('Guru'));
    expect(postLevel(null)).toBe(postLevel('Arsiparis'));
  });

  it('does not depend on how the roster came', () => {
    const people = [
      person('B', 'Camat', 'IV/a'),
      person('A', 'Camat', 'IV/a'),
      person('A', 'Camat', 'IV/a', { personId: '2' }),
    ];
    expect(deriveOrder(people)).toEqual(deriveOrder([...people].reverse()));
  });

  it('is moved by one, to the front and out, and never grows beyond its limit', () => {
    const order = ['a', 'b', 'c'];
    expect(moved(order, 'b', 'up')).toEqual(['b', 'a', 'c']);
    expect(moved(order, 'a', 'up')).toEqual(order);
    expect(moved(order, 'b', 'down')).toEqual(['a', 'c', 'b']);
    expect(moved(order, 'c', 'down')).toEqual(order);
    expect(moved(order, 'c', 'first')).toEqual(['c', 'a', 'b']);
    expect(moved(order, 'x', 'first')).toEqual(['x', 'a', 'b', 'c']);
    expect(moved(order, 'x', 'up')).toEqual(order);
    expect(moved(order, 'b', 'out')).toEqual(['a', 'c']);
    const full = Array.from({ length: ORDER_LIMIT }, (_, at) => `p${at}`);
    expect(moved(full, 'x', 'first')).toHaveLength(ORDER_LIMIT);
  });
});

describe('the form of a plan', () => {
  const labels = new Map([
    ['u1', 'Dinas Contoh'],
    ['u2', 'Kecamatan Contoh'],
  ]);
  const plan: Plan = {
    sites: [{ ...site('s1', ['u1']), startsAt: '07:30' }],
    runSheet: sheetOf('make-up'),
    officers: [{ id: 'o1', role: 'reader', name: 'Contoh', office: '', employer: null }],
    witnesses: [{ id: 'w1', name: 'Contoh', office: 'Ketua', institution: 'Bawaslu Contoh' }],
    order: { headFirst: true, persons: ['p1'] },
    fallback: 'Aula.',
  };
  const sent = (shown = shownPlan(plan, 3)) => {
    const rows = Object.entries(shown.rows).flatMap(([group, list]) =>
      list.flatMap((row, at) =>
        Object.entries(row).map(([name, value]) => [`${group}-${at}-${name}`, value] as const),
      ),
    );
    return Object.fromEntries([
      ...rows,
      ...shown.units.map((ids, at) => [`sites-${at}-units`, ids] as const),
      ...[['version', '3'] as const, ['fallback', shown.fallback] as const],
      ...(shown.headFirst ? [['headFirst', 'yes'] as const] : []),
    ]);
  };

  it('means the plan that it shows', () => {
    const typed = typedPlan(sent());
    expect(typed).toEqual(shownPlan(plan, 3));
    const read = planFrom(typed, { headFirst: false, persons: ['p1'] }, labels, now);
    expect(read.problems).toEqual([]);
    expect(read.plan).toEqual(plan);
  });

  it('leaves empty rows out, and says what is wrong with the others', () => {
    const typed = typedPlan({
      ...sent(),
      'sites-1-id': '',
      'sites-1-name': 'Aula',
      'sites-1-addUnit': 'Dinas Tak Ada',
      'sites-1-startsAt': 'pagi',
      'runSheet-0-minutes': 'lima',
      'officers-1-id': '',
      'officers-1-role': 'pembina',
      'witnesses-0-institution': '',
    });
    const { plan: read, problems } = planFrom(typed, plan.order, labels, now);
    expect(read.officers).toHaveLength(1);
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'sites-1-addUnit plan.unknownUnit',
      'sites-1-startsAt ceremonies.badTime',
      'runSheet-0-minutes plan.badMinutes',
      'witnesses-0-institution ceremonies.needed',
    ]);
  });

  it('refuses one unit at two places', () => {
    const twice = { ...plan, sites: [site('s1', ['u1']), site('s2', ['u2', 'u1'])] };
    expect(checkPlan(twice)).toEqual([{ field: 'sites-1-addUnit', code: 'plan.unitTwice' }]);
  });

  it('changes rows by its buttons, and keeps what was typed', () => {
    const typed = typedPlan({ ...sent(), newSites: 'kecamatan contoh\n\nLapangan Barat' });
    const many = afterAct('many-sites', typed, labels);
    expect(many?.rows.sites.map(({ name }) => name)).toEqual(['s1', 'kecamatan contoh', 'Lapangan Barat']);
    expect(many?.units).toEqual([['u1'], ['u2'], []]);
    expect(afterAct('remove-sites-0', many as never, labels)?.units).toEqual([['u2'], []]);
    expect(afterAct('add-witnesses', typed, labels)?.rows.witnesses).toHaveLength(2);
    const raised = afterAct('up-runSheet-1', typed, labels);
    expect(raised?.rows.runSheet[0]?.step).toBe('reading');
    const sheet = afterAct('template-one-yard', typed, labels);
    expect(sheet?.rows.runSheet).toHaveLength(7);
    expect(sheet?.rows.officers.map(({ role }) => role)).toEqual([
      ...['reader', 'pembina', 'perwira', 'komandan', 'clerk'],
    ]);
    expect(sheet?.fallback).toBe('Aula.');
    for (const act of ['save', 'add-nothing', 'template-none', '', 'remove-__proto__-0'])
      expect(afterAct(act, typed, labels)).toBeNull();
  });
});
