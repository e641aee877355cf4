/** People of one unit and category: how many must sign, how many have. */
export interface Cell {
  readonly unitId: string;
  readonly category: string;
  readonly audience: number;
  readonly signed: number;
}

/** What is shown of one or several units (or categories) together, as of the hour at which it last moved. */
export interface OpenRow {
  readonly ids: readonly string[];
  readonly audience: number;
  readonly signed: number;
  readonly asOf: string;
}

export interface OpenFigures {
  /** Every unit stands in exactly one row; empty where there are too few people for any figure. */
  readonly units: readonly OpenRow[];
  /** null where categories beside units would tell about few people. */
  readonly categories: readonly OpenRow[] | null;
}

/** docs/formats/open-data.md says why. */
export const LEAST_PEOPLE = 10;
export const LEAST_COUNT = 5;

interface Sums {
  readonly audience: number;
  readonly signed: number;
}

/** May be shown by itself: enough people, and neither those who signed nor those who did not are a handful. */
export function isSafe({ audience, signed }: Sums): boolean {
  const unsigned = audience - signed;
  return audience >= LEAST_PEOPLE && signed >= LEAST_COUNT && (unsigned === 0 || unsigned >= LEAST_COUNT);
}

/**
 * What everybody may see next, made from what they saw before. Attacker: somebody who keeps every version and adds and
 * subtracts all that was ever shown. A row moves by five people or not at all; rows only ever split, and only into rows
 * that are safe by themselves; the total is what the rows add up to.
 * @returns `before` itself where nothing moved
 */
export function nextFigures(before: OpenFigures | null, cells: readonly Cell[], asOf: string): OpenFigures {
  const now = sumsBy(cells, (cell) => cell.unitId);
  const known = before && before.units.length > 0 ? before : null;
  const units = known ? known.units.flatMap((row) => moved(row, known, now, asOf)) : fresh(now, asOf);
  const categories = categoriesWith(known, units, cells, asOf);
  // Everybody of a category having signed stays true when its row no longer moves.
  const full = categories?.filter((row) => !isOpen(row)) ?? [];
  if (before && full.length > 0 && !leavesSafe(units, full, cells)) return before;
  const same = known?.categories === categories && isSame(known.units, units);
  return same && before ? before : { units, categories };
}

function isSame(a: readonly OpenRow[], b: readonly OpenRow[]): boolean {
  return a.length === b.length && a.every((row, at) => row === b[at]);
}

function fresh(now: ReadonlyMap<string, Sums>, asOf: string): OpenRow[] {
  return partition([...now.keys()], now).map((ids) => ({ ids, ...sumOf(ids, now), asOf }));
}

/** The row as it may be shown now: as before, moved on, or split. Units that are new join the last row. */
function moved(row: OpenRow, before: OpenFigures, now: ReadonlyMap<string, Sums>, asOf: string): OpenRow[] {
  const ids = row === before.units.at(-1) ? withNew(row, before, now) : row.ids;
  const sum = sumOf(ids, now);
  if (!mayMove(row, sum)) return [row];
  const parts = partition(ids, now);
  if (parts.length > 1) return parts.map((part) => ({ ids: part, ...sumOf(part, now), asOf }));
  const still = sum.audience === row.audience && sum.signed === row.signed && ids.length === row.ids.length;
  return still || !isSafe(sum) ? [row] : [{ ids, ...sum, asOf }];
}

function withNew(row: OpenRow, before: OpenFigures, now: ReadonlyMap<string, Sums>): readonly string[] {
  const seen = new Set(before.units.flatMap(({ ids }) => ids));
  const added = [...now.keys()].filter((id) => !seen.has(id));
  return added.length > 0 ? [...row.ids, ...added] : row.ids;
}

/** What came between the two is a figure too: signatures alone by five or more, people added only as safe as any row. */
function mayMove(from: Sums, to: Sums): boolean {
  const [people, signed] = [to.audience - from.audience, to.signed - from.signed];
  if (people === 0) return signed === 0 || Math.abs(signed) >= LEAST_COUNT;
  return isSafe({ audience: people, signed });
}

/**
 * Groups that are safe by themselves. Those that are not are put together, with the smallest of the others until they
 * are at least two and safe. Empty where all together are not.
 */
function partition(ids: readonly string[], sums: ReadonlyMap<string, Sums>): string[][] {
  const filled = ids.filter((id) => (sums.get(id)?.audience ?? 0) > 0);
  const empty = ids.filter((id) => !filled.includes(id));
  const safe = filled
    .filter((id) => isSafe(sums.get(id)!))
    .sort((a, b) => sums.get(b)!.audience - sums.get(a)!.audience || (a < b ? -1 : 1));
  const pool = filled.filter((id) => !safe.includes(id));
  while (pool.length > 0 && safe.length > 0 && (pool.length < 2 || !isSafe(sumOf(pool, sums))))
    pool.push(safe.pop()!);
  if (pool.length === 0)
    return withEmpty(
      safe.map((id) => [id]),
      empty,
    );
  if (!isSafe(sumOf(pool, sums))) return [];
  return withEmpty([...safe.map((id) => [id]), pool], empty);
}

/** Units without anybody tell nothing; they stay with the last row, so that none is ever taken for a new one. */
function withEmpty(groups: string[][], empty: readonly string[]): string[][] {
  groups.at(-1)?.push(...empty);
  return groups;
}

/**
 * Categories move all at once or not at all, and only while what the rows of units hold back is nothing or five people and
 * more: else it could be read off the difference of both totals.
 */
function categoriesWith(
  before: OpenFigures | null,
  units: readonly OpenRow[],
  cells: readonly Cell[],
  asOf: string,
): readonly OpenRow[] | null {
  const old = before?.categories ?? null;
  if (units.length === 0) return null;
  const now = sumsBy(cells, (cell) => cell.category);
  const all = sumOf([...now.keys()], now);
  if (!mayMove(sumRows(units), all)) return old;
  const rows = old ? old.map(({ ids }) => ({ ids, ...sumOf(ids, now), asOf })) : fresh(now, asOf);
  if (rows.length === 0 || sumRows(rows).audience !== all.audience) return old;
  if (old?.every((row, at) => mayMove(row, rows[at]!)) === false) return old;
  if (!rows.every(isSafe) || isTelling(units, rows, cells)) return old;
  const still = old?.every(
    (row, at) => row.signed === rows[at]!.signed && row.audience === rows[at]!.audience,
  );
  return still ? old : rows;
}

/**
 * Whether rows of units and rows of categories, added and subtracted, give the figure of a few people: those of some
 * categories in the only units that have them, or those of some units in the only categories they have. Whoever works
 * there knows where which category is. Everybody in a row having signed is known of each part of it, so such rows are set
 * aside first.
 */
function isTelling(
  units: readonly OpenRow[],
  categories: readonly OpenRow[],
  cells: readonly Cell[],
): boolean {
  const heads = categories.filter(isOpen);
  const table = tableOf(units.filter(isOpen), heads, cells);
  const across = heads.map((_, at) => sums(table.map((line) => line[at]!)));
  if (![...table.map(sums), ...across].every((sum) => sum.audience === 0 || isSafe(sum))) return true;
  for (let chosen = 1; chosen < 2 ** heads.length; chosen += 1) {
    const inside = heads.map((_, at) => (chosen & (1 << at)) !== 0);
    const touching = table.filter((line) => line.some((cell, at) => inside[at] && cell.audience > 0));
    const within = touching.filter((line) => line.every((cell, at) => inside[at] || cell.audience === 0));
    const beyond = sums(touching.flatMap((line) => line.filter((_, at) => !inside[at])));
    const others = touching.filter((line) => !within.includes(line));
    const rest = sums(others.flatMap((line) => line.filter((_, at) => inside[at])));
    if ([beyond, rest].some((sum) => sum.audience > 0 && !isSafe(sum))) return true;
  }
  return false;
}

/** Whether the people of each row who are in none of these categories are a safe figure too. */
function leavesSafe(units: readonly OpenRow[], full: readonly OpenRow[], cells: readonly Cell[]): boolean {
  const known = new Set(full.flatMap(({ ids }) => ids));
  const left = cells.filter(({ category }) => !known.has(category));
  const one: OpenRow = { ids: left.map(({ category }) => category), audience: 0, signed: 0, asOf: '' };
  return tableOf(units.filter(isOpen), [one], left).every(([sum]) => sum!.audience === 0 || isSafe(sum!));
}

function isOpen({ audience, signed }: Sums): boolean {
  return signed < audience;
}

function tableOf(lines: readonly OpenRow[], heads: readonly OpenRow[], cells: readonly Cell[]): Sums[][] {
  const lineOf = new Map(lines.flatMap(({ ids }, at) => ids.map((id) => [id, at] as const)));
  const headOf = new Map(heads.flatMap(({ ids }, at) => ids.map((id) => [id, at] as const)));
  const table = lines.map(() => heads.map((): Sums => ({ audience: 0, signed: 0 })));
  for (const cell of cells) {
    const [line, head] = [lineOf.get(cell.unitId), headOf.get(cell.category)];
    if (line !== undefined && head !== undefined) table[line]![head] = sums([table[line]![head]!, cell]);
  }
  return table;
}

export function sumRows(rows: readonly Sums[]): Sums {
  return sums(rows);
}

function sums(parts: readonly Sums[]): Sums {
  return parts.reduce<Sums>(
    (sum, { audience, signed }) => ({ audience: sum.audience + audience, signed: sum.signed + signed }),
    { audience: 0, signed: 0 },
  );
}

function sumOf(ids: readonly string[], of: ReadonlyMap<string, Sums>): Sums {
  return sums(ids.flatMap((id) => of.get(id) ?? []));
}

function sumsBy(cells: readonly Cell[], key: (cell: Cell) => string): Map<string, Sums> {
  const groups = Map.groupBy(cells, key);
  return new Map([...groups].map(([id, own]) => [id, sums(own)]));
}
