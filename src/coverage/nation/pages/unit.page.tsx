import { guard, type Staff, showWork } from '../../../access/index.ts';
import { agencyOn } from '../../../agencies/index.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { t as coverageText } from '../../messages.ts';
import { snapshot } from '../../recap.ts';
import { expand, narrowed, unitsIn } from '../../scope.ts';
import { pathTo } from '../../tree.ts';
import { PAGE, pageAsked } from '../asked.ts';
import { t } from '../messages.ts';
import { readUnits, type UnitsRead } from '../read-figures.ts';
import { openedCampaigns } from '../read-units.ts';
import { unitsReport } from '../units-report.ts';
import { UnitsView } from './units.view.tsx';

/** One unit of one campaign with what is below it, from the counters alone. */
export function unitPage(app: App, platform: Platform): void {
  app.get(urls.coverageUnit, async (c) => {
    const staff = guard(c, 'coverage.read');
    const page = pageAsked(c);
    const unit = c.req.param('unit');
    const read = await unitFigures(c, platform, staff, unit, { limit: PAGE, offset: (page - 1) * PAGE });
    const { lang } = c.get('visit');
    const params = { agency: staff.agencyId, campaign: read.figures.campaign.id };
    const unitHref = (id: string | null, at = 1) =>
      (id === null ? to('coverage', params) : to('coverageUnit', { ...params, unit: id })) +
      (at > 1 ? `?halaman=${at}` : '');
    const report = unitsReport(lang, read.figures, unitHref);
    const here = `unit=${encodeURIComponent(unit)}`;
    const names = staff.has('officer') || staff.has('leader') || staff.has('operator');
    const words = coverageText(lang);
    return showWork(c, {
      title: report.title,
      brand: read.figures.agency.name,
      body: (
        <UnitsView
          {...{ lang, read, report, page, unitHref }}
          up={null}
          file={(format) => `${to('coverageFile', { ...params, file: `unit.${format}` })}?${here}`}
          more={[
            { href: to('coverage', params), text: t(lang)('nation.toCoverage') },
            { href: `${to('coverage', params)}?${here}`, text: words('coverage.unitRecap') },
            ...(names
              ? [{ href: `${to('remaining', params)}?${here}`, text: words('coverage.seeRemaining') }]
              : []),
          ]}
        />
      ),
    });
  });
}

/**
 * @param unit null: the top of what the viewer may see
 * @throws Refusal nation.notOpened (404), access.notYours (403), coverage.noSuchUnit (404)
 */
export function unitFigures(
  c: Ctx,
  { reader, now }: Platform,
  staff: Staff,
  unit: string | null,
  cut: { limit: number; offset: number },
  campaignId = c.req.param('campaign') ?? '',
): Promise<UnitsRead> {
  return snapshot(reader, async (client) => {
    const campaign = (await openedCampaigns(client, staff.agencyId)).find(({ id }) => id === campaignId);
    if (!campaign) throw new Refusal('nation.notOpened', 404);
    const agency = await agencyOn(client, staff.agencyId, null);
    const nodes = unit === null ? [] : await unitsIn(client, staff.agencyId, staff);
    narrowed(nodes, staff, unit ?? undefined);
    const only = await expand(client, staff.agencyId, staff);
    return readUnits(client, { agency, campaign, path: pathTo(nodes, unit), only, asOf: now(), ...cut });
  });
}
