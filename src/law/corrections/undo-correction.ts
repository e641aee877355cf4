import type { ClientBase } from 'pg';
import { Refusal } from '../../platform/refusal.ts';
import { addRow } from './add-correction.ts';
import { type Correction, corrections } from './correction.ts';
import { keyOf } from './overlay.ts';

export interface Undoing {
  correctionId: string;
  instrumentId: string;
  why: string;
  source: string;
  agencyId: string;
  by: string;
}

/**
 * Adds a row that says again what held before the correction. Only what holds now can be undone.
 * @throws Refusal law.noSuchCorrection (404), law.correctedSince (409), and as addCorrection
 */
export async function undoCorrection(client: ClientBase, wish: Undoing, now: Date): Promise<string> {
  const history = await corrections(client);
  const { correctionId, ...rest } = wish;
  const target = history.find((one) => one.id === correctionId && one.instrumentId === wish.instrumentId);
  if (!target) throw new Refusal('law.noSuchCorrection', 404);
  const sameField = history.filter((one) => keyOf(one) === keyOf(target));
  if (sameField.at(-1) !== target) throw new Refusal('law.correctedSince', 409);
  const { article, field } = target;
  return addRow(client, { ...rest, article, field, undoes: target.id, ...before(sameField, target) }, now);
}

function before(
  sameField: readonly Correction[],
  target: Correction,
): { asShipped: boolean; value: unknown } {
  const previous = sameField[sameField.indexOf(target) - 1];
  return previous
    ? { asShipped: previous.asShipped, value: previous.value }
    : { asShipped: true, value: null };
}
