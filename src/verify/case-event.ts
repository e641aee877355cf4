import { canonicalJson } from './canonical-json.ts';
import { FormatError } from './format-error.ts';

/** What a place of an institution's log of oversight commits to. `docs/formats/case-event.md`. */
export interface CaseEventRecord {
  /** Id of the institution. */
  agency: string;
  /** `event`, the kind of another row of a case, or `filler`. */
  what: string;
  /** Id of the event, or keys of the row joined by `/`. */
  id: string;
  /** YYYY-MM-DD, UTC. */
  day: string;
  /** SHA-256 of the canonical JSON of all that the row says, in hexadecimal; of a filler 64 zeros. */
  digest: string;
}

/** Canonical bytes, to be committed to with a salt. @throws FormatError `bad-field` */
export function caseEventBytes({ agency, what, id, day, digest }: CaseEventRecord): Uint8Array {
  const fits =
    /^\d{4}-\d\d-\d\d$/.test(day) && /^[0-9a-f]{64}$/.test(digest) && /^[A-Za-z]{1,40}$/.test(what);
  if (!fits || agency === '' || id === '') throw new FormatError('bad-field', { field: 'case-event' });
  return canonicalJson({ agency, day, digest, format: 'ikrar/case-event/v1', id, what });
}
