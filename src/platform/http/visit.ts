import type { Context, Hono } from 'hono';
import type { Lang } from '../i18n.ts';

export interface Grant {
  agencyId: string;
  role: 'officer' | 'leader' | 'operator' | 'auditor' | 'inspector';
  unitId: string | null;
}

/** For the nation (regionCode null) or a province: figures, no people; a steward adds institutions and such grants. */
export interface WideGrant {
  role: 'steward' | 'overseer';
  regionCode: string | null;
}

export interface Account {
  id: string;
  username: string;
  name: string;
  grants: readonly Grant[];
  wide: readonly WideGrant[];
}

/** Who asks, in which language, and whether from this very machine (not through a proxy or another name). */
export interface Visit {
  lang: Lang;
  account: Account | null;
  local: boolean;
}

export type Env = {
  Variables: {
    visit: Visit;
    /** The answer is a file of others: no page of ours, and nothing in it may run. */
    alone?: boolean;
    /** Headers that every answer has, and whether this one has them from the start. */
    safe?: Readonly<Record<string, string>>;
    whole?: boolean;
  };
};
export type App = Hono<Env>;
export type Ctx = Context<Env>;
