import { Worker } from 'node:worker_threads';
import { Refusal } from '../../platform/refusal.ts';
import { kindOf } from '../checker/files/kind-of.ts';
import type { CheckOptions } from '../checker/index.ts';
import { type Checked, checkGiven, type Given } from './check-given.ts';
import type { Answer, Question } from './checker.worker.ts';

/** What is this short is read where we stand: some 20 ms. */
const SHORT = 64_000;
const AT_ONCE = 3;
const TIME_LIMIT = 30_000;
const MEMORY_MB = 1024;
/** Bytes unpacked from a hostile file lie outside the thread's heap, where its own limit does not see them. */
const SWELL_MB = 768;
const LOOK_EVERY = 50;

let running = 0;

/**
 * Checks a text or a file without holding up other requests: files and long texts in a thread of their own, which is
 * ended when it takes too long. An attacker may keep at most {@link AT_ONCE} threads busy; the others are told to wait.
 * @throws Refusal newsroom.check.file.*; newsroom.given.busy (503); newsroom.given.tooSlow
 */
export async function checkAside(
  given: Given,
  options: CheckOptions,
  timeLimit = TIME_LIMIT,
): Promise<Checked> {
  if (isQuick(given)) return checkGiven(given, options);
  if (running >= AT_ONCE) throw new Refusal('newsroom.given.busy', 503);
  running += 1;
  try {
    return await inThread(given, options, timeLimit);
  } finally {
    running -= 1;
  }
}

/** A packed file may be any size inside, and a PDF any work. */
function isQuick(given: Given): boolean {
  if (typeof given === 'string') return given.length <= SHORT;
  const kind = kindOf(given.bytes, given.name);
  return kind === 'oldWord' || (kind === 'text' && given.bytes.length <= SHORT);
}

function isPdf(given: Given): boolean {
  return typeof given !== 'string' && kindOf(given.bytes, given.name) === 'pdf';
}

async function inThread(given: Given, options: CheckOptions, timeLimit: number): Promise<Checked> {
  const worker = new Worker(entry.file, {
    execArgv: entry.execArgv,
    workerData: { given, options: plain(options) } satisfies Question,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const tooSlow = new Refusal('newsroom.given.tooSlow', 422);
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      timer = setTimeout(() => reject(tooSlow), timeLimit);
      if (isPdf(given)) watch = whenSwollen(() => reject(tooSlow));
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooSlow : error),
      );
      worker.once('exit', (code) => reject(new Error(`the checker's thread ended with ${code}`)));
    });
    if ('checked' in answer) return answer.checked;
    throw new Refusal(answer.refusal.code, answer.refusal.status, answer.refusal.params);
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    await worker.terminate();
  }
}

/** Functions do not survive the way between threads; the register is made again from its parts there. */
function plain({ register, ...options }: CheckOptions): Question['options'] {
  if (!register) return options;
  const { instruments, articles, bodies } = register;
  return { ...options, parts: { instruments, articles, bodies } };
}

function whenSwollen(act: () => void): NodeJS.Timeout {
  const limit = process.memoryUsage.rss() + SWELL_MB * 1024 * 1024;
  return setInterval(() => {
    if (process.memoryUsage.rss() > limit) act();
  }, LOOK_EVERY);
}

/** From the sources no bundler makes texts of `.sql` files; the checker runs no query and needs none. */
const WITHOUT_SQL = `import { registerHooks } from 'node:module';
registerHooks({ load: (url, context, next) => url.endsWith('.sql')
  ? { format: 'module', source: 'export default ""', shortCircuit: true } : next(url, context) });`;

/** A bundle of its own beside the built program (scripts/build.mjs); the file beside this one in the sources. */
const entry = import.meta.url.endsWith('.ts')
  ? {
      file: new URL('./checker.worker.ts', import.meta.url),
      execArgv: ['--import', `data:text/javascript,${encodeURIComponent(WITHOUT_SQL)}`],
    }
  : { file: new URL('./workers/checker.js', import.meta.url), execArgv: [] };
