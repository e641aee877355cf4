import type { ClientBase } from 'pg';
import { exec } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { parseArticle, printArticle } from '../citations/article-ref.ts';
import { SHIPPED } from '../register.ts';
import { isAddress } from '../rules.ts';
import { corrections, sql } from './correction.ts';
import { type Change, overlay } from './overlay.ts';

export interface NewCorrection {
  instrumentId: string;
  /** `Pasal 5 huruf n angka 3`; null: the instrument itself */
  article: string | null;
  field: string;
  /** As the field is shaped; null: nothing is known. */
  value: unknown;
  why: string;
  /** http or https address */
  source: string;
  agencyId: string;
  by: string;
}

/** How long reasons and addresses may be. */
export const LIMITS = { why: 1000, source: 500 } as const;

/**
 * Adds one correction, held against the same rules as the register that is shipped.
 * @returns its id
 * @throws Refusal law.whyMissing, law.sourceMissing, law.sourceNotAddress, law.reasonLong, law.articleUnreadable,
 * law.rule.*; law.changedMeanwhile (409) where somebody added another one at the same moment
 */
export function addCorrection(client: ClientBase, wish: NewCorrection, now: Date): Promise<string> {
  return addRow(client, { ...wish, asShipped: false, undoes: null }, now);
}

interface NewRow extends NewCorrection {
  asShipped: boolean;
  undoes: string | null;
}

/** @throws Refusal as {@link addCorrection} */
export async function addRow(client: ClientBase, wish: NewRow, now: Date): Promise<string> {
  const id = newId(now);
  const change = { ...wish, ...reason(wish), id, article: canonical(wish.article) };
  const history = await corrections(client);
  refuseBroken([...history, change], change);
  const seq = (history.at(-1)?.seq ?? 0) + 1;
  const { agencyId, by, instrumentId, article, field, asShipped, undoes, why, source } = change;
  const value = asShipped ? null : JSON.stringify(change.value);
  const row = { id, seq, instrumentId, article, field, value, why, source, undoes, agencyId, by, now };
  if ((await exec(client, sql.addCorrection, row)) === 0) throw new Refusal('law.changedMeanwhile', 409);
  const kind = undoes ? 'law.undone' : 'law.corrected';
  const data = { instrument: instrumentId, article, field, why, source };
  await happened(client, { agencyId, at: now, actor: by, kind, subject: id, data });
  return id;
}

/** @throws Refusal law.whyMissing, law.sourceMissing, law.sourceNotAddress, law.reasonLong */
export function reason(wish: { why: string; source: string }): { why: string; source: string } {
  const why = wish.why.replace(/\s+/g, ' ').trim();
  const source = wish.source.trim();
  if (why.length < 4) throw new Refusal('law.whyMissing');
  if (source === '') throw new Refusal('law.sourceMissing');
  if (!isAddress(source)) throw new Refusal('law.sourceNotAddress');
  if (why.length > LIMITS.why || source.length > LIMITS.source)
    throw new Refusal('law.reasonLong', 422, LIMITS);
  return { why, source };
}

/** One way of writing, since the article is part of what makes two corrections the same field's. */
function canonical(article: string | null): string | null {
  if (article === null) return null;
  const ref = parseArticle(article);
  if (!ref) throw new Refusal('law.articleUnreadable', 422, { article });
  return printArticle(ref);
}

/** Only what this change breaks is held against it; older faults stay with whoever made them. */
function refuseBroken(changes: readonly Change[], change: Change): void {
  const before = new Set(overlay(SHIPPED, changes.slice(0, -1)).unusable.map((one) => one.change.id));
  const broken = overlay(SHIPPED, changes).unusable.find((one) => !before.has(one.change.id));
  if (!broken) return;
  const { code, instrument, what } = broken.problem;
  throw new Refusal(code, 422, { instrument, what, field: change.field });
}
