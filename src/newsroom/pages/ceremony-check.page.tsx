import { actor, guard, type Staff, showWork } from '../../access/index.ts';
import { agencyOn } from '../../agencies/index.ts';
import { campaignOf, tidyLine, tidyLines } from '../../campaigns/index.ts';
import { addSource, ceremonyOf } from '../../ceremonies/index.ts';
import { coverageOf } from '../../coverage/index.ts';
import { registerNow } from '../../law/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { ownDay, textFindings } from '../findings.ts';
import { t } from '../messages.ts';
import { recordFindings } from '../record-findings.ts';
import { CeremonyCheckView } from './ceremony-check.view.tsx';

/** Every trap in the texts and records of a ceremony, shown to the officer as a finding. */
export function ceremonyCheckPage(app: App, platform: Platform): void {
  app.get(urls.ceremonyCheck, (c) => page(c, platform, guard(c, 'check.read')));

  app.post(urls.ceremonyCheck, async (c) => {
    const staff = guard(c, 'check.source');
    const body = await c.req.parseBody();
    const typed = {
      title: tidyLine(String(body.title ?? '')),
      publisher: tidyLine(String(body.publisher ?? '')),
      body: tidyLines(String(body.body ?? '')),
    };
    const at = { agencyId: staff.agencyId, ceremonyId: c.req.param('ceremony'), by: actor(staff) };
    const source = { ...at, ...typed, publisher: typed.publisher || null };
    try {
      await transaction(platform.pool, (client) => addSource(client, source, platform.now()));
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 422) throw error;
      const field = typed.title === '' ? 'title' : 'body';
      return page(c, platform, staff, {
        typed,
        errors: { [field]: refusalText(c.get('visit').lang, error) },
      });
    }
    return c.redirect(to('ceremonyCheck', { agency: staff.agencyId, ceremony: at.ceremonyId }), 303);
  });
}

type Typed = { title: string; publisher: string; body: string };

async function page(
  c: Ctx,
  { pool, now }: Platform,
  staff: Staff,
  failed?: { typed: Typed; errors: FieldErrors },
): Promise<Response> {
  const { lang } = c.get('visit');
  const { agencyId } = staff;
  const ceremony = await ceremonyOf(pool, agencyId, c.req.param('ceremony') as string);
  const campaign = await campaignOf(pool, agencyId, ceremony.campaignId);
  const { total } = await coverageOf(pool, agencyId, campaign.id, { unitIds: null }, now());
  const register = await registerNow(pool);
  const check = (title: string, body: string, on: string | null) =>
    textFindings({ title, body }, { on, campaign, lang, register });
  // A text is judged as of its own day; the ceremony's date only stands in where the text gives none.
  const sources = ceremony.sources.map((source) => {
    const on = ownDay(`${source.title}\n${source.body}`, register) ? null : ceremony.heldOn;
    return { source, findings: check(source.title, source.body, on) };
  });
  const bases = check('', campaign.bases.join('\n'), ceremony.heldOn ?? campaign.circular.date);
  return showWork(c, {
    title: t(lang)('newsroom.checkTitle', { title: ceremony.title }),
    brand: (await agencyOn(pool, agencyId, null)).name,
    status: failed ? 422 : 200,
    body: (
      <CeremonyCheckView
        {...{ lang, ceremony, bases, sources }}
        record={recordFindings(ceremony, campaign, total)}
        typed={failed?.typed ?? { title: '', publisher: '', body: '' }}
        errors={failed?.errors ?? {}}
        mayAdd={staff.has('officer')}
      />
    ),
  });
}
