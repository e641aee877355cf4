import { expect, it } from 'vitest';
import { readConfig } from '../../platform/config.ts';
import { keysSeal } from './seal.ts';

const silent = { write: () => true };
const says = (...args: string[]) =>
  keysSeal.run(args, { stdout: silent, stderr: silent }, readConfig({ IKRAR_DATA: '/tiada/ikrar' })).then(
    () => 'done',
    (error: Error) => error.message,
  );
const device = ['--pkcs11', '/m.so', '--token', 't', '--label', 'l', '--pin-file', '/p'];

it.each([
  [['fakfak', '--rsa', '--key', '/k'], '--rsa and --key exclude each other'],
  [['fakfak', ...device.slice(0, 4), ...device.slice(6)], '--label is missing'],
  [['fakfak', ...device.slice(2)], '--token goes with --pkcs11'],
  [['fakfak', '--remote', 'https://x'], '--token-file is missing'],
  [['fakfak', '--token-file', '/t'], '--token-file goes with --remote'],
  [['fakfak', '--key', '/tiada'], 'cannot read /tiada: '],
  [['fakfak', '--certificate', '/dev/null'], '--certificate needs the key it is for'],
  [[], '1 argument(s) expected'],
  [['fakfak', '--pin', '1234'], "Unknown option '--pin'"],
])('%j is not understood, and nothing is made', async (args, message) => {
  expect(await says(...args)).toContain(message);
});
