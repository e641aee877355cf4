import { commitment, encodeEntry } from '../src/verify/index.ts';
import {
  addRecord,
  forged,
  refused,
  rewriteOther,
  run,
  scene,
  signedBy,
  type Tampering,
} from './tampering-tools.ts';

/** In what was published: tiles, tree heads, signatures beside the log, the tree of all, what witnesses said. */
export const tamperingsOfHeads: Tampering[] = [
  [
    'a tile byte',
    'in a full tile',
    run(
      `update evidence.tile set hashes = set_byte(hashes, 33 * 32, get_byte(hashes, 33 * 32) # 1) where $log and level = 0 and width = 256`,
    ),
    'tile-changed',
    { tile: 'tile/0/000', index: 33 },
  ],
  [
    'a tile byte',
    'in a part published earlier',
    run(
      `update evidence.tile set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1) where $log and level = 0 and width = 10`,
    ),
    'tile-changed',
    { tile: 'tile/0/000.p/10', index: 0 },
  ],
  [
    'a tile byte',
    'one level up',
    run(
      `update evidence.tile set hashes = set_byte(hashes, 9, get_byte(hashes, 9) # 1) where $log and level = 1`,
    ),
    'tile-changed',
    { tile: 'tile/1/000.p/1', index: 0 },
  ],
  [
    'a tile taken away',
    'at the right edge',
    run('delete from evidence.tile where $log and level = 0 and n = 1 and width = 44'),
    'tile-missing',
    { tile: 'tile/0/001.p/44' },
  ],
  [
    'a tile added',
    'beyond the published size',
    run(
      `insert into evidence.tile select agency_id, campaign_id, 0, 2, 1, substring(hashes for 32) from evidence.tile where $log and width = 10`,
    ),
    'tile-stray',
    { why: 'level 0, number 2, width 1' },
  ],
  [
    'a tree head rolled back',
    'the newest taken away',
    run('delete from evidence.checkpoint where $log and size = 300'),
    'tile-stray',
    { why: 'level 0, number 1, width 44' },
  ],
  [
    'a tree head rolled back',
    'with all that came after the one before',
    run(
      'delete from signing.signature s using evidence.record r where r.receipt = s.receipt and r.idx >= 270',
      'delete from evidence.record where $log and idx >= 270',
      'delete from evidence.log_entry where $log and idx >= 270',
      'delete from evidence.tile where $log and width = 44',
      'delete from evidence.checkpoint where $log and size = 300',
      'update evidence.log set size = 270 where $log',
    ),
    'head-rolled-back',
    { index: 4, size: 300 },
  ],
  [
    'a tree head signed by another key',
    'under its own name',
    signedBy(() => scene.foreign),
    'head-key',
    { size: 200 },
  ],
  [
    'a tree head signed by another key',
    'as if by ours',
    signedBy(() => scene.foreign, forged),
    'head-signature',
    { size: 200 },
  ],
  [
    'a tree head altered',
    'and signed again by ours',
    signedBy(
      () => scene.site.key,
      (text) => text.replace(/\n[^\n]{44}\n$/, `\n${Buffer.alloc(32, 7).toString('base64')}\n`),
    ),
    'head-root',
    { size: 200 },
  ],
  [
    'a tree head altered',
    'one letter',
    run(
      `update evidence.checkpoint set note = replace(note, E'\\n200\\n', E'\\n201\\n') where $log and size = 200`,
    ),
    'head-signature',
    { size: 200 },
  ],
  [
    'a tree head altered',
    'another size of the same log',
    run(
      `update evidence.checkpoint set note = (select note from evidence.checkpoint where $log and size = 10) where $log and size = 200`,
    ),
    'head-unreadable',
    { size: 200 },
  ],
  [
    'a tree head altered',
    'no note at all',
    run(`update evidence.checkpoint set note = 'x' where $log and size = 200`),
    'head-unreadable',
    { size: 200, why: 'bad-note' },
  ],
  [
    'a signature added',
    'without a record',
    run(`insert into signing.signature (agency_id, campaign_id, person_id, receipt, idempotency_key, method, signed_at)
      select agency_id, campaign_id, 'orang-lain', 'AAAA-AAAA-AAAA-AAAA', 'k', method, signed_at from signing.signature where $log limit 1`),
    'signature-without-record',
    { receipt: 'AAAA-AAAA-AAAA-AAAA' },
  ],
  [
    'a signature taken away',
    'and its record left',
    run('delete from signing.signature s using evidence.record r where r.receipt = s.receipt and r.idx = 77'),
    'record-without-signature',
    { index: 77 },
  ],
  [
    'a signature edited',
    'its time',
    run(
      `update signing.signature s set signed_at = signed_at + interval '1 day' from evidence.record r where r.receipt = s.receipt and r.idx = 77`,
    ),
    'signature-differs',
    { index: 77 },
  ],
  [
    'a record added',
    'an entry behind the publisher’s back',
    run(
      'insert into evidence.log_entry select agency_id, campaign_id, 300, entry from evidence.log_entry where $log and idx = 0',
    ),
    'beyond-end',
    { index: 300 },
  ],
  [
    'a record added',
    'a whole one behind the publisher’s back',
    (client) => addRecord(client),
    'beyond-end',
    { index: 300 },
  ],
  [
    'a record added',
    'and counted, but for nobody who was asked',
    async (client) => {
      await addRecord(client);
      await run('update evidence.log set size = 301 where $log')(client);
    },
    'record-other-person',
    { index: 300 },
  ],
  [
    'a record added',
    'that is none',
    async (client) => {
      const salt = Buffer.alloc(32, 1);
      const entry = encodeEntry({ kind: 'pact', commitment: commitment(salt, Buffer.from('{}')) });
      await client.query(
        `update evidence.record set record = '{}', frame_id = null, cut = null, salt = $2 where campaign_id = $1 and idx = 2`,
        [scene.campaignId, salt],
      );
      await client.query('update evidence.log_entry set entry = $2 where campaign_id = $1 and idx = 2', [
        ...[scene.campaignId, entry],
      ]);
    },
    'record-unreadable',
    { index: 2 },
  ],
  [
    'the tree of all edited',
    'an entry that is no tree head',
    run(`update evidence.log_entry set entry = 'x' where agency_id = 'semua' and idx = 3`),
    'entry-unreadable',
    { index: 3 },
  ],
  [
    'the tree of all edited',
    'a log that shrinks',
    run(
      `update evidence.log_entry set entry = (select e.entry from evidence.log_entry e join evidence.head_place h on h.idx = e.idx
         where e.agency_id = 'semua' and h.campaign_id = '$id' and h.size = 10) where agency_id = 'semua' and idx = 3`,
    ),
    'heads-fell',
    { index: 3 },
  ],
  [
    'a cosignature',
    'under a log that was rewritten and signed again',
    rewriteOther,
    'cosignature-contradicts',
    { size: 5 },
  ],
  [
    'a cosignature',
    'dated back',
    run(`update evidence.cosignature set cosigned_at = cosigned_at - interval '1 hour'`),
    'cosignature-contradicts',
    { size: 5 },
  ],
  ['a witness refused', 'and holds another history', refused(3), 'witness-holds-other', { size: 3 }],
  ['a witness refused', 'and holds a longer log', refused(9), 'witness-holds-more', { size: 9 }],
  [
    'the list of heads edited',
    'one place',
    run('update evidence.head_place set idx = idx + 100 where $log and size = 200'),
    'heads-misplaced',
    {},
  ],
];
