import { type Header, type ParsedRow, parseIdNumber, parseRow, readEmail } from '../roster/index.ts';

type Repeated = Pick<ParsedRow, 'category' | 'rank' | 'post' | 'postStatus' | 'status' | 'problems'>;
type Unit = Pick<ParsedRow, 'unitName' | 'unitCode' | 'problems'>;

const OF_UNIT = ['unit', 'unitCode'] as const;
const OF_SERVICE = ['category', 'stage', 'standing', 'status', 'rank', 'post', 'postStatus', 'note'] as const;
/** A name that reading leaves as it stands: letters first, no long number, nothing to tidy. */
const PLAIN_NAME = /^(?!contoh\b)[a-z][\x21-\x7e]*(?: [\x21-\x7e]+)*$/i;
const LONG_NUMBER = /\d[\d .-]{6,}\d/;
const PLAIN_MAIL = /^(?:[a-z0-9][\x21-\x7e]*)?$/i;
const MOST = 20_000;

/**
 * Reads rows as `parseRow` does, to the same values and problems (a test holds them against each other), but what comes
 * again and again is read once: the words of a person's service, and the unit. Whatever is not plain goes the long way.
 */
export function rowReader(header: Header, today: string) {
  const { index } = header;
  const services = remembering(keyed(header, OF_SERVICE), (cells) => service(header, cells, today));
  const units = remembering(keyed(header, OF_UNIT), (cells) => unit(header, cells));
  const [at, has] = [index, index.titleBefore !== undefined || index.titleAfter !== undefined];
  const long = (cells: readonly string[], number: number) =>
    parseRow(
      { number, cells: cells.map((text) => (text === '' ? undefined : { kind: 'text', text })) },
      header,
      {
        today,
      },
    );
  return (cells: readonly string[], number: number): ParsedRow | null => {
    const name = cells[at.name as number] ?? '';
    const mail = at.email === undefined ? '' : (cells[at.email] ?? '');
    if (has || at.id === undefined || !PLAIN_MAIL.test(mail)) return long(cells, number);
    if (name.length > 120 || !PLAIN_NAME.test(name) || LONG_NUMBER.test(name)) return long(cells, number);
    const known = services(cells);
    const id = cells[at.id] ?? '';
    if (
      !known.category ||
      !/^\d{18}$/.test(id) ||
      known.problems.some(({ code }) => code === 'category.inferred')
    )
      return long(cells, number);
    const where = units(cells);
    const read = parseIdNumber(id, known.category, { today });
    if (!read.ok) return long(cells, number);
    const problems = [...known.problems, ...where.problems];
    const email = readEmail(mail, problems);
    const row: ParsedRow = {
      rowNumber: number,
      name,
      category: known.category,
      idKind: read.kind,
      idNumber: read.number,
      postStatus: known.postStatus,
      unitName: where.unitName,
      problems,
    };
    if (known.rank) row.rank = known.rank;
    if (known.post) row.post = known.post;
    if (where.unitCode) row.unitCode = where.unitCode;
    if (email) row.email = email;
    if (known.status) row.status = known.status;
    return row;
  };
}

/** The cells of these fields as one text. */
function keyed(header: Header, fields: readonly (keyof Header['index'])[]) {
  const at = fields.map((field) => header.index[field]).filter((index) => index !== undefined);
  return (cells: readonly string[]): string => at.map((index) => cells[index] ?? '').join('\n');
}

/** What is kept is copied: a piece of a text holds the whole text, here megabytes of a file. */
function remembering<T>(key: (cells: readonly string[]) => string, read: (cells: readonly string[]) => T) {
  const known = new Map<string, T>();
  return (cells: readonly string[]): T => {
    const asked = key(cells);
    const held = known.get(asked);
    if (held) return held;
    const value = read(cells.map(copied));
    if (known.size >= MOST) known.clear();
    if (asked.length <= 500) known.set(copied(asked), value);
    return value;
  };
}

function copied(text: string): string {
  return Buffer.from(text).toString();
}

/** The row again with an ordinary name, number and unit in the place of its own: what is then wrong is the service's. */
function service(header: Header, cells: readonly string[], today: string): Repeated {
  const row = standIn(header, cells, OF_SERVICE, today);
  const { category, rank, post, postStatus, status } = row;
  const problems = row.problems.filter(
    ({ code, params }) => !/^(id|unit)\./.test(code) && params.field !== 'unit',
  );
  return {
    category,
    postStatus,
    ...(rank ? { rank } : {}),
    ...(post ? { post } : {}),
    ...(status ? { status } : {}),
    problems,
  };
}

function unit(header: Header, cells: readonly string[]): Unit {
  const { unitName, unitCode, problems } = standIn(header, cells, OF_UNIT);
  const own = problems.filter(({ code, params }) => code.startsWith('unit.') || params.field === 'unit');
  return { unitName, ...(unitCode ? { unitCode } : {}), problems: own };
}

function standIn(
  header: Header,
  cells: readonly string[],
  fields: readonly (keyof Header['index'])[],
  today?: string,
): ParsedRow {
  const own = new Set(fields.map((field) => header.index[field]));
  const shown = cells.map((text, at) =>
    own.has(at) && text !== '' ? { kind: 'text' as const, text } : undefined,
  );
  shown[header.index.name as number] = { kind: 'text', text: 'Pegawai' };
  return parseRow({ number: 0, cells: shown }, header, today ? { today } : {}) as ParsedRow;
}
