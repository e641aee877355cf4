import { readFile } from 'node:fs/promises';
import { type Command, print, readArgs, UsageError } from '../../../platform/command.ts';
import { messageOf } from '../../../platform/i18n.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { openService, type Service } from './service.ts';

/** A number that no person has: six zeros are no region. */
const NOBODY = '0'.repeat(16);

const check: Command = {
  name: 'bsre check',
  usage: '[--file FILE] [--json]',
  summary:
    'Asks the configured BSrE service whether it takes our account; with --file what it says of a signed PDF.',
  async run(args, io, config) {
    const { values } = readArgs(args, { file: { type: 'string' } }, 0);
    if (!config.bsre) throw new UsageError('IKRAR_BSRE is not set; see docs/operations/bsre.md');
    const service = openService(config.bsre);
    const { host, api, trial } = service;
    const said = values.file ? await verdict(service, values.file) : await reached(service);
    const kind = trial ? 'trial service, nothing certified' : 'certified';
    print(io, values.json, { host, api, trial, ...said }, `${host} (${api}, ${kind}): ${said.result}`);
    return said.ok ? 0 : 1;
  },
};

export const bsreCommands: readonly Command[] = [check];

interface Said {
  ok: boolean;
  result: string;
}

/** Being told that nobody is nobody needs both the address and the account. */
async function reached(service: Service): Promise<Said> {
  try {
    await service.requireReady(NOBODY, service.deadline());
    return { ok: true, result: 'answers' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'bsre.notEnrolled') return { ok: true, result: 'answers, and takes our account' };
    return { ok: false, result: messageOf('en', error.code) ?? error.code };
  }
}

async function verdict(service: Service, path: string): Promise<Said> {
  const file = await readFile(path).catch(() => {
    throw new UsageError(`${path} cannot be read`);
  });
  try {
    const result = await service.verify(file, service.deadline());
    return { ok: result === 'valid', result };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, result: messageOf('en', error.code) ?? error.code };
  }
}
