import { PROOF_HEADER, type Puzzle } from './proof.ts';
import { type Solving, solve } from './solve.ts';

/** For browsers. What is sent, as admit.ts has it; `weight` of a file are its parts. */
export interface Proving extends Solving {
  kind: 'report' | 'reply' | 'box';
  channel: string;
  subject: string;
  weight?: number;
}

/** A proof that is worked at while somebody writes, or null: none can be had now. */
export async function prove(puzzles: string, proving: Proving): Promise<string> {
  const { kind, channel, subject, weight = 1 } = proving;
  const asked = new URLSearchParams({ untuk: kind, lembaga: channel, berat: String(weight) });
  const answer = await fetch(`${puzzles}?${asked}`, { headers: JSON_ONLY, ...PLAIN });
  if (!answer.ok) throw new Error(`puzzle: ${answer.status}`);
  return solve((await answer.json()) as Puzzle, subject, proving);
}

/**
 * Sends with a proof, and with another one as long as the server says that it is too old or that more is asked by now.
 * @param made a proof that was begun earlier @returns the server's answer, whatever it is
 */
export async function sendProved(
  send: { url: string; puzzles: string; init: RequestInit },
  proving: Proving,
  made?: Promise<string>,
): Promise<Response> {
  for (let tries = 0; ; tries += 1) {
    const proof = await (tries === 0 && made
      ? made.catch(() => prove(send.puzzles, proving))
      : prove(send.puzzles, proving));
    const headers = { ...(send.init.headers as Record<string, string>), ...JSON_ONLY, [PROOF_HEADER]: proof };
    const answer = await fetch(send.url, { ...send.init, ...PLAIN, headers });
    if (tries >= MOST_TRIES || answer.status !== 429) return answer;
    const { code } = (await answer.clone().json()) as { code?: string };
    if (code !== 'abuse.harder' && code !== 'abuse.stale') return answer;
  }
}

const MOST_TRIES = 8;
const JSON_ONLY = { Accept: 'application/json' };
/** Nothing of this browser's goes along, and nothing stays in it. */
const PLAIN = {
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
  redirect: 'error',
} as const;
