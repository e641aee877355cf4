import type { ParsedRow } from '../roster/index.ts';
import type { Agency } from './part.ts';

const PIECE = 64 * 1024;
const LONGEST_CHARACTER = 3;

/** What only matching needs of a row: whether its category and its status were said or taken to be. */
const SURE = 1;
const SAID = 2;

export interface Person {
  agency: Agency;
  id: string;
  row: ParsedRow;
  unitId: string;
}

/**
 * People as bytes in COPY's text format (manual of PostgreSQL, COPY, File Formats). Each becomes bytes as soon as it is
 * read, in memory that serves again for a later part: tens of thousands of strings that wait for their turn would be what
 * V8 makes its heap larger for.
 */
export function createCopyLines(size: number) {
  let bytes = Buffer.allocUnsafeSlow(size);
  let length = 0;
  let moment = '';
  let ends: number[] = [];
  let numbers: number[] = [];
  let said: number[] = [];
  return {
    begin(now: Date): void {
      [length, ends, numbers, said] = [0, [], [], []];
      moment = now.toISOString();
    },
    add(person: Person): void {
      const text = line(person, moment);
      if (length + text.length * LONGEST_CHARACTER > bytes.length) {
        const larger = Buffer.allocUnsafeSlow(bytes.length * 2 + text.length * LONGEST_CHARACTER);
        bytes.copy(larger, 0, 0, length);
        bytes = larger;
      }
      length += bytes.write(text, length);
      const { row } = person;
      ends.push(length);
      numbers.push(row.rowNumber);
      const inferred = row.problems.some(({ code }) => code === 'category.inferred');
      said.push((inferred ? 0 : SURE) | (row.status ? SAID : 0));
    },
    get rows(): number {
      return ends.length;
    },
    /** Lines of agencies.person, in pieces that the database reads while the next are on their way. */
    *people(): Generator<Buffer> {
      for (let from = 0; from < length; from += PIECE)
        yield bytes.subarray(from, Math.min(length, from + PIECE));
    },
    /** The same with what matching needs behind each. */
    *staged(): Generator<string> {
      let [from, text] = [0, ''];
      for (const [at, end] of ends.entries()) {
        const flags = said[at] as number;
        text += bytes.toString('utf8', from, end - 1);
        text += `\t${numbers[at]}\t${flags & SURE ? 't' : 'f'}\t${flags & SAID ? 't' : 'f'}\n`;
        from = end;
        if (text.length < PIECE && at < ends.length - 1) continue;
        yield text;
        text = '';
      }
    },
  };
}

export type CopyLines = ReturnType<typeof createCopyLines>;

function line({ agency, id, row, unitId }: Person, moment: string): string {
  const who = `${cell(agency.id)}\t${id}\t${row.idKind ?? 'local'}\t${cell(row.idNumber)}\t${cell(row.name)}`;
  const service = `${row.category}\t${cell(row.rank)}\t${cell(row.post)}\t${row.postStatus}`;
  const rest = `${cell(unitId)}\t${cell(row.email)}\t${row.status ?? 'active'}\t${agency.isExample ? 't' : 'f'}`;
  return `${who}\t${service}\t${rest}\t${moment}\n`;
}

function cell(text: string | undefined): string {
  if (text === undefined) return '\\N';
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => ESCAPED[found] as string) : text;
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
