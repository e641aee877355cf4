import { show } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { electionAsked, pageAsked } from '../../nation/asked.ts';
import { provinceName } from '../../nation/figures.ts';
import { CENTRAL } from '../../nation/nation-report.ts';
import { openAgencyReport, openReport } from '../open-report.ts';
import { type OpenAgency, openAgency, openNation } from '../read-open.ts';
import { OpenAgencyView, OpenView } from './open.view.tsx';

/** For everybody: institutions that decided to show their figures, small numbers put together. */
export function openPages(app: App, platform: Platform): void {
  app.get(urls.open, (c) => nationOrRegion(c, platform, null));

  app.get(urls.openRegion, (c) => {
    const region = c.req.param('region');
    if (region !== CENTRAL && provinceName(region) === null) throw new Refusal('nation.noRegion', 404);
    return nationOrRegion(c, platform, region);
  });

  app.get(urls.openAgency, async (c) => {
    const { lang } = c.get('visit');
    const agency = await openAgencyAsked(c, platform, c.req.param('agency'));
    const report = openAgencyReport(lang, agency, platform.now());
    return show(c, { title: report.title, body: <OpenAgencyView {...{ lang, report, agency }} /> });
  });
}

async function nationOrRegion(c: Ctx, platform: Platform, region: string | null): Promise<Response> {
  const { lang } = c.get('visit');
  const asked = await electionAsked(c, platform);
  const shown = await openNation(platform.reader, asked.election, platform.now());
  const page = pageAsked(c);
  const report = openReport(lang, asked.election, shown, region, platform.now(), page);
  return show(c, {
    title: report.title,
    body: <OpenView {...{ lang, report, shown, asked, region, page }} />,
  });
}

/** @throws Refusal open.nothing (404), the same whether it shows nothing or is not there at all; nation.noElection */
export async function openAgencyAsked(c: Ctx, platform: Platform, id: string): Promise<OpenAgency> {
  const election = c.req.query('pemilu') ? (await electionAsked(c, platform)).election : null;
  const agency = await openAgency(platform.reader, id, election, platform.now());
  if (!agency) throw new Refusal('open.nothing', 404);
  return agency;
}
