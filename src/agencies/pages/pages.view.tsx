import type { VNode } from 'preact';
import { formatNumber } from '../../platform/format.ts';
import { Pager } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { t } from '../messages.ts';

/** An address with a query, empty values left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number>>): string {
  const parts = Object.entries(query).filter(([, value]) => value !== '');
  const text = new URLSearchParams(parts.map(([name, value]) => [name, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}

/** The pager of this slice's lists. */
export function ListPager(props: {
  lang: Lang;
  page: number;
  size: number;
  total: number;
  href: (page: number) => string;
}): VNode | null {
  const { lang, page, size, total, href } = props;
  const tr = t(lang);
  const pages = Math.ceil(total / size);
  const where = tr('agencies.pageOf', { page: formatNumber(lang, page), pages: formatNumber(lang, pages) });
  const texts: [string, string, string] = [tr('agencies.before'), where, tr('agencies.after')];
  return <Pager page={page} pages={pages} href={href} texts={texts} />;
}

/** Links that choose a part of a list; the chosen one is marked. */
export function Tabs(props: {
  label: string;
  tabs: readonly { key: string; href: string; text: string }[];
  chosen: string;
}): VNode {
  return (
    <nav class="tabs" aria-label={props.label}>
      <ul>
        {props.tabs.map(({ key, href, text }) => (
          <li key={key}>
            <a href={href} aria-current={key === props.chosen ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
