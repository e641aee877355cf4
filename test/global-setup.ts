import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../src/platform/db/embedded.ts';
import { migrate, openPool } from '../src/platform/db/index.ts';

/** What the tests are told: the server and the migrated template, or why there is none. */
export type TestServer = { readonly url: string; readonly template: string } | { readonly failure: string };

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/**
 * One PostgreSQL for the whole suite: a new embedded one in a temporary folder, or that of TEST_DATABASE_URL.
 * A failure is told to the tests that ask for a database; the others run all the same.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const undo: (() => Promise<unknown> | unknown)[] = [];
  const teardown = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    project.provide('testServer', await prepare(undo));
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    console.error(`No test database: ${failure}`);
    project.provide('testServer', { failure });
  }
  return teardown;
}

async function prepare(undo: (() => Promise<unknown> | unknown)[]): Promise<TestServer> {
  const url = process.env.TEST_DATABASE_URL ?? (await startOwn(undo));
  const template = `ikrar_template_${process.pid}`;
  const admin = await openPool(url, silent);
  undo.push(async () => {
    await dropAll(admin, template);
    await admin.end();
  });
  await admin.query(`create database ${template} template template0`);
  const pool = await openPool(urlOf(url, template), silent);
  await migrate(pool).finally(() => pool.end());
  return { url, template };
}

async function startOwn(undo: (() => Promise<unknown> | unknown)[]): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ikrar-test-'));
  undo.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const server = await startEmbedded({ dataDir, log: console.error });
  undo.push(() => server.stop());
  return server.url;
}

/** The template, and the databases of tests that never came to their end. */
async function dropAll(admin: Awaited<ReturnType<typeof openPool>>, template: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    "select datname as name from pg_database where datname = $1 or starts_with(datname, $1 || '_')",
    [template],
  );
  for (const { name } of rows) await admin.query(`drop database "${name}" with (force)`);
}

function silent(): void {}

/** The same server, another database. */
export function urlOf(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
