import { urls } from '../../urls.ts';
import { publicAddress } from '../config.ts';
import { formatNumber } from '../format.ts';
import { DataTable } from '../html/parts.view.tsx';
import { show } from '../http/respond.tsx';
import type { App } from '../http/visit.ts';
import { type Lang, messageOf } from '../i18n.ts';
import type { Platform } from '../platform.ts';
import { BASE, type Described } from './describe.ts';
import { t } from './messages.ts';
import { openapiOf } from './openapi.ts';

/** The document for tools, and the page for people. @param limit requests a minute of one token */
export function apiPages(
  app: App,
  { config }: Platform,
  { routes, limit, codes }: { routes: readonly Described[]; limit: number; codes: readonly string[] },
): void {
  app.get(urls.openapi, (c) => {
    c.header('Cache-Control', 'public, max-age=300');
    return c.json(openapiOf(routes, publicAddress(config)));
  });
  app.get(urls.apiDocs, (c) => {
    const { lang } = c.get('visit');
    const body = <ApiPage {...{ lang, routes, limit, codes }} address={publicAddress(config)} />;
    return show(c, { title: t(lang)('api.title'), body });
  });
}

const COMMON = ['api.notJson', 'api.invalid', 'api.badCursor', 'api.tooMany', 'api.keyForm', 'api.keyReused'];

function ApiPage(props: {
  lang: Lang;
  routes: readonly Described[];
  limit: number;
  codes: readonly string[];
  address: string;
}) {
  const { lang, routes, limit, codes, address } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{tr('api.title')}</h1>
      <p class="prose">{tr('api.lead')}</p>
      <p>
        {tr('api.document')} <a href={urls.openapi}>{urls.openapi}</a>
      </p>
      <h2>{tr('api.start')}</h2>
      <ul class="prose">
        <li>{tr('api.startToken')}</li>
        <li>{tr('api.startScope')}</li>
        <li>
          {tr('api.startSend')}
          <br />
          <code>{`curl -H "Authorization: Bearer $IKRAR_TOKEN" ${address}${BASE}/campaigns`}</code>
        </li>
        <li>{tr('api.startLimit', { limit: formatNumber(lang, limit) })}</li>
        <li>{tr('api.startTag')}</li>
        <li>{tr('api.startEvent')}</li>
      </ul>
      <h2>{tr('api.routes')}</h2>
      <DataTable
        caption={tr('api.routesCaption', { total: routes.length, base: BASE })}
        columns={[
          {
            head: tr('api.route'),
            cell: ({ method, path }) => <code>{`${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`}</code>,
          },
          { head: tr('api.summary'), cell: ({ summary }) => summary[lang] },
          { head: tr('api.scope'), cell: ({ scope }) => <code>{scope}</code> },
        ]}
        rows={routes}
      />
      <h2>{tr('api.problems')}</h2>
      <p class="prose">{tr('api.problemsLead')}</p>
      <DataTable
        caption={tr('api.problemsCaption')}
        columns={[
          { head: tr('api.code'), cell: (code) => <code id={code}>{code}</code> },
          {
            head: tr('api.meaning'),
            cell: (code) => messageOf(lang, code, { seconds: 30, scope: 'roster:read' }) ?? code,
          },
        ]}
        rows={[...codes, ...COMMON]}
      />
    </>
  );
}
