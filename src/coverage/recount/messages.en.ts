import type id from './messages.id.ts';

export default {
  'recount.title': 'Recount of coverage',
  'recount.lead':
    'Figures of coverage are kept with each change that causes them. Here they are compared with a recount of every person: sealed records, refusals, exemptions and attendance.',
  'recount.never': 'The figures of this campaign have never been compared.',
  'recount.last': 'Last compared {at}: {n} differences.',
  'recount.nightly': 'A comparison runs by itself once a day.',
  'recount.now': 'Compare now',
  'recount.slow': 'Everybody who must sign is read; at a large institution it takes some seconds.',
  'recount.same': 'All figures equal the recount as of {at}.',
  'recount.differs': '{n} figures differ from the recount as of {at}.',
  'recount.atMost': 'At most {n} differences are shown.',
  'recount.table': 'Figures that differ',
  'recount.kind': 'Count',
  'recount.kind.total': 'Whole institution, category',
  'recount.kind.day': 'Signatures of the day',
  'recount.kind.unit': 'Unit / category',
  'recount.kind.person': 'Facts of one person',
  'recount.subject': 'About',
  'recount.what': 'Figure',
  'recount.facts': 'Code of facts',
  'recount.kept': 'Kept',
  'recount.counted': 'Recounted',
  'recount.repair': 'Replace by the recount',
  'recount.repairHint':
    'Signers wait for a moment while it is counted anew. What was repaired stands in the audit trail; sealed records are not touched.',
  'recount.back': 'Back to coverage',
  'event.tally.repaired': 'Figures of coverage replaced by a recount',
} satisfies Record<keyof typeof id, string>;
