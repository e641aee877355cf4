import { createHash } from 'node:crypto';
import type { StaffCategory } from '../../law/index.ts';
import type { Quiz, Topic } from '../topic.ts';
import { TOPICS } from '../topics/index.ts';

export interface Question {
  /** The topic's identifier. */
  readonly id: string;
  readonly topic: Topic;
  readonly quiz: Quiz;
}

/** Who is asked: the category of the roster, and whether the person leads a unit. */
export interface Asker {
  readonly category: StaffCategory;
  readonly head: boolean;
}

const COUNT = 4;
const ALWAYS = 'memilih-di-tps';

const ALL: readonly Question[] = TOPICS.flatMap((topic) =>
  topic.quiz ? [{ id: topic.id, topic, quiz: topic.quiz }] : [],
);

/**
 * Four questions, always the same for the same campaign and seed: voting, one of the person's own category, one for
 * heads of units, then others drawn by the seed. A seed belongs to one person and must not be guessable from outside.
 */
export function questionsFor(campaignId: string, asker: Asker, seed: string): readonly Question[] {
  const open = ALL.filter(({ quiz }) => !quiz.only || quiz.only.includes(asker.category));
  const drawn = [...open].sort((a, b) => compare(lot(campaignId, seed, a), lot(campaignId, seed, b)));
  const own = drawn.filter(({ quiz }) => quiz.only).slice(0, 1);
  const heads = asker.head ? drawn.filter(({ quiz }) => quiz.heads).slice(0, 1) : [];
  const chosen = new Set([...drawn.filter(({ id }) => id === ALWAYS), ...own, ...heads, ...drawn]);
  return [...chosen].slice(0, COUNT);
}

export function findQuestion(id: string): Question | undefined {
  return ALL.find((question) => question.id === id);
}

/** Plt and heads are told from the post as the roster writes it; a wrong guess only changes which question is asked. */
export function leadsUnit(post: string | null): boolean {
  return /^(plt\.?|plh\.?|pj\.?)?\s*(kepala|camat|lurah|sekretaris|direktur|inspektur|asisten)\b/i.test(
    post ?? '',
  );
}

function lot(campaignId: string, seed: string, { id }: Question): string {
  return createHash('sha256').update(`${campaignId}\n${seed}\n${id}`).digest('hex');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
