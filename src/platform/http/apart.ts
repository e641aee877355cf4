import type { VNode } from 'preact';
import { urls } from '../../urls.ts';
import type { Config } from '../config.ts';
import type { Link } from '../html/page.view.tsx';
import type { Lang } from '../i18n.ts';
import { Refusal } from '../refusal.ts';
import type { App } from './visit.ts';

/**
 * Pages for people who must not be known: no cookie is read or set, no session looked up, nothing kept. The language
 * stands in the address, because nowhere else may it stand.
 */
export function isApart(path: string): boolean {
  return path === urls.report || path.startsWith(`${urls.report}/`);
}

export function apartLang(query: string | undefined): Lang {
  return query === 'en' ? 'en' : 'id';
}

/** A path of these pages, in the language that is spoken now. */
export function inLang(lang: Lang, path: string): string {
  return lang === 'en' ? `${path}?bahasa=en` : path;
}

/** What all of these pages share; set once by the composition. */
export interface ApartShell {
  home: string;
  foot: Link[];
  leave: VNode | null;
  islands: string[];
}

let shellOf: (lang: Lang) => ApartShell = (lang) => ({
  home: inLang(lang, urls.report),
  foot: [],
  leave: null,
  islands: [],
});

export function setApart(shell: typeof shellOf): void {
  shellOf = shell;
}

export function apartShell(lang: Lang): ApartShell {
  return shellOf(lang);
}

/**
 * Where these pages have an origin of their own, that one answers nothing else, and the main one sends there: no cookie of
 * staff can come along, and one proxy can be told to write nothing down.
 */
export function keepOrigins(app: App, { report }: Config): void {
  if (!report?.url && !report?.onion) return;
  const own = [report.url, report.onion].filter((url) => url !== undefined).map((url) => new URL(url).host);
  app.use(async (c, next) => {
    const { host, pathname, search } = new URL(c.req.url);
    // As the router reads it: `/%6Capor` is one of these pages too.
    const apart = isApart(c.req.path);
    if (own.includes(host)) {
      if (!apart && !pathname.startsWith('/aset/')) {
        if (pathname === '/') return c.redirect(urls.report, 303);
        c.set('visit', { ...c.get('visit'), apart: true });
        throw new Refusal('platform.notFound', 404);
      }
    } else if (apart && report.url) return c.redirect(`${report.url}${pathname}${search}`, 303);
    await next();
    if (apart && report.onion && host !== new URL(report.onion).host)
      c.res.headers.set('Onion-Location', `${report.onion}${pathname}`);
  });
}
