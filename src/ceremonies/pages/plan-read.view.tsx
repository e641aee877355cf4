import type { VNode } from 'preact';
import type { Frame } from '../../campaigns/index.ts';
import { formatNumber } from '../../platform/format.ts';
import { DataTable, Facts } from '../../platform/html/parts.view.tsx';
import type { CeremonyHead } from '../ceremony.ts';
import { t as ceremonyText } from '../messages.ts';
import { t } from '../plan/messages.ts';
import { stepTimes } from '../plan/times.ts';
import type { Plan } from '../plan.ts';
import { BackToCeremony } from './back.view.tsx';

type Props = Frame & {
  head: CeremonyHead;
  plan: Plan;
  /** How many people are expected at each site, by its place in the list. */
  people: readonly number[];
  labels: ReadonlyMap<string, string>;
};

/** The plan for those who do not change it. */
export function PlanRead(props: Props): VNode {
  const { lang, head, plan } = props;
  const tr = t(lang);
  return (
    <>
      <BackToCeremony {...props} />
      <h1>{tr('plan.title')}</h1>
      <p>{head.title}</p>
      {plan.sites.length > 0 ? <Sites {...props} /> : null}
      {plan.runSheet.length > 0 ? <Steps {...props} /> : <p>{tr('plan.none')}</p>}
      {plan.officers.length > 0 ? <Officers {...props} /> : null}
      {plan.witnesses.length > 0 ? <Witnesses {...props} /> : null}
      <Facts
        rows={[
          [tr('plan.headFirst'), tr(plan.order.headFirst ? 'plan.headFirstShort' : 'plan.headAnyTime')],
          [tr('plan.fallback'), plan.fallback || tr('plan.notDecided')],
        ]}
      />
    </>
  );
}

function Sites({ lang, head, plan, people, labels }: Props): VNode {
  const tr = t(lang);
  const rows = plan.sites.map((site, at) => ({ ...site, people: people[at] ?? 0 }));
  const units = (ids: string[] | null) =>
    ids ? ids.map((id) => labels.get(id) ?? id).join('; ') : tr('plan.everyoneElse');
  return (
    <DataTable
      caption={tr('plan.sites')}
      rows={rows}
      columns={[
        { head: tr('plan.siteName'), cell: (row) => row.name },
        { head: tr('plan.sitePlace'), cell: (row) => row.place || tr('plan.notDecided') },
        { head: tr('plan.siteMode'), cell: (row) => tr(`plan.mode.${row.mode}`) },
        { head: tr('plan.time'), cell: (row) => row.startsAt ?? head.startsAt ?? tr('plan.notDecided') },
        { head: tr('plan.siteUnits'), cell: (row) => units(row.unitIds) },
        {
          head: tr('plan.who'),
          cell: (row) => tr('plan.expected', { count: formatNumber(lang, row.people) }),
          number: true,
        },
      ]}
    />
  );
}

function Steps({ lang, head, plan }: Props): VNode {
  const tr = t(lang);
  const start = head.startsAt ?? plan.sites.find(({ startsAt }) => startsAt)?.startsAt ?? null;
  const times = stepTimes(start, plan.runSheet);
  return (
    <DataTable
      caption={tr('plan.runSheet')}
      rows={plan.runSheet.map((step, at) => ({ ...step, time: times[at] ?? null }))}
      columns={[
        { head: tr('plan.stepTitle'), cell: (row) => row.title },
        { head: tr('plan.time'), cell: (row) => row.time ?? tr('plan.notDecided') },
        { head: tr('plan.minutes'), cell: (row) => row.minutes ?? tr('plan.notDecided'), number: true },
        { head: tr('plan.who'), cell: (row) => row.who || tr('plan.notDecided') },
      ]}
    />
  );
}

function Officers({ lang, plan }: Props): VNode {
  const tr = t(lang);
  const own = ceremonyText(lang);
  return (
    <DataTable
      caption={tr('plan.officers')}
      rows={plan.officers}
      columns={[
        { head: own('ceremonies.personName'), cell: (row) => row.name },
        { head: tr('plan.role'), cell: (row) => tr(`plan.role.${row.role}`) },
        { head: own('ceremonies.office'), cell: (row) => row.office || tr('plan.notDecided') },
        { head: own('ceremonies.employer'), cell: (row) => row.employer ?? '–' },
      ]}
    />
  );
}

function Witnesses({ lang, plan }: Props): VNode {
  const tr = t(lang);
  const own = ceremonyText(lang);
  return (
    <DataTable
      caption={tr('plan.witnesses')}
      rows={plan.witnesses}
      columns={[
        { head: own('ceremonies.personName'), cell: (row) => row.name },
        { head: own('ceremonies.office'), cell: (row) => row.office || tr('plan.notDecided') },
        { head: tr('plan.institution'), cell: (row) => row.institution },
      ]}
    />
  );
}
