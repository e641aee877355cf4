import type { Topic } from '../topic.ts';
import { TOPICS } from '../topics/index.ts';
import { type Understood, understand } from './concepts.ts';

export interface Hit {
  readonly topic: Topic;
  readonly score: number;
}

/** `known` is false where the best is too far off to be an answer: then the hits are only the nearest topics. */
export interface Found {
  readonly known: boolean;
  readonly hits: readonly Hit[];
}

const ENOUGH = 1.5;
const weights = TOPICS.map((topic) => ({ topic, words: readWeights(topic.words) }));

/** The topics nearest to what somebody typed, best first, at most `limit`. */
export function search(text: string, limit = 3): Found {
  const understood = understand(text);
  const hits = weights
    .map(({ topic, words }) => ({ topic, score: scoreOf(words, understood) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
  return { known: (hits[0]?.score ?? 0) >= ENOUGH, hits };
}

/** Without one of these, a question with strange words in it is most likely not about elections at all. */
const ANCHORS = (
  'CANDIDATE INCUMBENT RUN CAMPAIGN RALLY DECLARE KPU PARTY PARTYCARD TEAM VOTE VOTERIGHT TPS KPPS POLITICS ' +
  'NEUTRAL SUPPORT SUPPORTLETTER NUMBER NOMINATED FUNDS BANNER WITNESS VIOLATION'
).split(' ');

/** Words that nobody taught us make every answer less likely: `cuti melahirkan` is not about campaigns. */
function scoreOf(words: ReadonlyMap<string, number>, { concepts, unknown }: Understood): number {
  let [sum, known] = [0, 0];
  for (const [concept, sure] of concepts) {
    const weight = words.get(concept) ?? 0;
    sum += weight * sure;
    if (weight > 0) known += 1;
  }
  const strange = (ANCHORS.some((anchor) => concepts.has(anchor)) ? 0.3 : 2) * unknown.length;
  return known === 0 ? 0 : sum * (known / (known + strange));
}

function readWeights(text: string): ReadonlyMap<string, number> {
  return new Map(
    text.split(' ').map((pair) => {
      const [concept, weight] = pair.split(':') as [string, string];
      return [concept, Number(weight)];
    }),
  );
}
