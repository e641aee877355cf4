import * as z from 'zod';
import type { Ctx } from '../http/visit.ts';
import { Refusal } from '../refusal.ts';
import { Invalid } from './invalid.ts';

/** @throws Invalid (422) naming every field that is not as described; unknown ones are named too */
export function parsedPart(
  where: 'path' | 'query' | 'body',
  schema: z.ZodType | undefined,
  value: unknown,
): unknown {
  const strict = where !== 'path' && schema instanceof z.ZodObject ? schema.strict() : schema;
  if (!strict) return {};
  const result = strict.safeParse(value);
  if (result.success) return result.data;
  throw new Invalid(
    result.error.issues.slice(0, 100).map(({ path, message }) => ({
      in: where,
      pointer: `/${path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`,
      detail: message,
    })),
  );
}

/** @throws Refusal api.notJson (400); Invalid (422) */
export async function parsedBody(c: Ctx, schema: z.ZodType): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
    throw new Refusal('api.notJson', 400);
  const text = await c.req.text();
  return parsedPart('body', schema, jsonOf(text));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('api.notJson', 400);
  }
}
