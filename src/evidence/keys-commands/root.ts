import { type Command, print, readArgs } from '../../platform/command.ts';
import { trustedRoots } from '../keys.ts';

export const keysRoot: Command = {
  name: 'keys root',
  usage: '[--json]',
  summary:
    "Prints the root certificate of the seals as PEM; then the roots of other authorities, where a seal's certificate is from one.",
  async run(args, io, config) {
    const { values } = readArgs(args, {}, 0);
    const pems = (await trustedRoots(config, new Date())).map((pem) => pem.trim());
    const [certificate, ...authorities] = pems;
    print(io, values.json, { certificate, authorities }, pems.join('\n'));
    return 0;
  },
};
