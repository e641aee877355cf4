import { type Client, exec } from '../../platform/db/index.ts';
import { type Address, type Screen, sql } from './screen.ts';

/** More than any reading needs; a form may say what it likes. */
const MOST_MOVES = 1_000_000;

/**
 * Moves a screen that was seen at move `seq` to a step.
 * @returns false where `seq` is none, or it had been moved since: a second tap, or the other of screen and clicker
 */
export async function moveScreen(
  client: Client,
  { agencyId, id }: Pick<Screen, 'agencyId' | 'id'>,
  move: { seq: number; step: string; by: Address },
  now: Date,
): Promise<boolean> {
  const { seq } = move;
  if (!Number.isInteger(seq) || seq < 0 || seq > MOST_MOVES) return false;
  return (await exec(client, sql.move, { agencyId, id, ...move, now })) === 1;
}
