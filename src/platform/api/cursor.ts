import { Refusal } from '../refusal.ts';

/** Where a list goes on, as a word that means nothing to whoever carries it. */
export function cursorOf(list: string, after: string): string {
  return Buffer.from(`${list}:${after}`).toString('base64url');
}

/** @returns what it stands after, '' for none. @throws Refusal api.badCursor for one of another list, or none of ours */
export function afterCursor(list: string, cursor: string | undefined): string {
  if (cursor === undefined) return '';
  const [, found, after] = /^(\w+):([\w-]{1,64})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (found !== list || after === undefined || cursorOf(list, after) !== cursor)
    throw new Refusal('api.badCursor', 422);
  return after;
}
