import { readFile, writeFile } from 'node:fs/promises';
import { type Command, print, readArgs, UsageError } from '../../platform/command.ts';
import { withPlatform } from '../../platform/opened.ts';
import { checkHere } from '../check-here.ts';
import { logKey } from '../keys.ts';
import { originOf } from '../origin.ts';
import { archive } from './archive.ts';

export const pactsArchive: Command = {
  name: 'pacts archive',
  usage: 'FILE --out FILE [--json]',
  summary:
    'Writes a long-term variant of a sealed pact (PAdES B-LTA, needs IKRAR_TSA): revocation data and a time stamp over all are added behind it. Keep the original too: `ikrar verify` judges that, not the variant.',
  async run(args, io, config) {
    const { values, positionals } = readArgs(args, { out: { type: 'string' } }, 1);
    const { tsa } = config;
    const { out } = values;
    if (!tsa) throw new UsageError('IKRAR_TSA is not set: there is no time-stamping authority to ask');
    if (!out) throw new UsageError('--out is missing');
    const pdf = await readFile(positionals[0] as string).catch((error: Error) => {
      throw new UsageError(`cannot read ${positionals[0]}: ${error.message}`);
    });
    return withPlatform(config, async (platform) => {
      // Attacker: a file whose certificates name addresses to ask. Only what was sealed here is followed.
      const { verdict } = await checkHere(platform, logKey(config, await originOf(platform.pool)), pdf);
      if (verdict === 'invalid')
        throw new UsageError('this is not a valid pact of this installation; see ikrar verify');
      const { bytes, warnings } = await archive(tsa, pdf);
      await writeFile(out, bytes, { flag: 'wx' });
      for (const warning of warnings) io.stderr.write(`${warning}\n`);
      print(
        io,
        values.json,
        { out, bytes: bytes.length, original: pdf.length, warnings },
        `${bytes.length} → ${out}`,
      );
      return 0;
    });
  },
};
