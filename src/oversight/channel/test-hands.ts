import { to } from '../../urls.ts';
import { fromUtf8, openCaseKeys, openSealed } from '../seal/index.ts';
import type { KeyedStaff, OversightWorld } from '../test-world.ts';

export const PATH = to('reportAgency', { agency: 'fakfak' });
export const SEND = to('reportSend', { agency: 'fakfak' });
/** Words that must be found nowhere. */
export const PLANTED = 'kalimantanpisang-rahasia';

/** What a reporter does without script, and what an inspector's browser makes of it. */
export function handsOf(world: OversightWorld) {
  const post = (
    path: string,
    fields: Record<string, string | string[]>,
    headers: Record<string, string> = {},
  ) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, one);
    return world.app.request(path, { method: 'POST', body, headers });
  };
  const hidden = (html: string, name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  const rows = async (sql: string, params: unknown[] = []) => (await world.db.pool.query(sql, params)).rows;
  const later = (seconds: number) =>
    world.setClock(new Date(world.platform.now().getTime() + seconds * 1000));

  /** Form, wait, send; as a browser without script does. */
  async function sentPlain(fields: Record<string, string | string[]>) {
    const html = await (await post(PATH, { act: 'write' })).text();
    const ticket = { case: hidden(html, 'case'), code: hidden(html, 'code'), wait: hidden(html, 'wait') };
    later(10);
    const all = { act: 'send', ...ticket, mode: 'anonymous', what: `Terjadi ${PLANTED}`, ...fields };
    return { ticket, all, answer: await post(PATH, all) };
  }

  async function opened(who: KeyedStaff, caseId: string) {
    const [access] = await rows(
      'select sealed, given_by from oversight.case_access where case_id = $1 and key_id = $2',
      [caseId, who.keyId],
    );
    if (!access) return null;
    const at = { agency: 'fakfak', case: caseId, from: 'reporter' };
    const keys = await openCaseKeys(
      access.sealed,
      { keyId: who.keyId, privateKey: who.key.seal.privateKey },
      at,
    );
    const messages = await rows('select * from oversight.message where case_id = $1 order by n', [caseId]);
    const open = async ({ audience, sealed }: { audience: string; sealed: Buffer }) => {
      const bound = {
        ...at,
        purpose: audience as 'dialogue',
        to: audience === 'identity' ? `key:${who.keyId}` : 'dialogue',
      };
      const key = audience === 'identity' ? who.key.seal.privateKey : keys.dialogue.privateKey;
      return JSON.parse(fromUtf8(await openSealed(key, sealed, bound)));
    };
    return { keys, messages, texts: await Promise.all(messages.map((one) => open(one).catch(() => null))) };
  }
  return { post, hidden, rows, later, sentPlain, opened };
}
