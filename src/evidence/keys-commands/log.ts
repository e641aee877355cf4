import { type Command, print, readArgs, UsageError } from '../../platform/command.ts';
import { withPlatform } from '../../platform/opened.ts';
import { logKey, vkeyLine } from '../keys.ts';
import { logsOf } from '../logs.ts';
import { originOf } from '../origin.ts';

export const keysLog: Command = {
  name: 'keys log',
  usage: '[--campaign ID] [--json]',
  summary:
    "Prints the log's verifier key as a C2SP vkey; with --campaign under the name of that campaign's log.",
  async run(args, io, config) {
    const { values } = readArgs(args, { campaign: { type: 'string' } }, 0);
    return withPlatform(config, async ({ pool }) => {
      const installation = await originOf(pool);
      const [chosen] = values.campaign ? await logsOf(pool, values.campaign) : [];
      if (values.campaign && !chosen) throw new UsageError(`there is no signed campaign ${values.campaign}`);
      const origin = chosen?.origin ?? installation;
      const vkey = vkeyLine(logKey(config, installation), origin);
      print(io, values.json, { vkey, origin }, vkey);
      return 0;
    });
  },
};
