import type id from './messages.id.ts';

export default {
  'oversight.caseUnknown':
    'There is no such case, or it has not been opened to you. If you are to decide it, ask a recipient of reports to give you access.',
  'oversight.nav': 'Pages of oversight',
  'oversight.nav.oversight': 'Cases',
  'oversight.nav.oversightDue': 'Due today',
  'oversight.nav.findingNew': 'Own finding',
  'oversight.nav.oversightFigures': 'Figures',
  'oversight.nav.oversightKeys': 'My key',
  'oversight.nav.oversightRecipients': 'Recipients',
  'oversight.nav.oversightChannel': 'Channel',
} as const satisfies Record<keyof typeof id, string>;
