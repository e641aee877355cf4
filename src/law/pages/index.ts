import { dateIn } from '../../platform/format.ts';
import { show } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { findInstrument, INSTRUMENTS, type Instrument } from '../index.ts';
import { t } from '../messages.ts';
import { instrumentView } from './instrument.view.tsx';
import { listView } from './list.view.tsx';

/** The register of law, for everybody, as it stood on any day (`?pada=YYYY-MM-DD`; today in Jakarta by default). */
export function lawPages(app: App, { now }: Platform): void {
  const today = () => dateIn(now(), 'Asia/Jakarta');

  app.get(urls.law, (c) => {
    const { lang } = c.get('visit');
    const { on, error } = dayAsked(c, today());
    const search = (c.req.query('cari') ?? '').trim().slice(0, 100);
    const found = INSTRUMENTS.filter((instrument) => matches(instrument, search));
    return show(c, {
      title: t(lang)('law.title'),
      status: error ? 422 : 200,
      body: listView({ lang, on, search, found, error }),
    });
  });

  app.get(urls.instrument, (c) => {
    const { lang } = c.get('visit');
    const instrument = findInstrument(c.req.param('id'));
    if (!instrument) throw new Refusal('law.noSuchInstrument', 404);
    const { on, error } = dayAsked(c, today());
    return show(c, {
      title: instrument.name,
      status: error ? 422 : 200,
      body: instrumentView({ lang, on, instrument, error }),
    });
  });
}

/** A day that exists in the calendar; anything else falls back to `today` and says so. */
function dayAsked(c: Ctx, today: string): { on: string; error: string | null } {
  const asked = c.req.query('pada');
  if (!asked) return { on: today, error: null };
  const instant = new Date(`${asked}T00:00:00Z`);
  const real = /^\d{4}-\d\d-\d\d$/.test(asked) && !Number.isNaN(instant.getTime());
  if (real && instant.toISOString().startsWith(asked)) return { on: asked, error: null };
  return { on: today, error: t(c.get('visit').lang)('law.badDate') };
}

/** Every word must stand somewhere in the name, title, nicknames, issuers or numbers. */
function matches({ name, title, nicknames, numbers }: Instrument, search: string): boolean {
  const issued = numbers.flatMap(({ issuer, number, year }) => [issuer, number, String(year ?? '')]);
  const text = [name, title ?? '', ...(nicknames ?? []), ...issued].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
