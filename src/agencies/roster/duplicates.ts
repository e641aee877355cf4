import { type ParsedRow, refuse } from './types.ts';
import { nameKey } from './words.ts';

/**
 * Refuses every row of a number that the file holds more than once, each naming the others: which of them is right
 * only the officer knows. People without a number are told apart by name and unit.
 */
export function refuseDuplicates(rows: readonly ParsedRow[]): void {
  const seen = new Map<string, ParsedRow[]>();
  for (const row of rows) {
    const key = personKey(row);
    const group = seen.get(key);
    if (group) group.push(row);
    else seen.set(key, [row]);
  }
  for (const [key, group] of seen) {
    if (group.length < 2 || key === '') continue;
    const code = key.startsWith('#') ? 'duplicate.id' : 'duplicate.name-unit';
    for (const row of group) row.problems.push(refuse(code, { rows: others(group, row) }));
  }
}

function personKey(row: ParsedRow): string {
  if (row.problems.some((problem) => problem.code === 'row.example')) return '';
  if (row.idNumber) return `#${row.idKind === 'local' ? 'local' : 'asn'} ${row.idNumber}`;
  return row.category === 'non-asn' && row.name !== '' ? `${nameKey(row.name)}|${nameKey(row.unitName)}` : '';
}

function others(group: readonly ParsedRow[], row: ParsedRow): string {
  const numbers = group.filter((other) => other !== row).map((other) => other.rowNumber);
  return numbers.length > 5 ? `${numbers.slice(0, 5).join(', ')}, …` : numbers.join(', ');
}
