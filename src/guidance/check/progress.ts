import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * How far a browser is: one letter for each question begun, `R` right at once, `W` right in the end, `x` wrong so far
 * (only ever the last).
 */
export type Progress = string & { readonly brand?: 'Progress' };

export interface Holder {
  readonly agencyId: string;
  readonly campaignId: string;
  readonly personId: string;
}

/** Complete when each of the questions was answered right in the end. */
export function isPassed(progress: Progress, questions: number): boolean {
  return progress.length >= questions && !progress.includes('x');
}

/** Which question is next, from 0. */
export function nextQuestion(progress: Progress): number {
  return progress.endsWith('x') ? progress.length - 1 : progress.length;
}

/** After one more answer; `first` says whether it was the first to its question, the only one that is counted. */
export function afterAnswer(progress: Progress, correct: boolean): { progress: Progress; first: boolean } {
  const again = progress.endsWith('x');
  const done = again ? progress.slice(0, -1) : progress;
  if (!correct) return { progress: `${done}x`, first: !again };
  return { progress: `${done}${again ? 'W' : 'R'}`, first: !again };
}

/** The cookie's value: nobody can write one without the secret, nor use another person's or campaign's. */
export function sealProgress(progress: Progress, holder: Holder, secret: Buffer): string {
  return `${progress}.${mac(progress, holder, secret)}`;
}

/** Empty for anything that was not sealed here for this holder. */
export function openProgress(cookie: string | undefined, holder: Holder, secret: Buffer): Progress {
  const [progress = '', sent = ''] = (cookie ?? '').split('.');
  if (!/^[RW]{0,9}x?$/.test(progress)) return '';
  const [own, theirs] = [Buffer.from(mac(progress, holder, secret)), Buffer.from(sent)];
  return own.length === theirs.length && timingSafeEqual(own, theirs) ? progress : '';
}

/** One cookie for each person and campaign, so that a shared browser keeps them apart; the name tells neither. */
export function cookieName(holder: Holder, secret: Buffer): string {
  return `paham_${mac('name', holder, secret).slice(0, 12)}`;
}

/** The seed of this person's questions. */
export function seedOf(holder: Holder, secret: Buffer): string {
  return mac('seed', holder, secret);
}

function mac(what: string, { agencyId, campaignId, personId }: Holder, secret: Buffer): string {
  const text = JSON.stringify([what, agencyId, campaignId, personId]);
  return createHmac('sha256', secret).update(text).digest('base64url');
}
