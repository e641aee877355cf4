import { dateIn } from '../../platform/format.ts';
import { show } from '../../platform/http/respond.tsx';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { addDays } from '../calendar/index.ts';
import { t as lawText } from '../messages.ts';
import { findViolation } from '../violations/index.ts';
import { t } from '../violations/messages.ts';
import { clocksView } from './violations.clocks.view.tsx';
import { violationView } from './violations.item.view.tsx';
import { sanctionsView } from './violations.sanctions.view.tsx';
import { violationsView } from './violations.view.tsx';

/** Public pages of violations, sanctions and deadlines. Registered before the register's `/hukum/:id`. */
export function violationPages(app: App, { now }: Platform): void {
  app.get(urls.violations, (c) => {
    const { lang } = c.get('visit');
    return show(c, { title: t(lang)('violations.title'), body: violationsView(lang) });
  });

  app.get(urls.violation, (c) => {
    const { lang } = c.get('visit');
    const item = findViolation(c.req.param('id').toUpperCase());
    if (!item) throw new Refusal('violations.noSuchItem', 404);
    return show(c, {
      title: `${item.id}. ${t(lang)(`violations.kind.${item.kind}`)}`,
      body: violationView(lang, item),
    });
  });

  app.get(urls.sanctions, (c) => {
    const { lang } = c.get('visit');
    return show(c, { title: t(lang)('violations.sanctionsTitle'), body: sanctionsView(lang) });
  });

  app.get(urls.clocks, (c) => {
    const { lang } = c.get('visit');
    const today = dateIn(now(), 'Asia/Jakarta');
    const asked = c.req.query('mulai');
    const start = asked ? dayOrNull(asked) : today;
    const error = start === null ? lawText(lang)('law.badDate') : null;
    return show(c, {
      title: t(lang)('violations.clocksTitle'),
      status: error ? 422 : 200,
      body: clocksView(lang, start ?? today, error),
    });
  });
}

/** A day of the calendar within reach of the clocks, or null. */
function dayOrNull(text: string): string | null {
  if (!/^(?:19|20)\d\d-\d\d-\d\d$/.test(text)) return null;
  try {
    return addDays(text, 0);
  } catch {
    return null;
  }
}
