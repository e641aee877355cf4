import { mkdirSync } from 'node:fs';
import { FormatError, formatNote, parseNote, signatureLine, type VerifierKey } from '../verify/index.ts';
import { type Heads, openHeads } from './heads.ts';
import { type Asked, type Held, judge, keysFor, type Verdict } from './judge.ts';
import { holdAlone } from './one-process.ts';
import { type OwnKey, ownKey } from './own-key.ts';
import { openRefused, type RefusedHeads } from './refused.ts';
import { parseAddCheckpoint } from './request.ts';

export interface Answer {
  status: 200 | 400 | 403 | 404 | 409 | 422;
  type: 'text/plain; charset=utf-8' | 'text/x.tlog.size';
  body: string;
}

export interface Witness {
  own: OwnKey;
  heads: Heads;
  refused: RefusedHeads;
  /** C2SP tlog-witness `add-checkpoint`. What is answered with 200 is on the disk. @throws Error when it cannot be */
  addCheckpoint(text: string): Promise<Answer>;
  /** Waits for what is being written, then lets go of the directory. */
  close(): Promise<void>;
}

/** Its promise: never two roots for one size of a log, never back to a smaller size, whatever fails in between. */
export function openWitness(
  dir: string,
  name: string,
  logs: readonly VerifierKey[],
  now: () => Date,
): Witness {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const alone = holdAlone(dir);
  try {
    const own = ownKey(dir, name);
    const [heads, refused] = [openHeads(dir, own.key), openRefused(dir)];
    const turns = new Turns();

    const decide = async (asked: Asked): Promise<Answer> => {
      const held = heads.get(asked.head.origin);
      const verdict = judge(asked, held, logs);
      if (!verdict.cosign) {
        if (verdict.kind && held) await refused.add(verdict.kind, asked, held, now());
        return refusal(verdict);
      }
      const time = Math.max(Math.floor(now().getTime() / 1000), held?.time ?? 0);
      const line = await own.cosign(asked.text, time);
      await heads.keep(asked.head.origin, next(asked, logs, line, time));
      return { status: 200, type: 'text/plain; charset=utf-8', body: signatureLine(line) };
    };

    return {
      ...{ own, heads, refused },
      async addCheckpoint(text) {
        const asked = readAsked(text);
        if (!asked) return plain(400, 'malformed');
        return turns.take(asked.head.origin, () => decide(asked));
      },
      async close() {
        await turns.ended();
        alone.free();
      },
    };
  } catch (error) {
    alone.free();
    throw error;
  }
}

/** Work on one log happens in turn, so that a check and what is kept after it belong together. */
class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  take<T>(origin: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(origin) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#last.set(origin, mine);
    const leave = () => {
      if (this.#last.get(origin) === mine) this.#last.delete(origin);
    };
    mine.then(leave, leave);
    return mine;
  }

  async ended(): Promise<void> {
    await Promise.allSettled(this.#last.values());
  }
}

/** The head with the signatures of its log and ours; what else stood in the note is nothing to keep. */
function next(
  asked: Asked,
  logs: readonly VerifierKey[],
  line: Parameters<typeof signatureLine>[0],
  time: number,
): Held {
  const { signatures } = parseNote(asked.checkpoint);
  const ofLog = keysFor(asked.head.origin, logs).flatMap(
    ({ name, id }) => signatures.find((one) => one.name === name && one.id === id) ?? [],
  );
  const note = formatNote({ text: asked.text, signatures: [...ofLog, line] });
  return { size: asked.head.size, root: asked.head.root, time, note };
}

function readAsked(text: string): Asked | null {
  try {
    return parseAddCheckpoint(text);
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}

const REASONS = {
  400: 'old size is larger than the head',
  403: 'no signature of a known key of this log',
  404: 'unknown log',
  422: 'no consistency with the head cosigned before',
} as const;

function refusal(verdict: Exclude<Verdict, { cosign: true }>): Answer {
  if (verdict.status === 409) return { status: 409, type: 'text/x.tlog.size', body: `${verdict.size}\n` };
  return plain(verdict.status, REASONS[verdict.status]);
}

function plain(status: 400 | 403 | 404 | 422, text: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${text}\n` };
}
