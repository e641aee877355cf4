import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Client, exec, many } from '../../platform/db/index.ts';
import { findQuestion, type Question } from './questions.ts';
import { sql } from './setting.ts';

/** Fewer answers than this to a question are not shown at all. */
export const LEAST = 10;

export interface Given {
  readonly question: string;
  readonly correct: boolean;
}

/** Keeps first answers without saying whose; `day` as YYYY-MM-DD, and no finer. */
export async function recordAnswers(
  client: Client,
  at: { agencyId: string; campaignId: string; day: string },
  answers: readonly Given[],
): Promise<void> {
  for (const { question, correct } of answers)
    await exec(client, sql.addResult, { ...at, id: randomUUID(), question, correct });
}

export interface Together {
  readonly question: Question;
  readonly answered: number;
  /** Share right at the first answer, rounded to tenths so that one person's answer cannot be read off. */
  readonly share: number;
}

const Total = z.object({ question: z.string(), answered: z.number(), right: z.number() });

/** Results of a campaign together, in the order of the guide; small numbers are left out. */
export async function aggregate(client: Client, agencyId: string, campaignId: string): Promise<Together[]> {
  const totals = await many(client, sql.totals, { agencyId, campaignId }, Total);
  return totals.flatMap(({ question: id, answered, right }) => {
    const question = findQuestion(id);
    if (!question || answered < LEAST) return [];
    return [{ question, answered, share: Math.round((right / answered) * 10) / 10 }];
  });
}
