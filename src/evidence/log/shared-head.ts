import type { Pool } from 'pg';
import type { TreeHead } from '../store.ts';
import type { WitnessPolicy } from '../witness/policy-file.ts';
import { servedHead } from '../witness/served-head.ts';
import type { LogId } from './tile-reader.ts';

interface Question {
  now: Promise<TreeHead | null>;
  next: Promise<TreeHead | null> | null;
}

const questions = new WeakMap<Pool, Map<string, Question>>();

/**
 * The head that is served, asked for once for all who want it at the same time: whoever comes while the question is
 * under way shares the answer to the next one, so that nobody gets a head from before they asked.
 */
export function sharedHead(
  pool: Pool,
  log: LogId,
  witnesses: WitnessPolicy | null,
): Promise<TreeHead | null> {
  const asked = questions.get(pool) ?? new Map<string, Question>();
  questions.set(pool, asked);
  const key = `${log.agencyId}/${log.campaignId}\n${witnesses?.text ?? ''}`;
  const ask = () => {
    const question: Question = { now: servedHead(pool, log, witnesses), next: null };
    asked.set(key, question);
    const answered = () => {
      if (asked.get(key) === question) asked.delete(key);
    };
    question.now.then(answered, answered);
    return question.now;
  };
  const under = asked.get(key);
  if (!under) return ask();
  under.next ??= under.now.then(ask, ask);
  return under.next;
}
