import type { VNode } from 'preact';
import type { Frame } from '../../campaigns/index.ts';
import type { CeremonyHead } from '../../ceremonies/index.ts';
import { type Counts, remainingIn, type Subject, signedShare } from '../../coverage/index.ts';
import { formatDate, formatNumber, formatShare } from '../../platform/format.ts';
import { Bar, DataTable, Notice } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import { t } from './messages.ts';
import type { UnitRemaining } from './standing.ts';

type Props = Frame & {
  subject: Subject;
  total: Counts;
  units: readonly UnitRemaining[];
  toCome: readonly CeremonyHead[];
  deadline: string;
};

export function UntilDeadline(props: Props): VNode {
  const { lang, agency, subject, total, units, deadline } = props;
  const tr = t(lang);
  const at = { agency: agency.id, campaign: subject.campaignId };
  const remaining = remainingIn(total);
  const unplanned = units.reduce((sum, unit) => sum + unit.remaining - unit.planned, 0);
  const share = signedShare(total);
  return (
    <>
      <p>
        <a href={to('campaign', at)}>{subject.title}</a>
      </p>
      <h1>{tr('after.untilDeadline')}</h1>
      <p>{deadline}</p>
      <p>
        <strong class="figure">{formatNumber(lang, remaining)}</strong>
        <br />
        {tr('after.remainingOf', {
          all: formatNumber(lang, total.audience),
          signed: formatNumber(lang, total.signed),
          share: share === null ? '–' : formatShare(lang, share),
        })}
      </p>
      {share === null ? null : <Bar share={share} />}
      {unplanned > 0 ? (
        <Notice tone="warn">
          <p>{tr('after.unplanned', { count: formatNumber(lang, unplanned) })}</p>
        </Notice>
      ) : null}
      {units.length > 0 ? <Units {...props} /> : <p>{tr('after.allSigned')}</p>}
      <ToCome {...props} />
      <ul class="steps">
        <li>
          <a href={to('remaining', at)}>{tr('after.names')}</a>
        </li>
        <li>
          <a href={to('ceremonies', at)}>{tr('after.ceremonies')}</a>
        </li>
      </ul>
    </>
  );
}

function Units({ lang, agency, subject, units }: Props): VNode {
  const tr = t(lang);
  const list = to('remaining', { agency: agency.id, campaign: subject.campaignId });
  return (
    <DataTable
      caption={tr('after.byUnit')}
      rows={units}
      columns={[
        {
          head: tr('after.unit'),
          cell: (unit) => <a href={`${list}?unit=${encodeURIComponent(unit.unitId)}`}>{unit.unitName}</a>,
        },
        { head: tr('after.remaining'), number: true, cell: (unit) => formatNumber(lang, unit.remaining) },
        { head: tr('after.away'), number: true, cell: (unit) => formatNumber(lang, unit.away) },
        { head: tr('after.planned'), number: true, cell: (unit) => formatNumber(lang, unit.planned) },
        {
          head: tr('after.nextOn'),
          cell: (unit) => (unit.nextOn ? formatDate(lang, unit.nextOn) : tr('after.noSession')),
        },
      ]}
    />
  );
}

function ToCome({ lang, agency, toCome }: Props): VNode | null {
  const tr = t(lang);
  if (toCome.length === 0) return null;
  return (
    <>
      <h2>{tr('after.toCome')}</h2>
      <ul class="steps">
        {toCome.map(({ id, title, heldOn, startsAt, place }) => (
          <li key={id}>
            <span>
              <a href={to('ceremony', { agency: agency.id, ceremony: id })}>{title}</a>
              <br />
              <small>
                {[heldOn ? formatDate(lang, heldOn, true) : null, startsAt, place].filter(Boolean).join(', ')}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
