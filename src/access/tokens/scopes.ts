/** What a token may open. */
export const SCOPES = [
  'roster:read',
  'roster:write',
  'campaigns:read',
  'results:read',
  'coverage:read',
  'events:read',
  'hooks:manage',
] as const;
export type Scope = (typeof SCOPES)[number];

/** With these a program changes what is kept, or sends it elsewhere: two people must want that. */
export const WRITE_SCOPES: readonly Scope[] = ['roster:write', 'hooks:manage'];

/** These reach beyond any unit, so a token for one unit cannot have them. */
export const WHOLE_SCOPES: readonly Scope[] = ['events:read', 'hooks:manage'];
