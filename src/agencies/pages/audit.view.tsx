import type { VNode } from 'preact';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { type Column, DataTable } from '../../platform/html/parts.view.tsx';
import { type Lang, messageOf } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { Agency } from '../agency.ts';
import type { AuditEvent } from '../audit.ts';
import { t } from '../messages.ts';
import { eventDetails } from './event-details.ts';
import { ListPager, withQuery } from './pages.view.tsx';

export function AuditPage(props: {
  lang: Lang;
  agency: Agency;
  events: readonly AuditEvent[];
  total: number;
  page: number;
  size: number;
}): VNode {
  const { lang, agency, events, total, page, size } = props;
  const tr = t(lang);
  const path = to('audit', { agency: agency.id });
  const columns: Column<AuditEvent>[] = [
    { head: tr('agencies.when'), cell: (event) => formatMoment(lang, event.at, agency.zone) },
    { head: tr('agencies.who'), cell: (event) => actorText(lang, event) },
    { head: tr('agencies.what'), cell: (event) => kindText(lang, event.kind) },
    { head: tr('agencies.details'), cell: (event) => <Details lang={lang} agency={agency} event={event} /> },
  ];
  return (
    <>
      <h1>{tr('agencies.audit')}</h1>
      <p class="prose">{tr('agencies.auditLead')}</p>
      {total === 0 ? <p>{tr('agencies.auditNone')}</p> : null}
      {events.length > 0 ? (
        <DataTable
          caption={tr('agencies.auditCaption', { total: formatNumber(lang, total) })}
          columns={columns}
          rows={events}
        />
      ) : null}
      <ListPager {...{ lang, page, size, total }} href={(hal) => withQuery(path, { hal })} />
    </>
  );
}

/** Each slice names its own kinds as `event.KIND`; one without a name is shown as it is stored. */
function kindText(lang: Lang, kind: string): string {
  return messageOf(lang, `event.${kind}`) ?? t(lang)('agencies.otherEvent', { kind });
}

function actorText(lang: Lang, { actor, actorName }: AuditEvent): string {
  const [sort = ''] = actor.split(':');
  if (actorName) return actorName;
  return messageOf(lang, `agencies.actor.${sort}`) ?? actor;
}

function Details(props: { lang: Lang; agency: Agency; event: AuditEvent }): VNode {
  const { data, subject } = props.event;
  const facts = eventDetails(props.lang, data, props.agency.zone);
  return (
    <small>
      {facts.join(' · ')}
      {facts.length > 0 ? ' · ' : ''}
      <code>{subject}</code>
    </small>
  );
}
