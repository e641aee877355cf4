import { actor, askApproval, mayDo, showWork, useApproval } from '../../access/index.ts';
import { type Frame, frameOf, tidyLine } from '../../campaigns/index.ts';
import { WHYS } from '../../evidence/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { field } from '../../platform/http/form.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { personRead } from '../../platform/reads.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { erasePerson } from '../erase/erase.ts';
import { type Erasable, erasureSubject, mayErase } from '../erase/may-erase.ts';
import { t } from '../messages.ts';
import { addHold, answerRequest, endHold, erasuresAt, holdsAt, requestsAt } from '../requests.ts';
import { dueAt } from '../retention/due.ts';
import { setPeriod } from '../retention/periods.ts';
import { WorkPage } from './work.view.tsx';

type Body = Record<string, unknown>;

/** Requests, retention, holds, erasure and the record of processing of one institution. */
export function privacyWorkPage(app: App, platform: Platform): void {
  app.get(urls.privacyWork, async (c) => page(c, platform, await frameOf(c, platform, 'privacy.read'), ''));

  app.post(urls.privacyWork, async (c) => {
    const frame = await frameOf(c, platform, 'privacy.decide');
    const body: Body = await c.req.parseBody();
    try {
      return c.redirect(await act(platform, frame, body), 303);
    } catch (error) {
      if (!(error instanceof Refusal) || ![409, 422, 404].includes(error.status)) throw error;
      return page(c, platform, frame, refusalText(frame.lang, error));
    }
  });
}

/** @returns where to go on. Each of them is one transaction. */
async function act(platform: Platform, { agency, staff, lang }: Frame, body: Body): Promise<string> {
  const [agencyId, by, now] = [agency.id, actor(staff), platform.now()];
  const [id, personId] = [field(body, 'id'), field(body, 'person')];
  const words = ['reason', 'holdReason', 'source'].map((name) => tidyLine(field(body, name)));
  const reason = words.find((text) => text !== '')?.slice(0, 1000) ?? '';
  const here = to('privacyWork', { agency: agencyId });
  const inOne = <T,>(work: Parameters<typeof transaction<T>>[1]) => transaction(platform.pool, work);
  switch (field(body, 'do')) {
    case 'answer': {
      const recordNote = tidyLine(field(body, 'recordNote')).slice(0, 1000);
      const answer = { agencyId, id, by, reason, recordNote, outcome: field(body, 'outcome') };
      await inOne((client) => answerRequest(client, answer, now));
      return `${here}?selesai=1`;
    }
    case 'hold':
      await inOne((client) => addHold(client, { agencyId, personId, reason, by }, now));
      return `${here}?orang=${encodeURIComponent(personId)}`;
    case 'endHold':
      await inOne((client) => endHold(client, { agencyId, id, reason, by }, now));
      return here;
    case 'period': {
      const period = { agencyId, rule: field(body, 'rule'), days: field(body, 'days'), source: reason, by };
      await inOne((client) => setPeriod(client, period, now));
      return here;
    }
    case 'askErase': {
      const why = whyOf(body);
      await mayErase(platform.pool, { agencyId, personId, why }, now);
      const asking = { agencyId, kind: 'person.erase', subject: erasureSubject(personId, why), by } as const;
      const asked = { ...asking, reason: t(lang)(`privacy.why.${why}`) };
      const approval = await inOne((client) => askApproval(client, asked, now));
      return to('approval', { agency: agencyId, id: approval });
    }
    case 'erase': {
      const why = whyOf(body);
      await inOne(async (client) => {
        await mayErase(client, { agencyId, personId, why }, now);
        const using = { agencyId, kind: 'person.erase', subject: erasureSubject(personId, why), by } as const;
        const requestId = await useApproval(client, using, now);
        return erasePerson(client, { agencyId, personId, why, by, requestId }, now);
      });
      return `${here}?terhapus=1`;
    }
    default:
      return here;
  }
}

function whyOf(body: Body) {
  return WHYS.find((why) => why === field(body, 'why')) ?? 'asked';
}

async function page(c: Ctx, platform: Platform, frame: Frame, error: string): Promise<Response> {
  const { pool, now } = platform;
  const agencyId = frame.agency.id;
  const due = await dueAt(pool, agencyId, now());
  const asked = c.req.query('orang') ?? '';
  const person = asked === '' ? null : await personAsked(platform, frame, asked);
  const requests = await requestsAt(pool, agencyId);
  const [holds, erasures] = [await holdsAt(pool, agencyId), await erasuresAt(pool, agencyId)];
  const done = (['selesai', 'terhapus'] as const).find((name) => c.req.query(name) === '1') ?? null;
  const mayDecide = mayDo(c, 'privacy.decide') !== null;
  return showWork(c, {
    title: t(frame.lang)('privacy.workTitle'),
    brand: frame.agency.name,
    status: error === '' ? 200 : 422,
    body: (
      <WorkPage
        {...frame}
        {...{ due, requests, holds, erasures, person, done, error, mayDecide }}
        now={now()}
      />
    ),
  });
}

export interface PersonAsked {
  id: string;
  erasable: Erasable | null;
  /** Why not, as a refusal of the rule "the person asked". */
  refused: Refusal | null;
}

async function personAsked(
  { pool, now }: Platform,
  { agency, staff }: Frame,
  id: string,
): Promise<PersonAsked> {
  const about = { agencyId: agency.id, personId: id };
  const refused = await mayErase(pool, { ...about, why: 'asked' }, now()).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  await personRead(pool, { ...about, actor: actor(staff), what: 'privacy' }, now());
  return refused instanceof Refusal
    ? { id, erasable: null, refused }
    : { id, erasable: refused, refused: null };
}
