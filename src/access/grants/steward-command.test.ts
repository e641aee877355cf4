import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { readConfig } from '../../platform/config.ts';
import { stewardCommands } from './steward-command.ts';
import { wideGrants } from './wide.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

/** @returns what was printed, and the message of what went wrong */
async function run(...args: string[]): Promise<string> {
  const said: string[] = [];
  const io = { stdout: { write: (text: string) => said.push(text) > 0 }, stderr: { write: () => true } };
  const config = readConfig({ IKRAR_DATA: '/tmp/ikrar-none', DATABASE_URL: db.url });
  await stewardCommands[0]?.run(args, io, config).catch((error: Error) => said.push(error.message));
  return said.join('');
}

it('makes the first steward, with a password printed once, and another of an account that is there', async () => {
  expect(await run('pengelola')).toContain('access.usernameUnknown');
  expect(await run('pengelola', '--name', 'Pengelola Contoh')).toMatch(/^pengelola\n(?:[a-z]+-){6}[a-z]+\n$/);
  expect(await run('pengelola')).toContain('access.roleHeld');
  expect(await run('pengelola', '--name', 'Orang Lain')).toContain('access.usernameTaken');
  const [grant, ...more] = await wideGrants(db.pool, new Date());
  expect(more).toEqual([]);
  expect(grant).toMatchObject({ role: 'steward', regionCode: null, givenBy: 'system:cli', until: null });
});
