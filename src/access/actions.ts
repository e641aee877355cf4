import { urls } from '../urls.ts';
import type { AnyAction } from './action.ts';
import { CAMPAIGN } from './actions/campaign.ts';
import { CEREMONY } from './actions/ceremony.ts';
import { OPEN, OWN, WIDE } from './actions/house.ts';
import { INSTITUTION } from './actions/institution.ts';
import { OVERSIGHT } from './actions/oversight.ts';

/**
 * Every action of staff at an institution: the guard reads it, the matrix page shows it, a test tries each cell over
 * HTTP. A new one is added to the file of its part in actions/, with a text in messages; its page calls `guard`.
 */
export const ACTIONS = { ...INSTITUTION, ...CAMPAIGN, ...CEREMONY, ...OVERSIGHT } as const;
export const WIDE_ACTIONS = WIDE;
export const OWN_ACTIONS = OWN;
export const OPEN_ACTIONS = OPEN;

export type ActionName = keyof typeof ACTIONS;
export type WideActionName = keyof typeof WIDE_ACTIONS;
export type OwnActionName = keyof typeof OWN_ACTIONS;
export type OpenActionName = keyof typeof OPEN_ACTIONS;
export type AnyActionName = ActionName | WideActionName | OwnActionName | OpenActionName;

export const ALL_ACTIONS: Readonly<Record<AnyActionName, AnyAction>> = {
  ...ACTIONS,
  ...WIDE_ACTIONS,
  ...OWN_ACTIONS,
  ...OPEN_ACTIONS,
};

const byAddress = new Map<string, AnyActionName>(
  Object.entries(ALL_ACTIONS).flatMap(([name, { at }]) =>
    at.map(([method, url]) => [`${method} ${urls[url]}`, name as AnyActionName] as const),
  ),
);

/** The action to which an address of urls.ts belongs. */
export function actionAt(method: string, path: string): AnyActionName | null {
  return byAddress.get(`${method} ${path}`) ?? null;
}
