import { type Command, print, readArgs } from './command.ts';
import { backup, migrate, openDatabase, restore } from './db/index.ts';

const backupCommand: Command = {
  name: 'backup',
  usage: 'FILE [--json]',
  summary:
    'Writes the whole installation, database and keys, into one file. Keep it as safe as the keys themselves.',
  async run(args, io, config) {
    const { values, positionals } = readArgs(args, {}, 1);
    const file = positionals[0] as string;
    const db = await openDatabase(config, () => {});
    try {
      await migrate(db.pool);
      const manifest = await backup(db.pool, config.dataDir, file, new Date());
      print(io, values.json, { file, manifest }, `${manifest.tables.length} tables → ${file}`);
      return 0;
    } finally {
      await db.close();
    }
  },
};

const restoreCommand: Command = {
  name: 'restore',
  usage: 'FILE [--json]',
  summary: 'Puts a backup into an empty installation; refuses one that holds anything.',
  async run(args, io, config) {
    const { values, positionals } = readArgs(args, {}, 1);
    const file = positionals[0] as string;
    const db = await openDatabase(config, () => {});
    try {
      const manifest = await restore(db.pool, config.dataDir, file);
      print(io, values.json, { file, manifest }, `${manifest.tables.length} tables ← ${file}`);
      return 0;
    } finally {
      await db.close();
    }
  },
};

export const backupCommands: readonly Command[] = [backupCommand, restoreCommand];
