import { type Command, print, readArgs } from './platform/command.ts';
import { publicAddress } from './platform/config.ts';
import { open } from './platform/opened.ts';
import { untilTold } from './platform/until-told.ts';
import { serveWeb } from './web.ts';
import { startWork } from './worker.ts';

/** `ikrar serve`: runs until it is told to stop, then leaves nothing running. */
export const serveCommand: Command = {
  name: 'serve',
  usage: '[--empty] [--pages-only] [--json]',
  summary:
    'Starts the server, with the five example ceremonies on the first start; --empty leaves them out, --pages-only ' +
    'leaves the background work to `ikrar work`.',
  async run(args, io, config) {
    const { values } = readArgs(args, { empty: { type: 'boolean' }, 'pages-only': { type: 'boolean' } }, 0);
    const log = (line: string) => io.stderr.write(`${line}\n`);
    const stopped = untilTold();
    const served = await serveWeb(config, log, {
      empty: values.empty ?? false,
      pagesOnly: values['pages-only'] ?? false,
    });
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

/** `ikrar work`: what a server does beside answering, in a process of its own; as many as you like. */
export const workCommand: Command = {
  name: 'work',
  usage: '[--json]',
  summary: 'Runs the background work alone: publishing logs, witnesses, reminders, webhooks, imports.',
  async run(args, io, config) {
    const { values } = readArgs(args, {}, 0);
    const log = (line: string) => io.stderr.write(`${line}\n`);
    const stopped = untilTold();
    const { platform, close } = await open(config, log);
    const work = await startWork(platform, log);
    print(io, values.json, { working: true }, 'Ikrar works.');
    await stopped;
    if (process.connected) process.disconnect();
    await work.stop();
    await close();
    return 0;
  },
};
