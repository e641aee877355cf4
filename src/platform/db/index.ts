export { type Migrated, migrate, schemaVersion } from './migrate.ts';
export { type Db, openDatabase, openPool, withoutPassword } from './pool.ts';
export { exec, many, maybe, one, type Params, type Row } from './run.ts';
export { type Queries, type Query, queries } from './sql.ts';
export { isConnectionLoss, OutcomeUnknown, type TransactionOptions, transaction } from './transaction.ts';
export type { Client, Log } from './types.ts';
