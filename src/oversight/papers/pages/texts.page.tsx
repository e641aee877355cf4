import { actor, guard, mayDo } from '../../../access/index.ts';
import { transaction } from '../../../platform/db/index.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { messageOf } from '../../../platform/i18n.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { oversightFrame, showOversight } from '../../pages/frame.tsx';
import { KINDS, type Kind } from '../kinds.ts';
import { t } from '../messages.ts';
import { setText, textsAt } from '../texts.ts';
import { TextsPage } from './texts.view.tsx';

/** The institution's own words for its documents. */
export function paperTexts(app: App, platform: Platform): void {
  const { pool, now } = platform;

  async function shown(c: Ctx, action: 'papers.texts' | 'papers.setText', wrong?: Wrong) {
    const frame = await oversightFrame(c, platform, action);
    const texts = await textsAt(pool, frame.agency.id);
    const may = mayDo(c, 'papers.setText') !== null;
    return showOversight(c, frame, {
      title: t(frame.lang)('papers.texts'),
      status: wrong ? 422 : 200,
      body: <TextsPage {...frame} {...{ texts, may, wrong }} />,
    });
  }

  app.get(urls.oversightPapers, (c) => shown(c, 'papers.texts'));

  app.post(urls.oversightPapers, async (c) => {
    const staff = guard(c, 'papers.setText');
    const body = await c.req.parseBody();
    const kind = KINDS.find((one) => one === body.kind);
    if (!kind) throw new Refusal('platform.unreadable', 400);
    const text = body.act === 'ours' ? '' : String(body[`text-${kind}`] ?? '');
    const wish = { agencyId: staff.agencyId, kind, text, by: actor(staff) };
    try {
      await transaction(pool, (client) => setText(client, wish, now()));
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 422) throw error;
      const { lang } = c.get('visit');
      const why = messageOf(lang, error.code, error.params) ?? error.code;
      return shown(c, 'papers.setText', { kind, text, why });
    }
    return c.redirect(to('oversightPapers', { agency: staff.agencyId }), 303);
  });
}

export interface Wrong {
  kind: Kind;
  text: string;
  why: string;
}
