import type { VNode } from 'preact';
import { findInstrument } from '../../../law/index.ts';
import { formatDate } from '../../../platform/format.ts';
import { DataTable, Tag } from '../../../platform/html/parts.view.tsx';
import { messageOf } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import { classificationOf, saidIn } from '../classification/classified.ts';
import { t } from '../messages.ts';
import { type RouteAnswer, routesOf } from '../routing/route.ts';
import type { CaseProps } from './case.view.tsx';
import { SourceList, Sure } from './classified.view.tsx';

/** Where the case goes, by the day of the act and by today: both are said where they differ. */
export function RoutesShown(props: CaseProps): VNode {
  const { lang } = props;
  const tr = t(lang);
  const { routes, known } = routesFor(props);
  return (
    <>
      <h2>{tr('cases.routes')}</h2>
      <p class="prose">{tr(known ? 'cases.routesLead' : 'cases.routesUnknown')}</p>
      <DataTable
        caption={tr('cases.routesCaption')}
        columns={[
          { head: tr('cases.to'), cell: ({ route }) => messageOf(lang, `cases.to.${route.to}`) ?? route.to },
          {
            head: tr('cases.routeState'),
            cell: ({ state, route }) => (
              <>
                <Tag tone={state === 'now' ? 'good' : 'warn'}>{tr(`cases.routeState.${state}`)}</Tag>
                {route.until ? ` ${tr('cases.until', { day: formatDate(lang, route.until.date) })}` : ''}
                {route.expectedBy
                  ? ` ${tr('cases.expectedBy', { day: formatDate(lang, route.expectedBy) })}`
                  : ''}
              </>
            ),
          },
          { head: tr('cases.why'), long: true, cell: (answer) => <Why lang={lang} answer={answer} /> },
        ]}
        rows={routes}
      />
    </>
  );
}

/** The ways of this case as it is classified now; without a classification as if for a civil servant, today. */
export function routesFor({ history, agency, today, seen, register }: CaseProps): {
  routes: readonly RouteAnswer[];
  known: boolean;
} {
  const act = history.acts.at(-1);
  const said = act ? saidIn(act) : null;
  const classified = said ? classificationOf(said, register) : null;
  const routes = routesOf({
    ...{ actOn: said?.actOn ?? seen.arrivedOn, today, classified, head: history.head, level: agency.level },
    category: (said?.category ?? 'pns') as 'pns',
  });
  return { routes, known: said !== null };
}

function Why({ lang, answer }: { lang: CaseProps['lang']; answer: RouteAnswer }): VNode {
  const { route, confidence } = answer;
  return (
    <>
      {route.text[lang]} <Sure lang={lang} confidence={confidence} />{' '}
      {route.basis.map((id) => (
        <a key={id} href={to('instrument', { id })}>
          {findInstrument(id)?.name ?? id}{' '}
        </a>
      ))}
      <SourceList lang={lang} sources={route.sources} />
    </>
  );
}
