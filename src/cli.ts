import { stewardCommands } from './access/index.ts';
import { rosterCommands } from './agencies/commands.ts';
import { evidenceCommands, logCheck } from './evidence/index.ts';
import { exampleCommands } from './examples/index.ts';
import { newsroomCommands } from './newsroom/index.ts';
import { OVERSIGHT_LOGS } from './oversight/index.ts';
import { backupCommands } from './platform/backup-commands.ts';
import { runCommandLine } from './platform/command-line.ts';
import { privacyCommands } from './privacy/index.ts';
import { reminderCommands } from './reminders/index.ts';
import { serveCommand, workCommand } from './serve.ts';
import { bsreCommands, checkSignatures } from './signing/index.ts';
import { tallyCommands } from './tally/index.ts';
import { witnessCommands } from './witness/index.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), [
  serveCommand,
  workCommand,
  ...exampleCommands,
  ...stewardCommands,
  ...rosterCommands,
  ...evidenceCommands,
  logCheck(checkSignatures, OVERSIGHT_LOGS),
  ...newsroomCommands,
  ...bsreCommands,
  ...tallyCommands,
  ...privacyCommands,
  ...reminderCommands,
  ...witnessCommands,
  ...backupCommands,
]);
