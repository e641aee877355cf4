import { type Command, readArgs } from './platform/command.ts';
import { publicAddress } from './platform/config.ts';
import { untilTold } from './platform/until-told.ts';
import { serveWeb } from './web.ts';

/** `ikrar serve`: runs until it is told to stop, then leaves nothing running. */
export const serveCommand: Command = {
  name: 'serve',
  usage: '[--empty] [--json]',
  summary: 'Starts the server, with the five example ceremonies on the first start; --empty leaves them out.',
  async run(args, io, config) {
    const { values } = readArgs(args, { empty: { type: 'boolean' } }, 0);
    const log = (line: string) => io.stderr.write(`${line}\n`);
    const stopped = untilTold();
    const served = await serveWeb(config, log, values.empty ?? false);
    const address = publicAddress({ ...config, port: served.port });
    io.stdout.write(
      values.json ? `${JSON.stringify({ address, port: served.port })}\n` : `Ikrar: ${address}\n`,
    );
    await stopped;
    if (process.connected) process.disconnect();
    await served.stop();
    return 0;
  },
};
