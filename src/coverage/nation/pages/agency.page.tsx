import type { Pool } from 'pg';
import { guardWide, type Overseer, showWork } from '../../../access/index.ts';
import { agencyOn, unitsOf } from '../../../agencies/index.ts';
import { forAll } from '../../../platform/db/index.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { snapshot } from '../../recap.ts';
import { pathTo } from '../../tree.ts';
import { electionAsked, mustReach, PAGE, pageAsked } from '../asked.ts';
import { provinceName } from '../figures.ts';
import { t } from '../messages.ts';
import { agencyHref, regionHref } from '../nation-report.ts';
import { readUnits, type UnitsRead } from '../read-figures.ts';
import { openedCampaigns } from '../read-units.ts';
import { unitsReport } from '../units-report.ts';
import { UnitsView } from './units.view.tsx';

export function nationAgencyPage(app: App, platform: Platform): void {
  app.get(urls.nationAgency, async (c) => {
    const overseer = guardWide(c, 'nation.read');
    const { election } = await electionAsked(c, platform);
    const page = pageAsked(c);
    const { read, province } = await agencyFigures(c, platform, overseer, election, {
      limit: PAGE,
      offset: (page - 1) * PAGE,
    });
    const { lang } = c.get('visit');
    const id = read.figures.agency.id;
    const unitHref = (unit: string | null, at = 1) =>
      agencyHref(election, id) +
      (unit === null ? '' : `&unit=${encodeURIComponent(unit)}`) +
      (at > 1 ? `&halaman=${at}` : '');
    const file = (format: string) =>
      `${to('nationExport', { file: `instansi-${id}.${format}` })}?pemilu=${election}${unitQuery(read)}`;
    const report = unitsReport(lang, read.figures, unitHref);
    return showWork(c, {
      title: report.title,
      body: (
        <UnitsView
          {...{ lang, read, report, page, unitHref, file }}
          up={
            overseer.regions === null || province !== null
              ? {
                  href: regionHref(election, province ?? 'pusat'),
                  text: provinceName(province ?? '') ?? t(lang)('nation.central'),
                }
              : null
          }
        />
      ),
    });
  });
}

function unitQuery({ figures }: UnitsRead): string {
  const unit = figures.path.at(-1);
  return unit ? `&unit=${encodeURIComponent(unit.id)}` : '';
}

/**
 * Of one institution the campaign of this election that was opened last.
 * @throws Refusal agencies.unknown (404), access.notYours (403), nation.notOpened (404), coverage.noSuchUnit (404)
 */
export async function agencyFigures(
  c: Ctx,
  { reader, now }: { reader: Pool; now(): Date },
  overseer: Overseer,
  election: string,
  cut: { limit: number; offset: number },
  agencyId = c.req.param('agency') ?? '',
): Promise<{ read: UnitsRead; province: string | null }> {
  const focus = c.req.query('unit') || null;
  return forAll(() =>
    snapshot(reader, async (client) => {
      const agency = await agencyOn(client, agencyId, null);
      const province = agency.level === 'national' ? null : (agency.regionCode?.slice(0, 2) ?? null);
      mustReach(overseer, province);
      const campaigns = await openedCampaigns(client, agencyId);
      const campaign = campaigns.find((one) => one.electionId === election);
      if (!campaign) throw new Refusal('nation.notOpened', 404);
      const nodes = focus === null ? [] : await unitsOf(client, agencyId);
      const path = pathTo(nodes, focus);
      if (focus !== null && path.length === 0) throw new Refusal('coverage.noSuchUnit', 404);
      const wanted = { agency, campaign, path, only: null, asOf: now(), ...cut };
      return { read: await readUnits(client, wanted), province };
    }),
  );
}
