import * as z from 'zod';
import type { Lang } from '../i18n.ts';
import { BASE, type Described } from './describe.ts';

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    errors: z.array(z.object({ in: z.string(), pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ description: 'RFC 9457. `code` does not change with the language of `title`.' });

const STATUS_TEXT: Readonly<Record<number, string>> = {
  304: 'Nothing has changed since the answer with this ETag',
  400: 'The body is no JSON',
  401: 'No token, or one that is mistyped, unknown, ended or past its date',
  403: 'The token lacks the scope, or a unit lies outside it',
  404: 'There is no such thing here',
  409: 'It stands otherwise by now',
  413: 'The body is larger than 1 MB',
  422: 'Something sent is not as described; `errors` names each place',
  429: 'Too many requests; Retry-After says when to come again',
  500: 'A fault of ours',
  503: 'The database cannot be reached at the moment',
};

/** The routes as an OpenAPI 3.1 document. @param origin where programs reach this installation */
export function openapiOf(routes: readonly Described[], origin: string, lang: Lang = 'en') {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = BASE + route.path;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, lang) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Ikrar',
      version: '1.0.0',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'For the systems of one institution: its roster, its campaigns, who has signed, how far it is, and hooks.',
    },
    servers: [{ url: origin }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'ikr_…' } },
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
  };
}

function operation(route: Described, lang: Lang) {
  const { name, summary, scope, body, answer, example, status = 200 } = route;
  return {
    operationId: name,
    summary: summary[lang],
    security: [{ token: [scope] }],
    parameters: parameters(route),
    ...(body ? { requestBody: { required: true, content: json(body, 'input', example.body) } } : {}),
    responses: {
      [status]: {
        description: summary[lang],
        headers: route.method === 'GET' ? { ETag: { schema: { type: 'string' } } } : {},
        content: json(answer, 'output', example.answer),
      },
      ...Object.fromEntries(refusalsOf(route).map((code) => [code, refusal(code)])),
    },
  };
}

function parameters({ params, query, headers = {} }: Described) {
  const of = (where: 'path' | 'query', schema: z.ZodObject | undefined) =>
    Object.entries(schema?.shape ?? {}).map(([name, field]) => {
      const required = where === 'path' || !(field as z.ZodType).safeParse(undefined).success;
      return { name, in: where, required, schema: schemaOf(field as z.ZodType, 'input') };
    });
  const sent = Object.entries(headers).map(([name, description]) => ({
    ...{ name, in: 'header', required: false, description, schema: { type: 'string' } },
  }));
  return [...of('path', params), ...of('query', query), ...sent];
}

function refusalsOf({ method, body, refusals = [] }: Described): number[] {
  const read = method === 'GET' ? [304] : [];
  const written = body ? [400, 413] : [];
  return [...new Set([...read, ...written, 401, 403, ...refusals, 422, 429, 500, 503])].sort((a, b) => a - b);
}

function refusal(code: number) {
  const description = STATUS_TEXT[code];
  if (code === 304) return { description };
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

function json(schema: z.ZodType, io: 'input' | 'output', example: unknown) {
  return { 'application/json': { schema: schemaOf(schema, io), example } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io }) as Record<string, unknown>;
  return rest;
}
