import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type ApiWorld, openApiWorld } from '../../../test/api-world.ts';
import { urls } from '../../urls.ts';
import { BASE } from './describe.ts';

type Json = Record<string, unknown>;
type Operation = {
  operationId: string;
  summary: string;
  security: Record<string, string[]>[];
  parameters: { name: string; in: string; required: boolean; schema: Json }[];
  requestBody?: { content: Record<string, { schema: Json; example: unknown }> };
  responses: Record<
    string,
    { description: string; content?: Record<string, { schema: Json; example?: unknown }> }
  >;
};

function validates(value: unknown): boolean {
  const program =
    'import json, sys; from openapi_spec_validator import validate; validate(json.load(sys.stdin))';
  return spawnSync('python3', ['-c', program], { input: JSON.stringify(value) }).status === 0;
}

let site: ApiWorld;
let document: {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  servers: { url: string }[];
};
beforeAll(async () => {
  site = await openApiWorld();
  document = (await (await site.app.request(urls.openapi)).json()) as typeof document;
});
afterAll(() => site.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );

describe('the document', () => {
  it('is OpenAPI 3.1 and has every address for programs, and no other', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    const routed = site.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    const told = operations().map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(told.sort()).toEqual([...new Set(routed)].sort());
    expect(told.length).toBeGreaterThan(12);
  });

  it('says of each what it needs: a scope, its parameters, a summary, an id of its own', () => {
    const ids = operations().map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, summary, security, parameters } of operations()) {
      expect(summary, path).not.toBe('');
      expect(security[0]?.token?.[0], path).toMatch(/^[a-z]+:[a-z]+$/);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const told = parameters.filter((one) => one.in === 'path');
      expect(told.map(({ name }) => name)).toEqual(inPath);
      expect(told.every(({ required }) => required)).toBe(true);
      expect(path.startsWith(BASE)).toBe(true);
    }
  });

  it('has examples that fit their schemas, read as any program would read them', () => {
    let count = 0;
    for (const { path, requestBody, responses } of operations()) {
      const parts = [requestBody?.content, ...Object.values(responses).map(({ content }) => content)];
      for (const { schema, example } of parts.flatMap((one) => Object.values(one ?? {}))) {
        if (example === undefined) continue;
        const read = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(example);
        expect(read.error?.issues ?? [], path).toEqual([]);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(operations().length);
  });

  it.skipIf(!validates({ openapi: '3.1.1', info: { title: 'x', version: '1' }, paths: {} }))(
    'is valid to a checker of others, where there is one (python3, openapi-spec-validator)',
    () => {
      expect(validates(document)).toBe(true);
      expect(validates({ ...document, paths: { tanpa: {} } })).toBe(false);
    },
  );

  it('names only problems that are described', () => {
    for (const { responses } of operations())
      for (const [code, { description, content }] of Object.entries(responses)) {
        expect(description).toBeTruthy();
        if (Number(code) >= 400) expect(Object.keys(content ?? {})).toEqual(['application/problem+json']);
      }
  });
});

describe('the page', () => {
  it.each([
    ['id', 'Untuk program: API'],
    ['en', 'For programs: the API'],
  ])('explains it in %s, with every address', async (lang, title) => {
    const page = await site.app.request(urls.apiDocs, { headers: { cookie: `bahasa=${lang}` } });
    const html = await page.text();
    expect([page.status, html.includes(title)]).toEqual([200, true]);
    for (const { method, path } of site.api.routes)
      expect(html).toContain(`<code>${method} ${path.replace(/\{(\w+)\}/g, ':$1')}</code>`);
  });
});
