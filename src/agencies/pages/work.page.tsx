import { accessText, guard, showWork } from '../../access/index.ts';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import { agenciesOf, agencyOn } from '../agency.ts';
import { OverviewPage } from './overview.view.tsx';
import { WorkPage } from './work.view.tsx';

/** Where signed-in people begin: their institution, the choice between several, or the nation. */
export function workPages(app: App, { pool }: Platform): void {
  app.get(urls.work, async (c) => {
    const { account, lang } = c.get('visit');
    if (!account) return c.redirect(urls.signIn, 303);
    const agencies = await agenciesOf(pool, [...new Set(account.grants.map((grant) => grant.agencyId))]);
    const [only] = agencies;
    if (only && agencies.length === 1) return c.redirect(to('campaigns', { agency: only.id }), 303);
    if (agencies.length === 0 && account.wide.length > 0) return c.redirect(urls.nation, 303);
    const title = accessText(lang)('access.choose');
    return showWork(c, { title, narrow: true, body: <WorkPage {...{ lang, agencies, account }} /> });
  });

  app.get(urls.agency, async (c) => {
    const { agencyId, grants } = guard(c, 'agency.enter');
    const { lang } = c.get('visit');
    const agency = await agencyOn(pool, agencyId, null);
    const body = <OverviewPage {...{ lang, agency, grants }} />;
    return showWork(c, { title: agency.name, brand: agency.name, narrow: true, body });
  });
}
