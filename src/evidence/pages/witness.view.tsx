import type { VNode } from 'preact';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { type Column, DataTable, Facts, Notice, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to, urls } from '../../urls.ts';
import { ALL_LOGS } from '../log/head-log.ts';
import { t } from '../witness/messages.ts';
import type { Incident, LogStanding, Standing, WitnessStanding } from '../witness/standing.ts';

const ZONE = 'Asia/Jakarta';
const MOST_LOGS = 100;

export interface WitnessesProps {
  lang: Lang;
  /** Null without a policy. */
  standing: Standing | null;
  /** The key of this installation, for whoever becomes a witness. */
  vkey: string;
  staff: boolean;
  /** Institutions of whoever is signed in. */
  agencies: readonly string[];
}

export function WitnessesView(props: WitnessesProps): VNode {
  const { lang, standing, agencies, staff } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{tr('witnesses.title')}</h1>
      <p class="prose">{tr('witnesses.lead')}</p>
      {staff ? <p class="quiet">{tr('witnesses.ofAgency')}</p> : null}
      {standing ? <Witnessed lang={lang} standing={standing} /> : <p>{tr('witnesses.noPolicy')}</p>}
      <Become {...props} />
      {agencies.map((agency) => (
        <p key={agency}>
          <a href={to('witnessesWork', { agency })}>{tr('witnesses.forStaff')}</a>
        </p>
      ))}
    </>
  );
}

function Witnessed({ lang, standing }: { lang: Lang; standing: Standing }): VNode {
  const tr = t(lang);
  const { logs, witnesses, incidents, needed } = standing;
  return (
    <>
      <WitnessSummary lang={lang} standing={standing} />
      <p>
        {tr('witnesses.rule', { needed, total: witnesses.length })}{' '}
        <a href={urls.witnessPolicy}>{tr('witnesses.policy')}</a>
      </p>
      <Witnesses lang={lang} standing={standing} />
      {logs.length > 0 ? <Logs lang={lang} standing={standing} /> : null}
      <h2>{tr('witnesses.incidents')}</h2>
      {incidents.length === 0 ? <p>{tr('witnesses.noIncidents')}</p> : null}
      {incidents.map((one) => (
        <IncidentCard key={one.id} lang={lang} incident={one} />
      ))}
    </>
  );
}

/** The one sentence that matters, in red where it must be. */
export function WitnessSummary({ lang, standing }: { lang: Lang; standing: Standing }): VNode {
  const tr = t(lang);
  const late = standing.logs.filter((log) => log.late).length;
  const alarm = standing.incidents.some(({ open }) => open);
  if (late === 0 && !alarm)
    return (
      <Notice tone="good">
        <p>{tr('witnesses.met')}</p>
      </Notice>
    );
  return (
    <Notice tone="bad">
      {alarm ? <p>{tr('witnesses.alarm')}</p> : null}
      {late > 0 ? <p>{tr('witnesses.notMet', { count: formatNumber(lang, late) })}</p> : null}
    </Notice>
  );
}

function Witnesses({ lang, standing }: { lang: Lang; standing: Standing }): VNode {
  const tr = t(lang);
  const total = standing.logs.length;
  return (
    <DataTable<WitnessStanding>
      caption={tr('witnesses.tableWitnesses')}
      rows={standing.witnesses}
      columns={[
        { head: tr('witnesses.name'), cell: ({ name }) => name },
        {
          head: tr('witnesses.last'),
          cell: ({ last }) => (last ? cosigned(lang, last) : tr('witnesses.never')),
        },
        {
          head: tr('witnesses.upToDate'),
          cell: ({ upToDate }) => (
            <Tag tone={upToDate < total ? 'warn' : 'good'}>
              {tr('witnesses.ofLogs', {
                count: formatNumber(lang, upToDate),
                total: formatNumber(lang, total),
              })}
            </Tag>
          ),
        },
      ]}
    />
  );
}

function cosigned(lang: Lang, { size, at }: { size: number; at: Date }): string {
  return t(lang)('witnesses.atSize', { at: formatMoment(lang, at, ZONE), size: formatNumber(lang, size) });
}

function Logs({ lang, standing }: { lang: Lang; standing: Standing }): VNode {
  const tr = t(lang);
  const total = standing.witnesses.length;
  const worstFirst = standing.logs.toSorted((a, b) => Number(b.late) - Number(a.late));
  const shown = Math.max(MOST_LOGS, worstFirst.filter(({ late }) => late).length);
  return (
    <>
      <DataTable<LogStanding>
        caption={tr('witnesses.tableLogs')}
        rows={worstFirst.slice(0, shown)}
        columns={[
          { head: tr('witnesses.log'), cell: (log) => nameOf(lang, log) },
          { head: tr('witnesses.size'), cell: ({ size }) => formatNumber(lang, size), number: true },
          { head: tr('witnesses.have'), cell: ({ have }) => tr('witnesses.ofLogs', { count: have, total }) },
          { head: tr('witnesses.state'), cell: (log) => <WitnessState lang={lang} log={log} /> },
        ]}
      />
      {worstFirst.length > shown ? (
        <p>{tr('witnesses.moreLogs', { count: formatNumber(lang, worstFirst.length - shown) })}</p>
      ) : null}
    </>
  );
}

function WitnessState({ lang, log }: { lang: Lang; log: LogStanding }): VNode {
  const tr = t(lang);
  if (log.since === null) return <Tag tone="good">{tr('witnesses.good')}</Tag>;
  if (!log.late) return <Tag>{tr('witnesses.coming')}</Tag>;
  return (
    <>
      <Tag tone="bad">✗</Tag> {tr('witnesses.lateSince', { at: formatMoment(lang, log.since, ZONE) })}
    </>
  );
}

function nameOf(lang: Lang, { agencyId, campaignId }: { agencyId: string; campaignId: string }): string {
  return agencyId === ALL_LOGS ? t(lang)('witnesses.allLogs') : `${agencyId}/${campaignId}`;
}

/** How far each log of another table is witnessed. */
export function witnessColumn<Log extends { agencyId: string; campaignId: string }>(
  lang: Lang,
  { logs, witnesses }: Standing,
): Column<Log> {
  const tr = t(lang);
  return {
    head: tr('witnesses.have'),
    cell: ({ agencyId, campaignId }) => {
      const log = logs.find((one) => one.agencyId === agencyId && one.campaignId === campaignId);
      if (!log) return null;
      return (
        <>
          {tr('witnesses.ofLogs', { count: log.have, total: witnesses.length })}{' '}
          <WitnessState lang={lang} log={log} />
        </>
      );
    },
  };
}

function IncidentCard({ lang, incident }: { lang: Lang; incident: Incident }): VNode {
  const tr = t(lang);
  return (
    <section aria-labelledby={incident.id}>
      <Notice tone={incident.open ? 'bad' : 'info'}>
        <h3 id={incident.id}>{tr(`witnesses.kind.${incident.kind}`)}</h3>
        <p>{tr(`witnesses.about.${incident.kind}`)}</p>
        <Facts rows={facts(lang, incident)} />
      </Notice>
    </section>
  );
}

function facts(lang: Lang, incident: Incident) {
  const tr = t(lang);
  const { agencyId: agency, campaignId: campaign, id } = incident;
  const head = (part: string, size: number | null) => (
    <a href={to('witnessIncident', { agency, campaign, id, part })}>
      {tr('witnesses.download', { size: size === null ? '?' : formatNumber(lang, size) })}
    </a>
  );
  return [
    [tr('witnesses.name'), incident.name],
    [tr('witnesses.log'), nameOf(lang, incident)],
    [tr('witnesses.at'), formatMoment(lang, incident.at, ZONE)],
    [tr('witnesses.status'), incident.status === null ? null : String(incident.status)],
    [tr('witnesses.state'), tr(incident.open ? 'witnesses.open' : 'witnesses.over')],
    [tr('witnesses.ours'), head('kami', incident.size)],
    [
      tr('witnesses.theirs'),
      incident.hasTheirs ? head('saksi', incident.heldSize) : tr('witnesses.unknownSize'),
    ],
  ] as const;
}

function Become({ lang, vkey, staff }: WitnessesProps): VNode {
  const tr = t(lang);
  const command = `npx ikrar witness --dir saksi --name saksi.INSTANSI.go.id --log '${vkey}'`;
  return (
    <section class="card">
      <h2>{tr('witnesses.become')}</h2>
      <p>{tr('witnesses.becomeText')}</p>
      <p>
        <code>{command}</code>
      </p>
      {staff ? <p>{tr('witnesses.becomeStaff')}</p> : null}
    </section>
  );
}
