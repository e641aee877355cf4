import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { Page, type PageProps } from '../html/page.view.tsx';
import type { Lang } from '../i18n.ts';
import { apartShell } from './apart.ts';
import { stylesheetPath } from './assets.ts';
import type { Ctx } from './visit.ts';

export type Shown = Omit<PageProps, 'lang' | 'path' | 'style' | 'foot' | 'children'> & {
  foot?: PageProps['foot'];
  body: VNode;
  status?: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503;
};

let footOf: (lang: 'id' | 'en') => PageProps['foot'] = () => [];

/** The composition sets the links at the foot of every page once. */
export function setFoot(foot: typeof footOf): void {
  footOf = foot;
}

/** A whole page as the answer. Pages of people are never kept by caches. */
export function show(c: Ctx, { body, status = 200, foot, ...props }: Shown): Response {
  const { lang, apart } = c.get('visit');
  const shell = apart ? apartShell(lang) : undefined;
  const common = { ...props, lang, path: c.req.path, style: stylesheetPath() };
  const page = (
    <Page {...common} apart={shell} foot={foot ?? shell?.foot ?? footOf(lang)}>
      {body}
    </Page>
  );
  c.header('Cache-Control', 'no-store');
  return c.html(`<!doctype html>${render(page)}`, status);
}

/**
 * A page that is made once for each language and then sent as it stands: what refuses a flood must cost less than what
 * sends it. `path` is where a change of language leads.
 */
export function keptPage(made: (lang: Lang) => Shown & { path: string }): (c: Ctx) => Response {
  const kept = new Map<Lang, { text: string; status: number }>();
  const make = (lang: Lang) => {
    const { body, status = 200, foot, path, ...props } = made(lang);
    const page = (
      <Page {...props} lang={lang} path={path} style={stylesheetPath()} foot={foot ?? footOf(lang)}>
        {body}
      </Page>
    );
    const one = { text: `<!doctype html>${render(page)}`, status };
    kept.set(lang, one);
    return one;
  };
  return (c) => {
    const { lang } = c.get('visit');
    const { text, status } = kept.get(lang) ?? make(lang);
    c.set('whole', true);
    const own = {
      'Content-Type': 'text/html; charset=UTF-8',
      'Cache-Control': 'no-store',
      'Retry-After': '2',
    };
    return new Response(text, { status, headers: { ...c.get('safe'), ...own } });
  };
}

/** A program asks, not a browser: it names JSON and no page. */
export function wantsJson(c: Ctx): boolean {
  const accept = c.req.header('accept');
  return accept?.includes('application/json') === true && !accept.includes('text/html');
}

/** A short answer for a program, whole from the start. */
export function answerJson(c: Ctx, value: unknown, more: Record<string, string> = {}): Response {
  c.set('whole', true);
  const own = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
  return new Response(JSON.stringify(value), { headers: { ...c.get('safe'), ...own, ...more } });
}

/** A file to keep, with a name that survives every browser. */
export function download(c: Ctx, bytes: BodyInit, type: string, name: string): Response {
  c.header('Content-Type', type);
  c.header('Cache-Control', 'no-store');
  c.header('Content-Disposition', `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}"`);
  return c.body(bytes as ReadableStream);
}
