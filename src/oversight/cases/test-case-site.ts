import { to } from '../../urls.ts';
import {
  fromText,
  fromUtf8,
  type MessageText,
  openCaseKeys,
  openSealed,
  sealTo,
  toText,
  utf8,
} from '../seal/index.ts';
import { type KeyedStaff, openOversightWorld, type TestStaff } from '../test-world.ts';
import type { CaseContents } from './contents/read.ts';
import { casePages } from './index.ts';

const ORIGIN = 'http://localhost';
type Name =
  | 'oversight'
  | 'caseFile'
  | 'caseContent'
  | 'caseAccess'
  | 'caseFileNew'
  | 'casePart'
  | 'findingNew';
type Sent = Record<string, unknown> | URLSearchParams | Uint8Array<ArrayBuffer>;
type Message = CaseContents['messages'][number];

/** The pages of cases, asked as people of the staff ask them. */
export async function openCaseSite() {
  const there = await openOversightWorld();
  casePages(there.app, there.platform);
  const agency = there.agencyId;

  const address = (name: Name, caseId = 'x', more: Record<string, string> = {}) =>
    ORIGIN + to(name as 'casePart', { agency, case: caseId, file: 'x', part: '0', ...more });

  async function ask(who: Pick<TestStaff, 'accountId'>, url: string, sent?: Sent) {
    const headers = { ...(await there.signedIn(who)), origin: ORIGIN };
    const posted = sent === undefined ? {} : { method: 'POST', ...bodyOf(sent) };
    const answer = await there.app.request(url, { ...posted, headers: { ...headers, ...typeOf(sent) } });
    return { status: answer.status, text: await answer.text() };
  }

  /** Opens what the server hands out, as the browser of this person does. */
  async function opened(who: KeyedStaff, caseId: string) {
    const contents = JSON.parse((await ask(who, address('caseContent', caseId))).text) as CaseContents;
    const own = { keyId: who.keyId, privateKey: who.key.seal.privateKey };
    const access = contents.accesses.find(({ keyId }) => keyId === who.keyId);
    const from = access?.givenBy === 'reporter' ? 'reporter' : `key:${access?.givenBy}`;
    const keys = await openCaseKeys(fromText(access?.sealed as string), own, { agency, case: caseId, from });
    const open = async (n: number): Promise<unknown> => {
      const { audience, sender, keyId, sealed } = contents.messages.find((one) => one.n === n) as Message;
      const privateKey = keyId ? own.privateKey : keys[audience as 'dialogue' | 'team'].privateKey;
      const bound = { agency, case: caseId, purpose: audience, from: sender } as const;
      const receiver = keyId ? `key:${keyId}` : audience;
      const plain = await openSealed(privateKey, fromText(sealed), { ...bound, to: receiver });
      return JSON.parse(fromUtf8(plain));
    };
    return { contents, keys, open };
  }

  async function sealedMessage(who: KeyedStaff, caseId: string, publicKey: Uint8Array, text: string) {
    const words: MessageText = { format: 'ikrar/message/v1', text, files: [] };
    const from = `account:${who.accountId}`;
    const bound = { agency, case: caseId, purpose: 'team', from, to: 'team' } as const;
    return toText(await sealTo(publicKey, utf8(JSON.stringify(words)), bound));
  }

  return { there, address, ask, opened, sealedMessage };
}
export type CaseSite = Awaited<ReturnType<typeof openCaseSite>>;

export const form = (fields: Record<string, string>) => new URLSearchParams(fields);

/** A form of a step, its fields named as on the page. */
export function step(what: string, fields: Record<string, string> = {}): URLSearchParams {
  const own = Object.entries({ on: '2024-09-18', ...fields }).map(([name, value]) => [
    `${what}-${name}`,
    value,
  ]);
  return form({ what, ...Object.fromEntries(own) });
}

function bodyOf(sent: Sent): { body: BodyInit } {
  const asIs = sent instanceof URLSearchParams || sent instanceof Uint8Array;
  return { body: asIs ? sent : JSON.stringify(sent) };
}

function typeOf(sent: Sent | undefined): Record<string, string> {
  if (sent === undefined || sent instanceof URLSearchParams) return {};
  return { 'content-type': sent instanceof Uint8Array ? 'application/octet-stream' : 'application/json' };
}
