import { dateIn } from '../../platform/format.ts';
import { show } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { type RegisterCache, registerCache } from '../corrections/register-now.ts';
import { mayCorrect } from '../corrections/who-may.ts';
import type { Instrument, Neighbours } from '../index.ts';
import { t } from '../messages.ts';
import { correctionPages } from './corrections.page.tsx';
import { instrumentView } from './instrument.view.tsx';
import { listView } from './list.view.tsx';
import { institutionsOf, shownHistory } from './shown-history.ts';
import { violationPages } from './violations.page.ts';

/** The register of law, for everybody, as it stood on any day, and the pages on which officers correct it. */
export function lawPages(app: App, platform: Platform, neighbours: Neighbours): void {
  const cache = registerCache(platform.pool, platform.now);
  violationPages(app, platform);
  registerPages(app, platform, neighbours, cache);
  correctionPages(app, platform, neighbours, cache);
}

/** `?pada=YYYY-MM-DD` is the day; today in Jakarta by default. */
function registerPages(app: App, platform: Platform, neighbours: Neighbours, cache: RegisterCache): void {
  const { pool, now } = platform;
  const today = () => dateIn(now(), 'Asia/Jakarta');

  app.get(urls.law, async (c) => {
    const { lang } = c.get('visit');
    const { on, error } = dayAsked(c, today());
    const search = (c.req.query('cari') ?? '').trim().slice(0, 100);
    const { register } = await cache.read();
    const found = register.instruments.filter((instrument) => matches(instrument, search));
    return show(c, {
      title: t(lang)('law.title'),
      status: error ? 422 : 200,
      body: listView({ lang, on, search, found, error }),
    });
  });

  app.get(urls.instrument, async (c) => {
    const { lang, account } = c.get('visit');
    const current = await cache.read();
    const { register } = current;
    const instrument = register.findInstrument(c.req.param('id'));
    if (!instrument) throw new Refusal('law.noSuchInstrument', 404);
    const { id } = instrument;
    const { on, error } = dayAsked(c, today());
    const institutions = await institutionsOf(neighbours, current);
    const correct = (await mayCorrect(pool, neighbours.institutions, account))
      ? to('lawCorrection', { id })
      : null;
    const history = shownHistory(lang, current, id, institutions);
    const cited = await neighbours.citedHere(instrument);
    return show(c, {
      title: instrument.name,
      status: error ? 422 : 200,
      body: instrumentView({ lang, on, register, instrument, cited, history, correct, error }),
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
