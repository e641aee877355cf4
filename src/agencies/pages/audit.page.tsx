import { guard, showWork } from '../../access/index.ts';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { urls } from '../../urls.ts';
import { agencyOn } from '../agency.ts';
import { eventsOf } from '../audit.ts';
import { t } from '../messages.ts';
import { AuditPage } from './audit.view.tsx';
import { pageNumber } from './staff.ts';

const SIZE = 50;

/** What happened at the institution, newest first. */
export function auditPage(app: App, { pool }: Platform): void {
  app.get(urls.audit, async (c) => {
    const staff = guard(c, 'audit.read');
    const { lang } = c.get('visit');
    const agency = await agencyOn(pool, staff.agencyId, null);
    const page = pageNumber(c);
    const { events, total } = await eventsOf(pool, agency.id, { limit: SIZE, offset: (page - 1) * SIZE });
    return showWork(c, {
      title: t(lang)('agencies.audit'),
      brand: agency.name,
      body: <AuditPage {...{ lang, agency, events, total, page, size: SIZE }} />,
    });
  });
}
