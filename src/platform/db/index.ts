export { analyze } from './analyze.ts';
export { joinedBytes, textArray } from './array.ts';
export type { Manifest } from './backup/manifest.ts';
export { DamagedBackup } from './backup/read.ts';
export { backup } from './backup.ts';
export { type Migrated, migrate, schemaVersion } from './migrate.ts';
export { type Db, openDatabase, openPool, withoutPassword } from './pool.ts';
export { forAgency, forAll, markSeparated, narrowTo, outOfReach } from './reach.ts';
export { restore } from './restore.ts';
export { exec, many, maybe, one, type Params, type Row } from './run.ts';
export { type Queries, type Query, queries } from './sql.ts';
export {
  BY_INDEX,
  isConnectionLoss,
  OutcomeUnknown,
  type TransactionOptions,
  transaction,
} from './transaction.ts';
export type { Client, Log } from './types.ts';
