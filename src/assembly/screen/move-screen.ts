import { type Client, exec } from '../../platform/db/index.ts';
import { type Address, type Screen, sql } from './screen.ts';

/**
 * Moves a screen that was seen at move `seq` to a step.
 * @returns false where it had been moved since: a second tap, or the other of screen and clicker
 */
export async function moveScreen(
  client: Client,
  { agencyId, id }: Pick<Screen, 'agencyId' | 'id'>,
  move: { seq: number; step: string; by: Address },
  now: Date,
): Promise<boolean> {
  return (await exec(client, sql.move, { agencyId, id, ...move, now })) === 1;
}
