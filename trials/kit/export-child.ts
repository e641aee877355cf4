import { once } from 'node:events';
import { logKey, originOf } from '../../src/evidence/index.ts';
import { exportLog } from '../../src/evidence/log/export.ts';
import { readConfig } from '../../src/platform/config.ts';
import { openPool } from '../../src/platform/db/index.ts';

// Exports one log when it is told to, so that whoever watches its system calls sees those of the export alone.
const [agencyId = '', campaignId = '', into = ''] = process.argv.slice(2);
const config = readConfig(process.env);
const pool = await openPool(config.databaseUrl as string, () => {});
const installation = await originOf(pool);
const key = logKey(config, installation);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const log = { agencyId, campaignId, origin: `${installation}/${agencyId}/${campaignId}` };
try {
  await exportLog({ pool }, key, null, log, into);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
