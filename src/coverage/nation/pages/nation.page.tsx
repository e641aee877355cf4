import { guardWide, showWork } from '../../../access/index.ts';
import type { App } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { urls } from '../../../urls.ts';
import { electionAsked, pageAsked, regionAsked } from '../asked.ts';
import { nationReport, regionHref, titleOf } from '../nation-report.ts';
import { rememberedNation } from '../read-nation.ts';
import { regionOf } from '../read-region.ts';
import { NationView } from './nation.view.tsx';

export function nationPage(app: App, platform: Platform): void {
  app.get(urls.nation, async (c) => {
    const { regions } = guardWide(c, 'nation.read');
    const asked = await electionAsked(c, platform);
    if (regions !== null) return c.redirect(regionHref(asked.election, regions[0] ?? ''), 303);
    const nation = await rememberedNation(platform.reader, asked.election, platform.now());
    const { lang } = c.get('visit');
    const report = nationReport(lang, nation, null);
    return showWork(c, {
      title: report.title,
      body: <NationView {...{ lang, nation, report, asked, regions, region: null, page: pageAsked(c) }} />,
    });
  });

  app.get(urls.nationRegion, async (c) => {
    const overseer = guardWide(c, 'nation.read');
    const region = regionAsked(c, overseer);
    const asked = await electionAsked(c, platform);
    const nation = await regionOf(platform.reader, asked.election, region, platform.now());
    const { lang } = c.get('visit');
    const report = nationReport(lang, nation, region);
    const { regions } = overseer;
    return showWork(c, {
      title: titleOf(lang, asked.election, region),
      body: <NationView {...{ lang, nation, report, asked, regions, region, page: pageAsked(c) }} />,
    });
  });
}
