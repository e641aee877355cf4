import { answerOn, findTopic, search, type Topic } from '../../guidance/index.ts';
import { criminalSideOf, type ItemId, type Register, SIDES } from '../../law/index.ts';

/** allowed: by the guide; bawaslu: the election law may name the act too; may: perhaps a violation. None stops anybody. */
export type Verdict = 'allowed' | 'bawaslu' | 'may';

export interface Checked {
  topic: Topic;
  verdict: Verdict;
}

/** What the guide has on what somebody saw: by topic where one was chosen, else by their words; best first. */
export function selfCheck(
  asked: { words: string; topicId: string },
  on: string,
  register: Register,
): readonly Checked[] {
  const chosen = findTopic(asked.topicId);
  const found = chosen ? null : search(asked.words, 3);
  const topics = chosen ? [chosen] : found?.known ? found.hits.map(({ topic }) => topic) : [];
  return topics.map((topic) => ({ topic, verdict: verdictOn(topic, on, register) }));
}

function verdictOn(topic: Topic, on: string, register: Register): Verdict {
  const { answer } = answerOn(topic, { on, who: null, region: null, target: null }, register);
  if (answer === 'allowed') return 'allowed';
  const items = topic.acts.map((act) => SIDES[act].after).filter((item): item is ItemId => item !== null);
  const named = items.some((item) => criminalSideOf(item).some(({ punishes }) => punishes !== 'executor'));
  return named && answer === 'forbidden' ? 'bawaslu' : 'may';
}
