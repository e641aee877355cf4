import { type Command, UsageError } from './command.ts';
import { ConfigError, readConfig } from './config.ts';
import { refusalText } from './i18n.ts';
import { Refusal } from './refusal.ts';

/** Finds the command, runs it, and turns what goes wrong into one clear line. @returns the exit code */
export async function runCommandLine(args: string[], commands: readonly Command[]): Promise<number> {
  const { stdout, stderr } = process;
  const command = commands.find(({ name }) => name === args.slice(0, name.split(' ').length).join(' '));
  if (!command) {
    const asked = args.length === 0 || args[0] === '--help' || args[0] === 'help';
    if (asked) stdout.write(overview(commands));
    else stderr.write(`ikrar: unknown command: ${args.join(' ')}; ikrar --help lists them\n`);
    return asked ? 0 : 2;
  }
  const rest = args.slice(command.name.split(' ').length);
  if (rest.includes('--help')) {
    stdout.write(`ikrar ${command.name} ${command.usage}\n\n${command.summary}\n`);
    return 0;
  }
  try {
    return await command.run(rest, { stdout, stderr }, readConfig(process.env));
  } catch (error) {
    stderr.write(`ikrar ${command.name}: ${explain(error)}\n`);
    return error instanceof UsageError || error instanceof ConfigError ? 2 : 1;
  }
}

function explain(error: unknown): string {
  if (error instanceof Refusal) {
    const text = refusalText('en', error);
    return error.cause instanceof Error ? `${text} (${error.cause.message})` : text;
  }
  if (error instanceof UsageError || error instanceof ConfigError) return error.message;
  return process.env.DEBUG ? String((error as Error).stack) : (error as Error).message;
}

function overview(commands: readonly Command[]): string {
  const rows = commands.map(({ name, usage, summary }) => `  ${name} ${usage}\n      ${summary}\n`);
  return `ikrar: from circular to proof\n\n${rows.join('')}\nIKRAR_DATA names the data directory (./data), PORT the port (3000), DATABASE_URL your own PostgreSQL,\nIKRAR_URL the address people type, IKRAR_WITNESSES the policy of witnesses. Each command has --help and --json.\n`;
}
