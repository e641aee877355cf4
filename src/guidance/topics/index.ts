import type { Topic } from '../topic.ts';
import { CAMPAIGN } from './campaign.ts';
import { FAMILY } from './family.ts';
import { OFFICE } from './office.ts';
import { ONLINE } from './online.ts';
import { PARTY } from './party.ts';
import { RIGHTS } from './rights.ts';

/** Every answer of the guide; voting stands first. */
export const TOPICS: readonly Topic[] = [...RIGHTS, ...ONLINE, ...CAMPAIGN, ...FAMILY, ...OFFICE, ...PARTY];

const byId = new Map(TOPICS.map((topic) => [topic.id, topic]));

export function findTopic(id: string): Topic | undefined {
  return byId.get(id);
}
