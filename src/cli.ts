import { rosterCommands } from './agencies/commands.ts';
import { evidenceCommands, logCheck } from './evidence/index.ts';
import { exampleCommands } from './examples/index.ts';
import { newsroomCommands } from './newsroom/index.ts';
import { backupCommands } from './platform/backup-commands.ts';
import { runCommandLine } from './platform/command-line.ts';
import { serveCommand } from './serve.ts';
import { bsreCommands, checkSignatures } from './signing/index.ts';
import { witnessCommands } from './witness/index.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), [
  serveCommand,
  ...exampleCommands,
  ...rosterCommands,
  ...evidenceCommands,
  logCheck(checkSignatures),
  ...newsroomCommands,
  ...bsreCommands,
  ...witnessCommands,
  ...backupCommands,
]);
