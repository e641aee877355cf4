import { anew, renamed, rewrite, run, scene, swap, type Tampering } from './tampering-tools.ts';

/** In records and entries: what was signed, by whom, when and where it stands. */
export const tamperingsOfRecords: Tampering[] = [
  [
    'a row edited',
    'one byte of a record',
    run(
      `update evidence.record set record = set_byte(record, 20, get_byte(record, 20) # 1) where $log and idx = 17`,
    ),
    'record-changed',
    { index: 17 },
  ],
  [
    'a row edited',
    'the words that all records share',
    run(`update evidence.record_frame set tail = set_byte(tail, 50, get_byte(tail, 50) # 1) where $log`),
    'record-changed',
    { index: 0 },
  ],
  ['a row edited', 'a whole record', rewrite(40, renamed, false), 'record-changed', { index: 40 }],
  [
    'a row edited',
    'a receipt beside its record',
    run(`update evidence.record set receipt = 'AAAA-AAAA-AAAA-AAAA' where $log and idx = 8`),
    'record-misfiled',
    { index: 8 },
  ],
  [
    'a salt changed',
    'one bit',
    run(
      `update evidence.record set salt = set_byte(salt, 3, get_byte(salt, 3) # 4) where $log and idx = 256`,
    ),
    'record-changed',
    { index: 256 },
  ],
  [
    'a row deleted',
    'a record',
    run('delete from evidence.record where $log and idx = 90'),
    'record-missing',
    { index: 90 },
  ],
  [
    'a row deleted',
    'a record and its entry',
    run(
      'delete from evidence.record where $log and idx = 90',
      'delete from evidence.log_entry where $log and idx = 90',
    ),
    'entry-missing',
    { index: 90 },
  ],
  [
    'a row deleted',
    'the last ones, the log made shorter',
    run(
      'delete from evidence.record where $log and idx >= 295',
      'delete from evidence.log_entry where $log and idx >= 295',
      'update evidence.log set size = 295 where $log',
    ),
    'head-beyond',
    { size: 300 },
  ],
  ['rows reordered', 'two records', swap('record', [], 12, 280), 'record-moved', { index: 12, belongs: 280 }],
  [
    'rows reordered',
    'two records with their entries',
    async (client) => {
      await swap('record', [], 12, 280)(client);
      await swap('log_entry', [], 12, 280)(client);
    },
    'entry-replaced',
    { index: 12 },
  ],
  [
    'rows exchanged between people',
    'in the records',
    run(
      `update evidence.record r set person_id = 'x' where $log and idx = 3`,
      `update evidence.record r set person_id = (select person_id from signing.signature s where s.receipt = (select receipt from evidence.record where $log and idx = 3)) where $log and idx = 4`,
    ),
    'record-other-person',
    { index: 3 },
  ],
  [
    'rows exchanged between people',
    'in records and signatures',
    async (client) => {
      const person = async (idx: number) =>
        (
          await client.query(
            'select person_id as id from evidence.record where campaign_id = $1 and idx = $2',
            [scene.campaignId, idx],
          )
        ).rows[0].id;
      const [a, b] = [await person(3), await person(4)];
      for (const table of ['evidence.record', 'signing.signature'])
        for (const [from, to] of [
          [a, 'x'],
          [b, a],
          ['x', b],
        ])
          await run(`update ${table} set person_id = '${to}' where $log and person_id = '${from}'`)(client);
    },
    'record-other-person',
    { index: 3 },
  ],
  [
    'a record back-dated',
    'and all published again after it',
    anew(
      rewrite(250, (record) => ({ ...record, act: { ...record.act, at: '2024-09-18T00:15:00.000Z' } }), true),
    ),
    'record-back-dated',
    { index: 250 },
  ],
  [
    'a record post-dated',
    'and all published again after it',
    anew(
      rewrite(5, (record) => ({ ...record, act: { ...record.act, at: '2024-09-18T03:15:00.000Z' } }), true),
    ),
    'record-post-dated',
    { index: 5 },
  ],
  [
    'an entry changed',
    'one bit',
    run(
      `update evidence.log_entry set entry = set_byte(entry, 38, get_byte(entry, 38) # 1) where $log and idx = 299`,
    ),
    'entry-changed',
    { index: 299 },
  ],
  [
    'an entry changed',
    'together with its record',
    rewrite(100, renamed, true),
    'entry-replaced',
    { index: 100 },
  ],
  [
    'the log rewritten',
    'everything published and signed again',
    anew(rewrite(100, renamed, true)),
    'head-replaced',
    { index: 2 },
  ],
];
