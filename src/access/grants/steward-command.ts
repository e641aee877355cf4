import { randomInt } from 'node:crypto';
import { type Command, print, readArgs, UsageError } from '../../platform/command.ts';
import { withPlatform } from '../../platform/opened.ts';
import { Refusal } from '../../platform/refusal.ts';
import { firstPassword } from '../first-password.ts';
import { giveWide } from './wide.ts';

/** The first steward comes from whoever may run commands on the server; no page makes one out of nothing. */
const steward: Command = {
  name: 'steward',
  usage: 'USERNAME [--name NAME] [--reason TEXT] [--json]',
  summary:
    'Lets an account give grants for the nation and the provinces and add institutions. With --name the account is made, and its first password is printed once.',
  async run(args, io, config) {
    const options = { name: { type: 'string' }, reason: { type: 'string' } } as const;
    const { values, positionals } = readArgs(args, options, 1);
    const [username = ''] = positionals;
    const name = values.name?.trim() ?? '';
    const reason = values.reason?.trim() || 'ikrar steward';
    const password = firstPassword(randomInt);
    return withPlatform(config, async ({ pool, now }) => {
      const grant = { role: 'steward', regionCode: null, reason, until: null, by: 'system:cli' } as const;
      try {
        await giveWide(pool, { ...grant, username, name, password }, now());
      } catch (error) {
        if (error instanceof Refusal) throw new UsageError(`${username}: ${error.code}`);
        throw error;
      }
      const shown = name ? { username, password } : { username };
      print(io, values.json, shown, Object.values(shown).join('\n'));
      return 0;
    });
  },
};

export const stewardCommands: readonly Command[] = [steward];
