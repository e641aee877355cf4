import { agencyOn } from '../../agencies/index.ts';
import { type Client, forAll } from '../../platform/db/index.ts';
import { show } from '../../platform/http/respond.tsx';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { urls } from '../../urls.ts';
import { t } from '../messages.ts';
import { publishedRelease, publishedReleases, type Release } from '../release.ts';
import { type Published, ReleasesView, ReleaseView } from './releases.view.tsx';

const PAGE_SIZE = 20;

/** For everybody: approved versions only. */
export function releasePages(app: App, { pool }: Platform): void {
  app.get(urls.releases, async (c) => {
    const { lang } = c.get('visit');
    const asked = c.req.query('hal') ?? '';
    const page = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
    const wanted = { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE };
    const found = await forAll(() => publishedReleases(pool, wanted));
    const shown = await Promise.all(found.slice(0, PAGE_SIZE).map((release) => published(pool, release)));
    return show(c, {
      title: t(lang)('newsroom.releases'),
      body: <ReleasesView lang={lang} found={shown} page={page} more={found.length > PAGE_SIZE} />,
    });
  });

  app.get(urls.release, async (c) => {
    const { lang } = c.get('visit');
    const release = await publishedRelease(pool, c.req.param('agency'), c.req.param('id'));
    const shown = await published(pool, release);
    return show(c, {
      title: release.title,
      narrow: true,
      brand: shown.agency,
      body: <ReleaseView lang={lang} {...shown} />,
    });
  });
}

async function published(client: Client, release: Release): Promise<Published> {
  const { name, zone } = await agencyOn(client, release.agencyId, null);
  return { release, agency: name, zone };
}
