import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { App, Ctx } from '../http/visit.ts';
import type { Lang } from '../i18n.ts';
import { parsedBody, parsedPart } from './read.ts';

export const BASE = '/api/v1';

/** The program that asks, after its token was looked at; in reach is its institution alone. */
export interface Caller {
  readonly agencyId: string;
  readonly tokenId: string;
  /** null: the whole institution; else these units and all below them */
  readonly unitIds: readonly string[] | null;
  /** As events and rows name it: token:ID */
  readonly by: string;
}

/** The routes for programs, of all slices, and how it is known who asks. */
export interface Api {
  readonly app: App;
  readonly routes: Described[];
  /** @throws Refusal 401, 403, 429; narrows the request to the institution of the token */
  readonly caller: (c: Ctx, scope: string) => Promise<Caller>;
}

/** What the document says of one route. Paths are written as OpenAPI writes them: /campaigns/{campaign}. */
export interface Description<P, Q, B, A> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: `/${string}`;
  /** operationId */
  name: string;
  summary: Readonly<Record<Lang, string>>;
  scope: string;
  params?: P;
  query?: Q;
  body?: B;
  /** Headers that are read, by name, with what they are for. */
  headers?: Readonly<Record<string, string>>;
  answer: A;
  status?: 200 | 201;
  /** Refusals of its own, beside those that every route has. */
  refusals?: readonly (404 | 409 | 422)[];
  example: { body?: unknown; answer: unknown };
}
export type Described = Description<z.ZodObject, z.ZodObject, z.ZodType, z.ZodType>;

interface Asked<P, Q, B> {
  c: Ctx;
  caller: Caller;
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
}

type None = z.ZodObject<Record<never, never>>;

/**
 * Adds one route, with its description. What comes in is parsed; what goes out is cut to what the description says, so that
 * a field that nobody described never leaves.
 */
export function describe<A extends z.ZodType, P = None, Q = None, B = None>(
  api: Api,
  description: Description<P, Q, B, A>,
  handler: (asked: Asked<P, Q, B>) => Promise<z.input<A>>,
): void {
  const route = description as unknown as Described;
  api.routes.push(route);
  api.app.on(route.method, BASE + route.path.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
    const caller = await api.caller(c, route.scope);
    const params = parsedPart('path', route.params, c.req.param());
    const query = parsedPart('query', route.query, c.req.query());
    const body = route.body ? await parsedBody(c, route.body) : undefined;
    const answer = await handler({ c, caller, params, query, body } as Asked<P, Q, B>);
    return answered(c, route, route.answer.parse(answer) as object);
  });
}

/** A reading that brings nothing new but its hour is answered without it (RFC 9110, 15.4.5). */
function answered(c: Ctx, route: Described, answer: object): Response {
  const json = JSON.stringify(answer);
  c.header('Cache-Control', 'private, no-cache');
  c.header('Vary', 'Authorization');
  if (route.method === 'GET') {
    const lasting = JSON.stringify({ ...answer, asOf: undefined });
    const tag = `"${createHash('sha256').update(lasting).digest('base64url').slice(0, 22)}"`;
    c.header('ETag', tag);
    if (known(c, tag)) return c.body(null, 304);
  }
  c.header('Content-Type', 'application/json');
  return c.body(json, route.status ?? 200);
}

/** Weak comparison: a proxy that packs an answer marks its tag with W/. */
function known(c: Ctx, tag: string): boolean {
  const given = c.req.header('if-none-match')?.split(',') ?? [];
  return given.some((one) => one.trim().replace(/^W\//, '') === tag);
}
