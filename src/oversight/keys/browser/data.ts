import { to } from '../../../urls.ts';
import { fromText, type SignedStatement, toText, type Wrap, type WrapParams } from '../../seal/index.ts';
import type { KeyData, WrapData } from '../key-data.ts';

const asked = new Map<string, Promise<KeyData>>();

/** Asked once for a page. @throws Error where the server does not answer, or knows us no longer */
export function keyData(agencyId: string): Promise<KeyData> {
  const known = asked.get(agencyId) ?? fetched(agencyId);
  asked.set(agencyId, known);
  known.catch(() => asked.delete(agencyId));
  return known;
}

async function fetched(agencyId: string): Promise<KeyData> {
  const answer = await fetch(to('oversightKeyData', { agency: agencyId }), {
    headers: { accept: 'application/json' },
    cache: 'no-store',
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as KeyData;
}

/** @throws Error with the server's words */
export async function sendKeyChange(agencyId: string, change: object): Promise<void> {
  const answer = await fetch(to('oversightKeyData', { agency: agencyId }), {
    method: 'POST',
    body: JSON.stringify(change),
    headers: { accept: 'application/json', 'content-type': 'application/json' },
  });
  if (answer.ok) return;
  const said = (await answer.json().catch(() => null)) as { message?: string } | null;
  throw new Error(said?.message ?? String(answer.status));
}

export function wrapOf({ way, params, sealed }: WrapData): Wrap {
  return { way, params: params as WrapParams, sealed: fromText(sealed) };
}

export function posted({ way, params, sealed }: Wrap) {
  return { way, params, sealed: toText(sealed) };
}

export function chainIn({ chain }: KeyData): SignedStatement[] {
  return chain.map(({ statement, signature, signedBy }) => ({
    ...{ statement: fromText(statement), signature: fromText(signature), signedBy },
  }));
}
