import { createHash } from 'node:crypto';
import { type Client, many } from '../../platform/db/index.ts';
import { canonicalJson } from '../../verify/index.ts';
import { AbsentLine, sql, type Where } from './minutes.ts';

/** By unit and name. */
export function absentNow(client: Client, where: Where): Promise<AbsentLine[]> {
  return many(client, sql.absent, { ...where }, AbsentLine);
}

/** Hexadecimal SHA-256 over the 32 bytes of the salt ‖ the canonical JSON of the list. `docs/formats/absent.md` */
export function absentCommitment(salt: Uint8Array, list: readonly AbsentLine[]): string {
  return createHash('sha256').update(salt).update(canonicalJson(list)).digest('hex');
}
