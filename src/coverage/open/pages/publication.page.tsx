import { actor, guard, showWork } from '../../../access/index.ts';
import { agencyOn } from '../../../agencies/index.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { field } from '../../../platform/http/form.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { t } from '../messages.ts';
import { decide, decisionsOf } from '../publication.ts';
import { PublicationView } from './publication.view.tsx';

/** Where an officer decides whether everybody may see the figures. */
export function publicationPage(app: App, platform: Platform): void {
  app.get(urls.publicFigures, (c) => {
    const staff = guard(c, 'publication.read');
    return page(c, platform, staff.agencyId, staff.has('officer') && staff.unitIds === null, '', {});
  });

  app.post(urls.publicFigures, async (c) => {
    const staff = guard(c, 'publication.decide');
    const body = await c.req.parseBody();
    const { agencyId } = staff;
    const published = field(body, 'tampil') === 'ya';
    try {
      const decision = { agencyId, published, reason: field(body, 'alasan'), by: actor(staff) };
      await decide(platform.pool, decision, platform.now());
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 422) throw error;
      const errors = { alasan: t(c.get('visit').lang)('open.reasonMissing') };
      return page(c, platform, agencyId, true, field(body, 'alasan'), errors);
    }
    return c.redirect(to('publicFigures', { agency: agencyId }), 303);
  });
}

async function page(
  c: Ctx,
  { pool }: Platform,
  agencyId: string,
  mayDecide: boolean,
  reason: string,
  errors: FieldErrors,
): Promise<Response> {
  const { lang } = c.get('visit');
  const agency = await agencyOn(pool, agencyId, null);
  const decisions = await decisionsOf(pool, agencyId);
  return showWork(c, {
    title: t(lang)('open.decideTitle'),
    brand: agency.name,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <PublicationView {...{ lang, agency, decisions, mayDecide, reason, errors }} />,
  });
}
