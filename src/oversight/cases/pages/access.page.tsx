import type { ClientBase } from 'pg';
import { actor } from '../../../access/index.ts';
import { peopleOf } from '../../../agencies/index.ts';
import type { Client } from '../../../platform/db/index.ts';
import { dateIn } from '../../../platform/format.ts';
import { type Body, field } from '../../../platform/http/form.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { keysOf } from '../../keys/index.ts';
import { caseFrame, caseWork, showOversight } from '../../pages/frame.tsx';
import { recipientsAt } from '../../recipients/index.ts';
import { endAccess, giveAccess } from '../access/give.ts';
import { holdersOf, mayHold } from '../access/holders.ts';
import { bytesIn } from '../contents/posted.ts';
import { t } from '../messages.ts';
import { nameAccused } from '../recusal/name-accused.ts';
import { recusalsOf, recuse } from '../recusal/recuse.ts';
import { AccessView } from './access.view.tsx';
import type { Sent } from './case.page.tsx';
import type { CaseFrame } from './case-facts.ts';
import { formErrors } from './errors.ts';
import { shortOf } from './list.view.tsx';

const MOST_FOUND = 20;
/** Two of them at once must not end each other: nobody would be left who reads the case. */
const ALONE = { mode: 'isolation level serializable' };

/** Who sees a case: giving and ending access, naming who is reported, and stepping back. */
export function accessPage(app: App, platform: Platform): void {
  const { pool, now } = platform;

  async function show(c: Ctx, frame: CaseFrame, sent: Sent) {
    const facts = await accessFacts(pool, frame, now());
    const found = await peopleFound(pool, frame, sent.typed);
    const body = <AccessView {...{ ...frame, ...facts, ...sent, found }} />;
    return showOversight(c, frame, {
      title: t(frame.lang)('cases.accessTitle', { id: shortOf(frame.seen.id) }),
      ...{ body, status: sent.status, islands: ['unlock', 'case-access'] },
    });
  }

  app.get(urls.caseAccess, async (c) =>
    show(c, await caseFrame(c, platform, 'case.read'), { errors: {}, typed: {}, status: 200 }),
  );

  app.post(urls.caseAccess, async (c) => {
    const frame = await caseFrame(c, platform, 'case.work');
    const { agency, seen } = frame;
    const body = await c.req.parseBody();
    const act = field(body, 'act');
    // A name is asked in the body: in an address it would stand in histories and in logs of proxies.
    if (act === 'find') return show(c, frame, { errors: {}, typed: body, status: 200 });
    try {
      await caseWork(platform, frame, (client) => acted(client, frame, body, now()), ALONE);
    } catch (error) {
      return show(c, frame, { ...formErrors(frame.lang, error, ''), typed: body });
    }
    const away = act === 'step-back';
    const here = to('caseAccess', { agency: agency.id, case: seen.id });
    return c.redirect(away ? to('oversight', { agency: agency.id }) : here, 303);
  });
}

async function acted(client: ClientBase, frame: CaseFrame, body: Body, now: Date): Promise<void> {
  const { lang, agency, seen, staff } = frame;
  const [place, by] = [{ agencyId: agency.id, caseId: seen.id }, actor(staff)];
  const act = field(body, 'act');
  if (act === 'accused') {
    const head = field(body, 'head') === 'ya';
    const tr = t(lang);
    const words = ({ name, post, unitName }: { name: string; post: string | null; unitName: string }) =>
      tr('cases.accusedWords', { name, post: post ?? '–', unit: unitName });
    const naming = { personId: field(body, 'person'), head, by, today: dateIn(now, agency.zone), words };
    return nameAccused(client, { ...place, ...naming }, now);
  }
  if (act === 'step-back')
    return recuse(client, { ...place, accountIds: [staff.account.id], why: 'own-word', by }, now);
  if (act === 'keep-out') return keptOut(client, frame, field(body, 'account'), now);
  if (act === 'end') return endAccess(client, { ...place, keyId: field(body, 'key'), by }, now);
  if (act === 'give') {
    const [from, key] = [field(body, 'from'), field(body, 'key')];
    const listed = (await recipientsAt(client, agency.id)).some(({ keyId }) => keyId === key);
    if (!listed || !seen.keyIds.includes(from)) throw new Refusal('cases.mayNotHold', 422);
    const sealed = bytesIn(field(body, 'sealed'));
    return giveAccess(client, { ...place, fromKeyId: from, toKeyId: key, sealed, by }, now);
  }
  throw new Refusal('platform.unreadable', 400);
}

/** An account that nobody tied to the accused, but that the team knows to be theirs or a superior's. */
async function keptOut(client: ClientBase, frame: CaseFrame, accountId: string, now: Date): Promise<void> {
  const { agency, seen, staff } = frame;
  const known = (await keysOf(client, agency.id, null)).some((key) => key.accountId === accountId);
  if (!known || accountId === staff.account.id) throw new Refusal('cases.whoMissing', 422);
  const place = { agencyId: agency.id, caseId: seen.id };
  await recuse(client, { ...place, accountIds: [accountId], why: 'superior', by: actor(staff) }, now);
}

async function accessFacts(client: Client, { agency, seen, staff }: CaseFrame, now: Date) {
  const place = { agencyId: agency.id, caseId: seen.id };
  const list = await recipientsAt(client, agency.id);
  const holders = await holdersOf(client, place);
  const may = await mayHold(client, { ...place, keyIds: list.map(({ keyId }) => keyId) }, now);
  return {
    holders,
    recusals: await recusalsOf(client, place),
    /** Of the list, who does not hold it yet. */
    others: may.filter(({ id }) => !holders.some(({ keyId }) => keyId === id)),
    own: (await keysOf(client, agency.id, staff.account.id)).filter(({ id }) => seen.keyIds.includes(id)),
  };
}

async function peopleFound(client: Client, { agency }: CaseFrame, typed: Body) {
  const search = field(typed, 'cari').trim();
  if (search.length < 3) return null;
  return (await peopleOf(client, agency.id, { search: search.slice(0, 60), limit: MOST_FOUND, offset: 0 }))
    .people;
}
