import type pg from 'pg';
import { pause } from '../../src/platform/db/embedded/processes.ts';
import { openPool } from '../../src/platform/db/index.ts';
import { workAsApplication } from '../../src/platform/opened.ts';
import { changeAtRandom, drawFrom, type Ground } from '../../test/tally-hands.ts';

// One of eight who change facts at random, in the role of the server, until they are killed or told to stop; says how
// many facts it changed.
const [url = '', seed = '', ...grounds] = process.argv.slice(2);
const quiet = () => {};
const draw = drawFrom(Number(seed));
let stopping = false;
process.stdin.on('data', () => {
  stopping = true;
});
const pool = await opened();
while (!stopping) {
  const ground = JSON.parse(grounds[draw(grounds.length)] as string) as Ground;
  // Killed under us, or restarting: whether the change was kept nobody knows, and the recount will tell.
  const changed = await changeAtRandom(pool, ground, draw).catch(() => null);
  if (changed === null) await pause(50);
  else process.stdout.write(`${changed}\n`);
}
process.exit(0);

/** Born while the database is down, it waits. */
async function opened(): Promise<pg.Pool> {
  for (;;) {
    try {
      const owner = await openPool(url, quiet);
      const own = await openPool(url, quiet);
      await workAsApplication(owner, own, quiet);
      return own;
    } catch {
      await pause(200);
    }
  }
}
