import { exampleAccounts } from '../access/index.ts';
import { agencyIds } from '../agencies/index.ts';
import { EXAMPLE_PASSPHRASE } from '../oversight/index.ts';
import { type Command, print, readArgs } from '../platform/command.ts';
import { withPlatform } from '../platform/opened.ts';
import type { Platform } from '../platform/platform.ts';
import { addExampleAccounts, type ExampleLogin } from './accounts.ts';
import { exampleChannel } from './channel.ts';
import { EXAMPLES } from './data/index.ts';
import { loadExample } from './load.ts';
import { exampleRelease } from './release.ts';
import { signAll } from './sign-all.ts';

export { exampleSlip } from './slip.ts';
export { EXAMPLES };

/**
 * The five ceremonies and an account for each role, unless an institution of somebody's own is there already. Taken up
 * again where a crash stopped it: each example is there whole or not at all, and nobody signs twice.
 */
export async function loadExamples(platform: Platform): Promise<ExampleLogin[]> {
  const { pool } = platform;
  const here = await agencyIds(pool);
  const known = new Set(EXAMPLES.map((example) => example.agency.id));
  const mayLoad = here.every((id) => known.has(id));
  if (!mayLoad || (await exampleAccounts(pool)).length > 0) return [];
  for (const example of EXAMPLES) {
    if (!here.includes(example.agency.id)) await loadExample(platform, example);
    await signAll(platform, example);
  }
  await exampleRelease(platform);
  const logins = await addExampleAccounts(platform);
  const inspector = logins.find(({ role }) => role === 'inspector');
  if (inspector) await exampleChannel(platform, inspector.accountId);
  return logins;
}

/** What the first start of an installation prints. */
export async function firstStart(platform: Platform, log: (line: string) => void): Promise<void> {
  const logins = await loadExamples(platform);
  if (logins.length === 0) return;
  log('Contoh dimuat: lima peristiwa, pegawai rekaan. Masuk sebagai:');
  for (const { username, password, role } of logins)
    log(`  ${role.padEnd(9)}  ${username.padEnd(9)} ${password}`);
  log(`Kunci contoh inspektur dibuka dengan: ${EXAMPLE_PASSPHRASE}`);
  log('Selama pemasangan belum dimiliki instansi, halaman depan di komputer ini juga menawarkan peran itu.');
}

const exampleLoad: Command = {
  name: 'example load',
  usage: '[--json]',
  summary: 'Loads the five example ceremonies into an installation without institutions.',
  async run(args, io, config) {
    const { values } = readArgs(args, {}, 0);
    return withPlatform(config, async (platform) => {
      const logins = await loadExamples(platform);
      const text =
        logins.length === 0
          ? 'There are institutions already; nothing was loaded.'
          : logins.map(line).join('\n');
      print(io, values.json, { loaded: logins.length > 0, logins }, text);
      return logins.length > 0 ? 0 : 1;
    });
  },
};

export const exampleCommands: readonly Command[] = [exampleLoad];

function line({ role, username, password }: ExampleLogin): string {
  return `${role}\t${username}\t${password}`;
}
