import { getCookie } from 'hono/cookie';
import type { StaffCategory } from '../../law/index.ts';
import type { Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { cookieName, type Holder, isPassed, openProgress, type Progress, seedOf } from './progress.ts';
import { leadsUnit, type Question, questionsFor } from './questions.ts';
import { checkSetting, type Mode } from './setting.ts';

/** One person of one campaign, as the slice that knows them says. */
export interface Taker extends Holder {
  readonly category: StaffCategory;
  readonly post: string | null;
}

export interface Standing {
  readonly mode: Mode;
  readonly questions: readonly Question[];
  readonly progress: Progress;
  readonly passed: boolean;
}

const SECRET = 'guidance-check';

/** Where this browser stands with the check of this person's campaign; `known`: its setting, where it was just read. */
export async function checkStanding(
  c: Ctx,
  platform: Platform,
  signer: Taker,
  known?: Mode,
): Promise<Standing> {
  const mode = known ?? (await checkSetting(platform.pool, signer.agencyId, signer.campaignId));
  if (mode === 'off') return { mode, questions: [], progress: '', passed: true };
  const secret = checkSecret(platform);
  const asker = { category: signer.category, head: leadsUnit(signer.post) };
  const questions = questionsFor(signer.campaignId, asker, seedOf(signer, secret));
  const progress = openProgress(getCookie(c, cookieName(signer, secret)), signer, secret);
  return { mode, questions, progress, passed: isPassed(progress, questions.length) };
}

export function checkSecret(platform: Platform): Buffer {
  return platform.secret(SECRET).export();
}
