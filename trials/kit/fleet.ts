import { type Program, run, type Server, serving } from '../../test/server.ts';

/** Servers and workers in processes of their own, on one database, with the keys of one data directory. */
export interface Fleet {
  readonly servers: Server[];
  readonly workers: Program[];
  /** Ends what still runs. */
  stop(): Promise<void>;
}

export async function startFleet(
  dataDir: string,
  env: Record<string, string>,
  { servers, workers }: { servers: number; workers: number },
): Promise<Fleet> {
  const programs: Program[] = [];
  const stop = async () => {
    for (const { child } of programs) child.kill('SIGTERM');
    await Promise.all(programs.map(({ ended }) => ended));
  };
  try {
    const working = Array.from({ length: workers }, () => run(['work', '--json'], dataDir, env));
    programs.push(...working);
    const answering: Server[] = [];
    for (let i = 0; i < servers; i += 1) {
      const program = run(['serve', '--empty', '--pages-only', '--json'], dataDir, env);
      programs.push(program);
      answering.push(await serving(program));
    }
    return { servers: answering, workers: working, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** As by a failing machine. */
export async function kill({ child, ended }: Program): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}
