import { actor, mayDo } from '../../../access/index.ts';
import { dateIn } from '../../../platform/format.ts';
import { type Body, field } from '../../../platform/http/form.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { refusalText } from '../../../platform/i18n.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { caseFrame, caseWork, showOversight } from '../../pages/frame.tsx';
import {
  askDeletion,
  type Doing,
  decideDeletion,
  endHold,
  hold,
  holdsOf,
  requestsOf,
  standingOf,
} from '../keep.ts';
import { t } from '../messages.ts';
import { KeepingView } from './keeping.view.tsx';

type Act = (client: Parameters<typeof hold>[0], doing: Doing, body: Body, now: Date) => Promise<void>;

/** What the buttons of the page do. */
const ACTS: Readonly<Record<string, Act>> = {
  hold: (client, doing, body, now) =>
    hold(client, { ...doing, why: field(body, 'holdWhy'), until: field(body, 'until') }, now),
  endHold: (client, doing, body, now) => endHold(client, { ...doing, id: field(body, 'id') }, now),
  ask: (client, doing, body, now) => askDeletion(client, { ...doing, why: field(body, 'deletionWhy') }, now),
  approve: (client, doing, body, now) =>
    decideDeletion(client, { ...doing, id: field(body, 'id'), decision: 'approved' }, now),
  refuse: (client, doing, body, now) =>
    decideDeletion(client, { ...doing, id: field(body, 'id'), decision: 'refused' }, now),
};

/** Until when a case is kept, who holds it, and deleting it before its time. */
export function keepingPage(app: App, platform: Platform): void {
  const { pool, now } = platform;

  async function show(c: Ctx, frame: Awaited<ReturnType<typeof caseFrame>>, error: string, body: Body) {
    const { agency, seen, lang } = frame;
    const place = { agencyId: agency.id, caseId: seen.id };
    const today = dateIn(now(), agency.zone);
    const standing = await standingOf(pool, place, today);
    if (!standing) throw new Refusal('oversight.caseUnknown', 404);
    const [holds, requests] = [await holdsOf(pool, place, today), await requestsOf(pool, place)];
    const may = mayDo(c, 'case.keep') !== null;
    return showOversight(c, frame, {
      title: t(lang)('keeping.title'),
      status: error === '' ? 200 : 422,
      body: <KeepingView {...{ ...frame, standing, holds, requests, may, error, typed: body }} />,
    });
  }

  app.get(urls.caseKeeping, async (c) => show(c, await caseFrame(c, platform, 'case.read'), '', {}));

  app.post(urls.caseKeeping, async (c) => {
    const frame = await caseFrame(c, platform, 'case.keep');
    const { agency, seen, staff, lang } = frame;
    const body = await c.req.parseBody();
    const name = field(body, 'do');
    const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
    if (!act) throw new Refusal('platform.unreadable', 400);
    const today = dateIn(now(), agency.zone);
    const doing = { agencyId: agency.id, caseId: seen.id, by: actor(staff), today };
    try {
      await caseWork(platform, frame, (client) => act(client, doing, body, now()));
    } catch (error) {
      if (!(error instanceof Refusal) || (error.status !== 422 && error.status !== 409)) throw error;
      return show(c, frame, refusalText(lang, error), body);
    }
    return c.redirect(to('caseKeeping', { agency: agency.id, case: seen.id }), 303);
  });
}
