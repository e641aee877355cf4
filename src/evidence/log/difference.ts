/** What `log check` can find: what it means and what to do. Codes are never renamed or reused, only added. */
export const differences = {
  'entry-missing': [
    'The log has no entry at this place.',
    'Somebody with rights over the database removed it. Stop signing, keep the database as it is, and compare with the last backup and with what witnesses hold.',
  ],
  'record-missing': [
    'There is an entry in the log, but its sealed record is gone.',
    'Restore the record and its salt from a backup; the person’s PDF and receipt hold both as well.',
  ],
  'record-changed': [
    'The sealed record or its salt is not what the log holds for this place; entry and tile agree with each other.',
    'The record was edited after sealing. Restore it from a backup; the person’s PDF holds the original.',
  ],
  'record-moved': [
    'The sealed record at this place belongs to another place of the log.',
    'Records were exchanged or reordered. Put each back to the place that its PDF names.',
  ],
  'record-unreadable': [
    'The sealed record is what the log holds, but it is not a record of a known format.',
    'It was not written by this program. Find out who wrote to the database at that time.',
  ],
  'record-misfiled': [
    'The row of the record names another receipt, institution or campaign than the record itself.',
    'The row was edited after sealing. Restore it from a backup.',
  ],
  'record-other-person': [
    'The row of the record names a person who is not the one in the record, or who was not in the audience.',
    'Records were exchanged between people, or somebody was added. Compare with the pinned audience of the campaign.',
  ],
  'record-back-dated': [
    'The record says it was signed before a tree head that does not cover it, by more than the tolerance.',
    'It was added later and dated back, or the clock of the server was wrong when that head was published.',
  ],
  'record-post-dated': [
    'The record says it was signed after the tree head that covers it, by more than the tolerance.',
    'The clock of the server was wrong, or the record was replaced together with its tree head.',
  ],
  'entry-changed': [
    'The stored entry is not the one in the tree; record and tile agree with each other.',
    'The entry was edited. Restore it from a backup; it can be made again from record and salt.',
  ],
  'entry-replaced': [
    'Record and entry agree with each other, but the signed tree holds another entry at this place.',
    'Somebody replaced a record together with its entry. The backup holds the original.',
  ],
  'entry-unreadable': [
    'The entry is not of a known format.',
    'It was not written by this program. Find out who wrote to the database at that time.',
  ],
  'beyond-end': [
    'There is an entry or a record after the end of the log.',
    'It was not added by signing. Find out who wrote to the database, and remove it only after copying it.',
  ],
  'tile-changed': [
    'A stored tile is not the one that its entries give; the signed tree head agrees with the entries.',
    'Delete the tile’s row and publish again from the entries, after finding out who changed it.',
  ],
  'tile-missing': [
    'A tile of the published tree is not stored.',
    'Restore it from a backup, or make it again from the entries.',
  ],
  'tile-stray': [
    'A tile is stored that no tree of the published size has.',
    'It was not written by publishing. Remove it after finding out who wrote it.',
  ],
  'head-unreadable': [
    'A stored tree head is not a signed note of this log and size.',
    'It was edited. Restore it from a backup or from a witness.',
  ],
  'head-signature': [
    'A signature under the tree head does not verify with the log key.',
    'The head was edited, or signed with another key. Restore it from a backup or from a witness.',
  ],
  'head-key': [
    'The tree head is not signed with the log key of this installation.',
    'Either keys/log.pem was exchanged, or the head was made elsewhere. Restore whichever of the two was changed.',
  ],
  'head-root': [
    'The tree head has another root than its entries give, although entries and tiles agree.',
    'The log was rewritten after this head was published. The head is right: restore the log from a backup.',
  ],
  'head-beyond': [
    'A tree head covers more entries than there are.',
    'Entries at the end of the log were removed. Restore them from a backup.',
  ],
  'head-rolled-back': [
    'The tree of all logs recorded a tree head of this log that is no longer among its heads.',
    'The log was set back. Restore it from a backup that is newer than the recorded head.',
  ],
  'head-replaced': [
    'The tree of all logs recorded another root for this size of the log.',
    'The log was rewritten and signed again. The recorded head is right: restore the log from a backup.',
  ],
  'cosignature-contradicts': [
    'A witness’s cosignature does not fit the tree that the entries give at its size.',
    'Either the log was rewritten after the witness saw it, or the cosignature was edited. Ask the witness for the head it holds.',
  ],
  'witness-holds-other': [
    'A witness holds a tree head of this log with another root than its entries give.',
    'The log was rewritten, or two histories were shown. The witness’s head is signed by this log’s own key: find out when, and restore the log from a backup.',
  ],
  'witness-holds-more': [
    'A witness holds a tree head of this log that covers more entries than there are.',
    'The log was set back. Restore it from a backup that is newer than that head.',
  ],
  'heads-fell': [
    'In the tree of all logs a log is recorded with a size that is not larger than the one before.',
    'Two publishers wrote different histories, or the tree was written by another program.',
  ],
  'heads-misplaced': [
    'The list of recorded heads does not say what the tree of all logs holds at this place.',
    'The table evidence.head_place was edited; it can be made again from the entries of the tree of all logs.',
  ],
  'signature-without-record': [
    'Somebody counts as having signed, but nothing was sealed for them.',
    'A row was added to or removed from the database by hand. Do not count this signature.',
  ],
  'record-without-signature': [
    'A record was sealed and logged, but nobody counts as having signed it.',
    'It was added by hand, or the row of the signature was removed. Compare with the person and with backups.',
  ],
  'event-missing': [
    'The log of oversight holds an event, a step, an access or a message of a case whose row is gone.',
    'Somebody with rights over the database removed it. Keep the database as it is, compare with the last backup, and tell everybody who works on that case.',
  ],
  'event-changed': [
    'A row of a case is not what the log of oversight holds for it.',
    'It was edited after it was logged. Compare with the last backup, and tell everybody who works on that case.',
  ],
  'event-back-dated': [
    'A row of a case names a day that was over before a tree head that does not cover it.',
    'It was added later and dated back, or the clock of the server was wrong when that head was published.',
  ],
  'event-unlisted': [
    'Nothing says what this entry of the log of oversight stands for.',
    'The table oversight.logged was edited. Restore the row and its salt from a backup.',
  ],
  'deletion-unproven': [
    'Rows of a case are gone under a deletion that the log does not hold, or that names other rows.',
    'Whoever removed them wrote the row of a deletion beside it. Keep the database as it is, and compare with the last backup.',
  ],
  'access-unexplained': [
    'Somebody has access to a case, but no event says who gave it.',
    'The row was added by hand. It opens nothing without the keys of the case; find out who wrote it.',
  ],
  'signature-differs': [
    'The row of the signature names another receipt, time or way of signing than the sealed record.',
    'The row was edited. The sealed record is what counts.',
  ],
} as const satisfies Record<string, readonly [meaning: string, advice: string]>;

export type DifferenceCode = keyof typeof differences;

/** Where it was found; which of these there are depends on the code. */
export interface Place {
  /** Index in the log, from 0. */
  index?: number;
  receipt?: string;
  /** `tile/…` as in the log's own paths. */
  tile?: string;
  /** Size of a tree head. */
  size?: number;
  /** Where the thing belongs instead. */
  belongs?: number;
  /** Kind and id of a row of a case. */
  row?: string;
  why?: string;
}

/** The first thing of its kind that is not as it must be. */
export class Difference extends Error {
  readonly code: DifferenceCode;
  readonly place: Place;

  constructor(code: DifferenceCode, place: Place) {
    super(`${code} at ${Object.entries(place).flat().join(' ')}`);
    this.code = code;
    this.place = place;
  }
}
