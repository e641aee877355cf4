import { readFile } from 'node:fs/promises';
import { type Command, print, readArgs, UsageError } from '../platform/command.ts';
import { explain, type ParsedRoster, type Problem, parseRoster } from './roster/index.ts';
import en from './roster/messages.en.ts';
import id from './roster/messages.id.ts';
import { rosterLoad } from './stream/commands.ts';

const rosterCheck: Command = {
  name: 'roster check',
  usage: 'FILE [--lang id|en] [--json]',
  summary: 'Reads a roster (XLSX or CSV) and says row by row what would be refused and why; changes nothing.',
  async run(args, io) {
    const { values, positionals } = readArgs(args, { lang: { type: 'string' } }, 1);
    const file = positionals[0] as string;
    const bytes = await readFile(file).catch((error: Error) => {
      throw new UsageError(`cannot read ${file}: ${error.message}`);
    });
    const roster = await parseRoster(bytes, file);
    const lang = values.lang === 'en' ? 'en' : 'id';
    print(io, values.json, summary(roster), text(roster, lang));
    return refusals(roster) === 0 ? 0 : 1;
  },
};

export const rosterCommands: readonly Command[] = [rosterCheck, rosterLoad];

function summary({ sheet, columns, rows, problems }: ParsedRoster) {
  const refused = rows.filter(isRefused).length;
  const found = rows
    .filter((row) => row.problems.length > 0)
    .map(({ rowNumber, problems: all }) => ({ row: rowNumber, problems: all }));
  return { sheet, columns, rows: rows.length, accepted: rows.length - refused, refused, problems, found };
}

function text(roster: ParsedRoster, lang: 'id' | 'en'): string {
  const of = (problem: Problem) => explain(problem, lang === 'en' ? en : id);
  const { rows, accepted, refused } = summary(roster);
  return [
    ...roster.problems.map(of),
    ...roster.rows.flatMap((row) => row.problems.map((problem) => `${row.rowNumber}: ${of(problem)}`)),
    `rows ${rows}, accepted ${accepted}, refused ${refused}`,
  ].join('\n');
}

function isRefused(row: ParsedRoster['rows'][number]): boolean {
  return row.problems.some((problem) => problem.severity === 'refuse');
}

function refusals(roster: ParsedRoster): number {
  return (
    roster.rows.filter(isRefused).length +
    roster.problems.filter(({ severity }) => severity === 'refuse').length
  );
}
