import type { BlockList } from 'node:net';
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
  /** The session by which the account was known; fresh: who it is was proved within minutes. */
  session?: { readonly id: string; readonly fresh: boolean };
  local: boolean;
  /** A page for people who must not be known (apart.ts): no cookie is read, nobody is recognised. */
  readonly apart?: boolean;
}

export type Env = {
  Variables: {
    visit: Visit;
    /** Those in front of us, whose word on where a visitor comes from counts. */
    proxies?: BlockList;
    /** The action of staff to which the address belongs, and whether the page asked its guard about it. */
    action?: string;
    guarded?: boolean;
    /** The answer is a file of others: no page of ours, and nothing in it may run. */
    alone?: boolean;
    /** Headers that every answer has, and whether this one has them from the start. */
    safe?: Readonly<Record<string, string>>;
    whole?: boolean;
  };
};
export type App = Hono<Env>;
export type Ctx = Context<Env>;
