import type { BsreConfig } from '../../../platform/config/bsre.ts';
import { boundedBody } from '../../../platform/http/bounded.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { refusalOf } from './answers.ts';

/** A signed pact has some 100 kB; in base64 and with what stands around it this is forty times that. */
const MOST = 6 * 1024 * 1024;

export interface Answer {
  type: string;
  header(name: string): string | null;
  body: Buffer;
}

export interface Ask {
  path: string;
  method?: 'GET' | 'POST';
  body?: FormData | string;
}

/**
 * One request. Whatever goes wrong becomes a refusal without a cause: errors of the network and of the service may
 * quote what was sent. A redirect is refused, so that nothing is sent on to where nobody configured.
 * @throws Refusal bsre.*
 */
export async function call(config: BsreConfig, ask: Ask, until: AbortSignal): Promise<Answer> {
  const { status, ok, ...answer } = await send(config, ask, until);
  if (!ok) throw refusalOf(status, jsonIn(answer.body));
  return answer;
}

export function jsonIn(body: Buffer): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

async function send({ url, user, password }: BsreConfig, ask: Ask, until: AbortSignal) {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
  const json: Record<string, string> =
    typeof ask.body === 'string' ? { 'Content-Type': 'application/json' } : {};
  try {
    const response = await fetch(url + ask.path, {
      method: ask.method ?? 'POST',
      headers: { Authorization: authorization, Accept: 'application/json, application/pdf', ...json },
      body: ask.body ?? null,
      redirect: 'error',
      signal: until,
    });
    const body = await boundedBody(response, MOST);
    if (!body) throw new Refusal('bsre.badAnswer', 503);
    const type = response.headers.get('content-type') ?? '';
    const header = (name: string) => response.headers.get(name);
    return { status: response.status, ok: response.ok, type, header, body };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(until.aborted ? 'bsre.timeout' : 'bsre.unreachable', 503);
  }
}
