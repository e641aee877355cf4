import { type Classification, holdsOn, type IsoDate, type Standing, weakest } from '../../../law/index.ts';
import { type Level, type Matter, ROUTES, type Route } from './routes.ts';

export interface Asked {
  readonly actOn: IsoDate;
  readonly today: IsoDate;
  readonly category: 'pns' | 'cpns' | 'pppk' | 'pppk-pw' | 'non-asn';
  /** Of the act; its election-law side stands in it. Null before the case is classified. */
  readonly classified: Pick<Classification, 'criminal'> | null;
  readonly head: boolean;
  readonly level: Level;
}

/**
 * `now`: competent today. `then`: competent on the day of the act and no longer; whoever is competent now took it over.
 * `not-yet`: ordered and not yet there.
 */
export interface RouteAnswer {
  readonly route: Route;
  readonly state: 'now' | 'then' | 'not-yet';
  readonly onActDay: Standing;
  readonly confidence: Route['confidence'];
}

/** Every way that the matter has, each with its days and sources; several are several, none is chosen here. */
export function routesOf(asked: Asked, routes: readonly Route[] = ROUTES): readonly RouteAnswer[] {
  const matters = mattersOf(asked);
  return routes
    .filter(({ matter, levels }) => matters.includes(matter) && (levels?.includes(asked.level) ?? true))
    .flatMap((route) => answered(route, asked));
}

function mattersOf({ category, classified, head }: Asked): readonly Matter[] {
  return [
    ...(head ? (['head'] as const) : []),
    category === 'non-asn' ? 'contract' : 'supervision',
    ...(classified && classified.criminal.length > 0 ? (['election'] as const) : []),
  ];
}

function answered(route: Route, { actOn, today, classified }: Asked): readonly RouteAnswer[] {
  const onActDay = holdsOn(route, actOn);
  const state = stateOf(route, onActDay, holdsOn(route, today));
  if (!state) return [];
  const own = route.matter === 'election' ? (classified?.criminal ?? []) : [];
  const confidence = weakest([route.confidence, ...own.map((one) => one.confidence)]);
  return [{ route, state, onActDay, confidence }];
}

function stateOf(route: Route, then: Standing, now: Standing): RouteAnswer['state'] | null {
  if (now === 'in-force' || now === 'unknown') return 'now';
  if (now === 'not-yet') return route.expectedBy ? 'not-yet' : null;
  return then === 'in-force' || then === 'unknown' ? 'then' : null;
}
