import { randomInt } from 'node:crypto';
import { readConfig } from '../../src/platform/config.ts';
import { migrate, openDatabase, transaction } from '../../src/platform/db/index.ts';
import { removeData, type Server, startServer, temporaryData } from '../../test/server.ts';
import { addOffice } from './office.ts';

export const STAGE_AGENCY = 'misalan-1';

/** A real server with one institution that takes reports, for as long as `work` takes. */
export async function withReportStage<T>(work: (server: Server) => Promise<T>): Promise<T> {
  const dataDir = temporaryData();
  try {
    const db = await openDatabase(readConfig({ IKRAR_DATA: dataDir }), () => {});
    try {
      await migrate(db.pool, () => {});
      const password = `kapas-${randomInt(1e9)}-rotan`;
      await transaction(db.pool, (client) => addOffice(client, STAGE_AGENCY, password, new Date()));
    } finally {
      await db.close();
    }
    const server = await startServer({ empty: true, dataDir });
    try {
      return await work(server);
    } finally {
      await server.halt();
    }
  } finally {
    removeData(dataDir);
  }
}
