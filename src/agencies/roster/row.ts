import { type Cell, readableCsvText, type SheetRow } from '../../platform/files/index.ts';
import { toPrintable } from '../../platform/print/index.ts';
import { combineCategories, parseCategory } from './category.ts';
import type { Header } from './columns.ts';
import { inferCategory, parseIdNumber } from './nip.ts';
import { parseName } from './person-name.ts';
import { parsePersonStatus } from './person-status.ts';
import { MAX_POST, parsePost, parsePostStatus } from './post.ts';
import { parseRank } from './rank.ts';
import type { Field } from './synonyms.ts';
import { type Category, type ParsedRow, type PersonStatus, type Problem, refuse, warn } from './types.ts';
import { unprintableFields } from './unprintable-fields.ts';
import { echo, isTidy } from './words.ts';

export type RowOptions = { unitName?: string; today?: string };

type Read = (field: Field) => Cell | undefined;

const MAX_UNIT = 200;

/** One row of the file as a person, with everything that is wrong with it. Null when it speaks of nobody. */
export function parseRow(row: SheetRow, header: Header, options: RowOptions = {}): ParsedRow | null {
  const read: Read = (field) => {
    const index = header.index[field];
    return index === undefined ? undefined : row.cells[index];
  };
  if (isNobody(read) || isNumbering(row)) return null;
  const problems: Problem[] = [];
  const name = parseName(...nameParts(read));
  problems.push(...name.problems, ...cellProblems(header, row));
  const category = readCategory(read, problems);
  const id = readId(read, category, options, problems);
  const post = readPost(read, problems);
  const rank = readRank(read, category, problems);
  const email = readEmail(textOf(read, 'email'), problems);
  const status = readStatus(read, problems);
  const unitCode = textOf(read, 'unitCode').slice(0, 60);
  if (/^contoh\b/i.test(name.name)) problems.push(refuse('row.example'));
  const unitName = readUnit(read, options, problems);
  problems.push(...unprintableFields({ name: name.name, post: post.post, rank, unit: unitName }));
  return {
    rowNumber: row.number,
    name: name.name,
    category,
    ...id,
    ...(rank ? { rank } : {}),
    ...(post.post ? { post: post.post } : {}),
    postStatus: post.status,
    unitName,
    ...(unitCode ? { unitCode } : {}),
    ...(email ? { email } : {}),
    ...(status ? { status } : {}),
    problems,
  };
}

function textOf(read: Read, field: Field): string {
  const raw = readableCsvText(read(field)?.text ?? '');
  const text =
    raw === '' || isTidy(raw) ? raw : toPrintable(raw.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')).text.trim();
  return /^[-–—]*$/.test(text) ? '' : text;
}

/** Formulas are allowed to a name's own check first: `=HYPERLINK(...)` in a CSV is text, in an XLSX a formula. */
function nameParts(read: Read): [string, string, string] {
  const text = (field: Field) => readableCsvText(read(field)?.text ?? '');
  return [text('name'), text('titleBefore'), text('titleAfter')];
}

/** Empty lines of a table, signature blocks under it, and group headings have neither name nor number. */
function isNobody(read: Read) {
  return textOf(read, 'name') === '' && textOf(read, 'id') === '';
}

/** The line "1 2 3 4" or "(1) (2) (3)" that forms print under their headings. */
function isNumbering(row: SheetRow) {
  const filled = row.cells.filter((cell) => cell !== undefined);
  return filled.length > 1 && filled.every((cell) => /^\(?\d{1,2}\)?$/.test(cell.text.trim()));
}

/** A formula shows what its author's computer last saw. Who somebody is must not hang on that. */
function cellProblems(header: Header, row: SheetRow): Problem[] {
  const problems: Problem[] = [];
  for (const { field, index } of header.columns.used) {
    const kind = row.cells[index]?.kind;
    if (kind === 'error') problems.push(refuse('cell.error', { field }));
    if (kind !== 'formula' || field === 'id') continue;
    problems.push(field === 'name' ? refuse('cell.formula', { field }) : warn('cell.formula', { field }));
  }
  return problems;
}

function readCategory(read: Read, problems: Problem[]): Category | null {
  const main = textOf(read, 'category');
  const standing = parseCategory(textOf(read, 'standing'));
  const stage = parseCategory(textOf(read, 'stage'));
  const said = combineCategories(
    parseCategory(main) ?? parseCategory(textOf(read, 'status')),
    stage,
    standing,
  );
  if (said) return said;
  if (main !== '') {
    problems.push(refuse('category.unknown', { value: echo(main) }));
    return null;
  }
  const cell = read('id');
  const inferred = cell ? inferCategory(cell) : null;
  problems.push(inferred ? warn('category.inferred', { category: inferred }) : refuse('category.missing'));
  return inferred;
}

/** With no category a wrong number is still looked at as a NIP, so that a NIK is named as such and never kept. */
function readId(read: Read, category: Category | null, options: RowOptions, problems: Problem[]) {
  const cell = read('id');
  const result = parseIdNumber(cell ?? '', category ?? 'pns', options.today ? { today: options.today } : {});
  if (result.ok) return category ? { idKind: result.kind, idNumber: result.number } : {};
  const optional = result.code === 'id.local-missing';
  problems.push({ code: result.code, params: result.params, severity: optional ? 'warn' : 'refuse' });
  return {};
}

function readPost(read: Read, problems: Problem[]) {
  const parsed = parsePost(textOf(read, 'post'));
  if (parsed.post.length > MAX_POST) problems.push(refuse('post.too-long', { limit: MAX_POST }));
  const own = parsePostStatus(textOf(read, 'postStatus'));
  return { post: parsed.post.slice(0, MAX_POST), status: own ?? parsed.status };
}

function readRank(read: Read, category: Category | null, problems: Problem[]): string {
  const text = textOf(read, 'rank');
  if (category === 'non-asn' || category === null) return '';
  const rank = parseRank(text, category === 'pppk' || category === 'pppk-pw');
  if (rank === null) problems.push(warn('rank.unknown', { value: echo(text) }));
  return rank ?? '';
}

/** @param text as the cell has it, or already tidied */
export function readEmail(text: string, problems: Problem[]): string {
  if (text === '') return '';
  const match = /^([^\s@<>(),;:"]{1,64})@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i.exec(text);
  if (!match || /^[=+\-@]/.test(text)) {
    problems.push(warn('email.invalid'));
    return '';
  }
  return `${match[1]}@${match[2]!.toLowerCase()}`;
}

function readUnit(read: Read, options: RowOptions, problems: Problem[]): string {
  const text = textOf(read, 'unit').normalize('NFC') || options.unitName || '';
  if (text === '') problems.push(refuse('unit.missing'));
  else if (/^'*[=+@-]/.test(text)) problems.push(refuse('unit.formula'));
  else if (text.length > MAX_UNIT) problems.push(refuse('unit.too-long', { limit: MAX_UNIT }));
  return text.slice(0, MAX_UNIT);
}

/** A remark counts only when it names a status; it is read for that and not kept. */
function readStatus(read: Read, problems: Problem[]): PersonStatus | null {
  const own = textOf(read, 'status') || textOf(read, 'standing');
  const status = parsePersonStatus(own) ?? parsePersonStatus(textOf(read, 'note'));
  if (status) return status;
  if (own !== '' && !parseCategory(own)) problems.push(warn('status.unknown', { value: echo(own) }));
  return null;
}
