/** What a hook may be told of: the part of an event's kind before its dot. */
export const KINDS = [
  'log',
  'campaign',
  'ceremony',
  'minutes',
  'roster',
  'person',
  'unit',
  'release',
  'account',
  'token',
] as const;
export type Kind = (typeof KINDS)[number];
