import { guardWide, showWork } from '../../../access/index.ts';
import type { App } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { urls } from '../../../urls.ts';
import { electionAsked, PAGE, pageAsked, regionAsked } from '../asked.ts';
import { type Institution, type Nation, overdueFirst } from '../figures.ts';
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
    const page = pageAsked(c);
    const report = nationReport(lang, nation, null, part(nation, page));
    return showWork(c, {
      title: report.title,
      body: <NationView {...{ lang, nation, report, asked, regions, region: null, page }} />,
    });
  });

  app.get(urls.nationRegion, async (c) => {
    const overseer = guardWide(c, 'nation.read');
    const region = regionAsked(c, overseer);
    const asked = await electionAsked(c, platform);
    const nation = await regionOf(platform.reader, asked.election, region, platform.now());
    const { lang } = c.get('visit');
    const page = pageAsked(c);
    const report = nationReport(lang, nation, region, part(nation, page));
    const { regions } = overseer;
    return showWork(c, {
      title: titleOf(lang, asked.election, region),
      body: <NationView {...{ lang, nation, report, asked, regions, region, page }} />,
    });
  });
}

function part({ institutions, asOf }: Nation, page: number): Institution[] {
  return overdueFirst(institutions, asOf).slice((page - 1) * PAGE, page * PAGE);
}
