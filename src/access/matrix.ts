import type { AnyAction } from './action.ts';
import { CAMPAIGN } from './actions/campaign.ts';
import { CEREMONY } from './actions/ceremony.ts';
import { INSTITUTION } from './actions/institution.ts';
import { OVERSIGHT } from './actions/oversight.ts';
import { type AnyActionName, OPEN_ACTIONS, OWN_ACTIONS, WIDE_ACTIONS } from './actions.ts';

/** Who asks: roles for a whole institution, roles for a unit, wide grants, and those without an account. */
export const COLUMNS = [
  'officer',
  'unitOfficer',
  'operator',
  'leader',
  'inspector',
  'auditor',
  'steward',
  'overseer',
  'signer',
  'public',
] as const;
export type Column = (typeof COLUMNS)[number];

/** own: only of the units of the grant, and what is below them. */
export type Cell = 'yes' | 'own' | 'no';

/** The parts of the table as people look for them. */
export const PARTS: readonly { part: string; names: readonly AnyActionName[] }[] = [
  { part: 'institution', names: namesOf(INSTITUTION) },
  { part: 'campaign', names: namesOf(CAMPAIGN) },
  { part: 'ceremony', names: namesOf(CEREMONY) },
  { part: 'oversight', names: namesOf(OVERSIGHT) },
  { part: 'wide', names: namesOf(WIDE_ACTIONS) },
  { part: 'own', names: namesOf(OWN_ACTIONS) },
  { part: 'open', names: namesOf(OPEN_ACTIONS) },
];

export function cellOf(action: AnyAction, column: Column): Cell {
  if ('open' in action) return action.open === 'everyone' || column === 'signer' ? 'yes' : 'no';
  if (column === 'signer' || column === 'public') return 'no';
  if ('own' in action)
    return action.own === 'everyone' || action.own.some((role) => role === column) ? 'yes' : 'no';
  if ('wide' in action) return action.wide.some((role) => role === column) ? 'yes' : 'no';
  const ofUnit = column === 'unitOfficer' || column === 'operator';
  const role = column === 'unitOfficer' ? 'officer' : column;
  if (!action.who.some((one) => one === role) || (ofUnit && action.whole)) return 'no';
  return ofUnit ? 'own' : 'yes';
}

function namesOf(actions: object): AnyActionName[] {
  return Object.keys(actions) as AnyActionName[];
}
