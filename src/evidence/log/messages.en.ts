import type id from './messages.id.ts';

export default {
  'logs.title': 'The public log',
  'logs.lead':
    'Every signed pact is recorded in the log of its campaign. A log can only grow: what was once in it cannot be changed or removed unnoticed. It holds no names, only salted fingerprints that say nothing about the person.',
  'logs.none': 'There is no log yet: no pact has been signed here.',
  'logs.table': 'All logs, the one that grew last on top',
  'logs.campaign': 'Campaign',
  'logs.agency': 'Institution',
  'logs.size': 'Entries',
  'logs.head': 'Newest tree head',
  'logs.since': 'Published',
  'logs.place': 'Place in the tree of all logs',
  'logs.notYet': 'not yet',
  'logs.oversight': 'Oversight: what is done with reports and cases',
  'logs.oversightText':
    'A log of oversight grows once a day, always by 16, 32, 64, … entries, some of them empty: whoever watches it learns neither when nor how many people reported.',
  'logs.example': 'Example',
  'logs.all': 'The tree of all logs',
  'logs.allText':
    'The tree head of every log is recorded again in one tree for this whole installation. Whoever keeps one head of that tree, as a witness does, can prove it when a log is set back or rewritten.',
  'logs.allFacts': '{size} heads recorded, the last {moment}.',
  'logs.key': 'Keys',
  'logs.keyText':
    'Every tree head is signed with this key. Keep a copy of your own and compare it with what is printed elsewhere.',
  'logs.keyFile': 'Download the key of the log',
  'logs.rootFile': 'Download the root certificate of the seals',
  'logs.own': 'Check for yourself',
  'logs.ownText':
    'The logs are served as C2SP tlog-tiles says, so that other people’s tools can read them. Tree head, tiles and raw entries of a log:',
  'logs.ownWitness': 'Become a witness, which refuses when a log is set back or rewritten:',
  'logs.ownPact': 'Check one pact with its proof, without a network:',
  'logs.ownInside':
    'The institution that runs Ikrar recomputes everything from the sealed records, and writes every log as plain files:',
  'logs.witnesses': 'Witnesses and what they have seen',
  'logs.before': 'Previous',
  'logs.page': 'Page {page} of {pages}',
  'logs.next': 'Next',
} satisfies Record<keyof typeof id, string>;
