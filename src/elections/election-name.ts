import type { Lang } from '../platform/i18n.ts';
import { findElection } from './stage-on.ts';

/** The election's name; the id itself where this program does not know it. */
export function electionName(lang: Lang, electionId: string): string {
  return findElection(electionId)?.name[lang] ?? electionId;
}
