import type { ComponentChildren, VNode } from 'preact';
import { to } from '../../urls.ts';
import { type ApartShell, inLang } from '../http/apart.ts';
import type { Lang } from '../i18n.ts';
import { t } from '../messages.ts';

export interface Link {
  href: string;
  text: string;
}

export interface PageProps {
  lang: Lang;
  title: string;
  /** The path of this page, for the current mark and to come back to after a change of language. */
  path: string;
  /** The institution whose pages these are, beside the product's name. */
  brand?: string | undefined;
  nav?: Link[] | undefined;
  /** Who is signed in, where to change the own password, and how to sign out. */
  person?: { name: string; href: string; signOut: string; signOutText: string } | undefined;
  narrow?: boolean | undefined;
  /** Seconds after which the page asks for itself again: for work in progress. */
  refresh?: number | undefined;
  islands?: string[] | undefined;
  /** For people who must not be known (http/apart.ts). */
  apart?: ApartShell | undefined;
  foot: Link[];
  style: string;
  children: ComponentChildren;
}

/** The whole document. Everything a page needs without script is in here. */
export function Page(props: PageProps): VNode {
  const tr = t(props.lang);
  return (
    <html lang={props.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{props.title} · Ikrar</title>
        <link rel="stylesheet" href={props.style} />
        <link rel="icon" href="/aset/ikrar.svg" type="image/svg+xml" />
        {props.refresh ? <meta http-equiv="refresh" content={String(props.refresh)} /> : null}
        {[...(props.apart?.islands ?? []), ...(props.islands ?? [])].map((name) => (
          <script key={name} type="module" src={`/aset/${name}.js`} />
        ))}
      </head>
      <body class={props.narrow ? 'narrow' : undefined}>
        <a class="skip" href="#isi">
          {tr('platform.skip')}
        </a>
        {props.apart?.leave}
        <Top {...props} />
        <main class="main" id="isi">
          {props.children}
        </main>
        <footer class="foot">
          <div class="foot-in">
            {props.foot.map((link) => (
              <a key={link.href} href={link.href}>
                {link.text}
              </a>
            ))}
            <a href={otherLanguage(props)}>
              <span lang={props.lang === 'id' ? 'en' : 'id'}>{tr('platform.otherLanguage')}</span>
            </a>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** Kept in a cookie; where there is none, in the address. */
function otherLanguage({ lang, path, apart }: PageProps): string {
  const other = lang === 'id' ? 'en' : 'id';
  return apart ? inLang(other, path) : `${to('language', { lang: other })}?ke=${encodeURIComponent(path)}`;
}

function Top({ brand, nav, person, path, lang, apart }: PageProps): VNode {
  const current = currentOf(nav ?? [], path);
  return (
    <header class="top">
      <div class="top-in">
        <a class="brand" href={apart?.home ?? '/'}>
          Ikrar{brand ? <span> · {brand}</span> : null}
        </a>
        {nav?.length ? (
          <nav aria-label={t(lang)('platform.mainNavigation')}>
            <ul>
              {nav.map((link) => (
                <li key={link.href}>
                  <a href={link.href} aria-current={link === current ? 'page' : undefined}>
                    {link.text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        {person ? (
          <div class="who">
            <a href={person.href}>{person.name}</a>
            <form method="post" action={person.signOut}>
              <button class="plain" type="submit">
                {person.signOutText}
              </button>
            </form>
          </div>
        ) : null}
      </div>
    </header>
  );
}

/** The entry that says most exactly where one is. */
function currentOf(nav: readonly Link[], path: string): Link | undefined {
  const above = nav.filter(({ href }) => path.startsWith(href) && /^([/?]|$)/.test(path.slice(href.length)));
  return above.sort((a, b) => b.href.length - a.href.length)[0];
}
