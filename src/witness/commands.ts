import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type Command, print, readArgs, UsageError } from '../platform/command.ts';
import type { Config } from '../platform/config.ts';
import { untilTold } from '../platform/until-told.ts';
import { FormatError, parseVkey, type VerifierKey } from '../verify/index.ts';
import { ownKey } from './own-key.ts';
import { serveWitness } from './server.ts';
import { openWitness } from './witness.ts';

const place = { dir: { type: 'string' }, name: { type: 'string' } } as const;
const defaultPort = 8460;

const key: Command = {
  name: 'witness key',
  usage: '--dir DIR --name NAME [--json]',
  summary: 'Prints the verifier key of a witness as a C2SP vkey, making the key in DIR where there is none.',
  async run(args, io) {
    const { values } = readArgs(args, place, 0);
    const { dir, name } = placed(values);
    const { vkey } = named(() => ownKey(dir, name));
    print(io, values.json, { vkey, name }, vkey);
    return 0;
  },
};

const witness: Command = {
  name: 'witness',
  usage: '--dir DIR --name NAME --log VKEY [--log VKEY …] [--port N] [--host ADDRESS] [--json]',
  summary:
    'Watches the logs of another institution and cosigns their tree heads (C2SP tlog-witness); needs no database.',
  async run(args, io, config) {
    const options = {
      ...place,
      log: { type: 'string', multiple: true },
      port: { type: 'string' },
      host: { type: 'string' },
    } as const;
    const { values } = readArgs(args, options, 0);
    const { dir, name } = placed(values);
    const logs = (values.log ?? []).map(logKey);
    if (logs.length === 0)
      throw new UsageError('--log is needed: the vkey that `ikrar keys log` prints there');
    const address = listening(config, values.port, values.host);
    const say = (line: string) => io.stderr.write(`${line}\n`);
    const stopped = untilTold();
    const opened = named(() => openWitness(dir, name, logs, () => new Date()));
    try {
      const { port, stop } = await serveWitness(opened, address, say);
      const url = `http://${address.host}:${port}`;
      const line = `witness ${name} ${opened.own.vkey} ${url}`;
      print(io, false, null, values.json ? JSON.stringify({ url, port, vkey: opened.own.vkey }) : line);
      await stopped;
      await stop();
    } finally {
      await opened.close();
    }
    if (process.connected) process.disconnect();
    return 0;
  },
};

export const witnessCommands: readonly Command[] = [key, witness];

function placed({ dir, name }: { dir?: string | undefined; name?: string | undefined }) {
  if (!dir) throw new UsageError('--dir is needed: where this witness keeps its key and what it has seen');
  if (!name) throw new UsageError('--name is needed, such as saksi.bawaslu.go.id');
  return { dir: resolve(dir), name };
}

/** A bad name is the writer's, not a bug. */
function named<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError('--name may hold no space and no +');
    throw error;
  }
}

function logKey(vkey: string): VerifierKey {
  try {
    return parseVkey(vkey);
  } catch {
    throw new UsageError(`--log ${vkey} is not the vkey of a log`);
  }
}

function listening(config: Config, port = String(defaultPort), host = '127.0.0.1'): Config {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new UsageError('--port takes a number');
  if (isIP(host) === 0 && host !== 'localhost') throw new UsageError('--host takes an IP address');
  return { ...config, port: Number(port), host };
}
