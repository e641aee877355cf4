import { setCookie } from 'hono/cookie';
import type { VNode } from 'preact';
import { dateIn } from '../../platform/format.ts';
import { show } from '../../platform/http/respond.tsx';
import type { Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { t } from '../messages.ts';
import { checkSecret, checkStanding, type Standing, type Taker } from './gate.ts';
import { afterAnswer, cookieName, nextQuestion, type Progress, sealProgress } from './progress.ts';
import type { Question } from './questions.ts';
import { recordAnswers } from './results.ts';
import { Done, Explained, QuestionForm } from './take.view.tsx';

/** Where the check stands in the product: its own address, and the page to sign on. */
export interface Addresses {
  readonly here: string;
  readonly sign: string;
}

const KEPT_SECONDS = 90 * 24 * 3600;

/** The next question; with `?p=` and `?j=` what was answered and why it is right or wrong. */
export async function showCheck(c: Ctx, platform: Platform, signer: Taker, to: Addresses): Promise<Response> {
  const standing = await standingOn(c, platform, signer);
  const answered = answeredIn(c, standing);
  if (answered) return page(c, <Explained {...{ ...answered, standing, to }} lang={c.get('visit').lang} />);
  if (standing.passed) return page(c, <Done lang={c.get('visit').lang} sign={to.sign} />);
  return page(c, <QuestionForm {...{ standing, to }} lang={c.get('visit').lang} errors={{}} />);
}

/** Takes one answer; the same answer sent again changes nothing. */
export async function answerCheck(
  c: Ctx,
  platform: Platform,
  signer: Taker,
  to: Addresses,
): Promise<Response> {
  const { lang } = c.get('visit');
  const standing = await standingOn(c, platform, signer);
  const body = await c.req.parseBody().catch((): Record<string, unknown> => ({}));
  const at = nextQuestion(standing.progress);
  if (standing.passed || String(body.p) !== String(at)) return c.redirect(to.here, 303);
  const { id, quiz } = standing.questions[at] as Question;
  const chosen = /^\d$/.test(String(body.jawab)) ? Number(body.jawab) : -1;
  if (!quiz.options[chosen]) {
    const errors = { jawab: t(lang)('guidance.check.pickAnswer') };
    return page(c, <QuestionForm {...{ standing, to, lang, errors }} />, 422);
  }
  const { progress, first } = afterAnswer(standing.progress, chosen === quiz.right);
  const day = dateIn(platform.now(), 'Asia/Jakarta');
  const { agencyId, campaignId } = signer;
  if (first)
    await recordAnswers(platform.pool, { agencyId, campaignId, day }, [
      { question: id, correct: chosen === quiz.right },
    ]);
  keep(c, platform, signer, progress);
  return c.redirect(`${to.here}?p=${at}&j=${chosen}`, 303);
}

/** @throws Refusal guidance.checkOff (404) */
async function standingOn(c: Ctx, platform: Platform, signer: Taker): Promise<Standing> {
  const standing = await checkStanding(c, platform, signer);
  if (standing.mode === 'off') throw new Refusal('guidance.checkOff', 404);
  return standing;
}

/** Only of a question that this browser has answered. */
function answeredIn(
  c: Ctx,
  { questions, progress }: Standing,
): { question: Question; chosen: number } | null {
  const [p, j] = [c.req.query('p') ?? '', c.req.query('j') ?? ''];
  const question = /^\d$/.test(p) && Number(p) < progress.length ? questions[Number(p)] : undefined;
  if (!question || !/^\d$/.test(j) || !question.quiz.options[Number(j)]) return null;
  return { question, chosen: Number(j) };
}

function keep(c: Ctx, platform: Platform, signer: Taker, progress: Progress): void {
  const secret = checkSecret(platform);
  setCookie(c, cookieName(signer, secret), sealProgress(progress, signer, secret), {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: platform.config.publicUrl?.startsWith('https:') ?? false,
    maxAge: KEPT_SECONDS,
  });
}

function page(c: Ctx, body: VNode, status: 200 | 422 = 200): Response {
  return show(c, { title: t(c.get('visit').lang)('guidance.check.title'), narrow: true, status, body });
}
