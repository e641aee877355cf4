import { show } from '../../../platform/http/respond.tsx';
import type { App } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { urls } from '../../../urls.ts';
import { openAgencies } from '../channel.ts';
import { t } from '../messages.ts';
import { ReportView } from './report.view.tsx';

/** So many stand on the page without a search. */
const AT_ONCE = 12;

/** Where a report begins: which institution, what is protected, and who else there is. */
export function reportPage(app: App, { pool, config }: Platform): void {
  app.get(urls.report, async (c) => {
    const { lang } = c.get('visit');
    const wanted = (c.req.query('cari') ?? '').trim().slice(0, 100);
    const open = await openAgencies(pool);
    const named = open.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()));
    const shown = named.slice(0, wanted ? 50 : AT_ONCE);
    return show(c, {
      title: t(lang)('reporting.title'),
      narrow: true,
      body: <ReportView {...{ lang, wanted, shown }} open={open.length} onion={config.report?.onion} />,
    });
  });
}
