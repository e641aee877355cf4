import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

/** What was planted, by kind: `slipCode`, `nip` and so on. Names and numbers of people may stand in their own rows. */
export type Planted = Map<string, string[]>;

/** One text in which nothing planted may stand, and what whoever asked for it had sent. */
export interface Answered {
  place: string;
  sent: string;
  text: string;
}

/** Kinds that are kept in the rows of people, to whom they belong; everywhere else they too are looked for. */
const OF_PEOPLE = ['nip', 'name', 'email'];

/** For whoever looks into a finding: what stands around it. */
export function around(planted: Planted, { sent, text }: Answered): string {
  const [hay, own] = [spelled(text), spelled(sent)];
  const values = [...planted.values()].flat().flatMap(forms);
  const hit = values.find((form) => hay.includes(form) && !own.includes(form)) ?? '';
  const at = hay.indexOf(hit);
  return hay.slice(Math.max(0, at - 120), at + hit.length + 60);
}

/** Every planted value that stands in a text, as `kind`; none where whoever asked had sent it. */
export function found(planted: Planted, { sent, text }: Answered, kinds = [...planted.keys()]): string[] {
  const [hay, own] = [spelled(text), spelled(sent)];
  return kinds.filter((kind) =>
    planted
      .get(kind)
      ?.some((value) => forms(value).some((form) => hay.includes(form) && !own.includes(form))),
  );
}

/** One spelling: small letters, without what separates the groups of a code or a number. */
function spelled(text: string): string {
  return text.toLowerCase().replaceAll(/[\s\u00a0-]|&nbsp;/g, '');
}

/** As it is, in an address, in hexadecimal as the database prints bytes, and in Base64. */
function forms(value: string): string[] {
  const bytes = Buffer.from(value);
  const all = [
    value,
    encodeURIComponent(value),
    bytes.toString('hex'),
    bytes.toString('base64url').slice(0, -2),
  ];
  return [...new Set(all.map(spelled))];
}

/** Every table whole: secrets stand in none of them. @returns what was found as `table: kind` */
export async function inTables(
  pool: pg.Pool,
  planted: Planted,
): Promise<{ tables: number; found: string[] }> {
  const secrets = [...planted.keys()].filter((kind) => !OF_PEOPLE.includes(kind));
  const names = await tables(
    pool,
    `select c.oid::regclass::text as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^pg_|^information_schema$'`,
  );
  return { tables: names.length, found: await inDumps(pool, names, planted, secrets) };
}

/** The tables that every request may read, whoever asks: no person either. */
export async function inPublicTables(
  pool: pg.Pool,
  planted: Planted,
): Promise<{ tables: number; found: string[] }> {
  const names = await tables(
    pool,
    `select distinct format('%I.%I', schemaname, tablename) as name from pg_policies
    where qual = 'true' and 'ikrar_app' = any(roles)`,
  );
  return { tables: names.length, found: await inDumps(pool, names, planted, [...planted.keys()]) };
}

async function tables(pool: pg.Pool, sql: string): Promise<string[]> {
  return (await pool.query(`${sql} order by 1`)).rows.map(({ name }) => name as string);
}

async function inDumps(pool: pg.Pool, names: string[], planted: Planted, kinds: string[]): Promise<string[]> {
  const all: string[] = [];
  for (const name of names) {
    const { rows } = await pool.query(`select t::text as row from ${name} t`);
    const text = rows.map(({ row }) => row as string).join('\n');
    all.push(...found(planted, { place: name, sent: '', text }, kinds).map((kind) => `${name}: ${kind}`));
  }
  return all;
}

/** How the processes of this data directory, and those given, were started, as every user of the machine sees it. */
export function commandLines(pids: readonly number[], dataDir: string): string {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const lines = all.map((pid) => ({ pid: Number(pid), line: read(`/proc/${pid}/cmdline`) }));
  return lines
    .filter(({ pid, line }) => pids.includes(pid) || line.includes(dataDir))
    .map(({ line }) => line.replaceAll('\0', ' '))
    .join('\n');
}

export function fileNames(dataDir: string): string {
  return readdirSync(dataDir, { recursive: true }).join('\n');
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
