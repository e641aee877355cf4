import type id from './messages.id.ts';

export default {
  'oversight.caseUnknown': 'There is no such case, or you hold no access to it.',
} as const satisfies Record<keyof typeof id, string>;
