import type { VNode } from 'preact';
import { formatDate, formatNumber } from '../../../platform/format.ts';
import { ErrorSummary, SelectField, TextField } from '../../../platform/html/form.view.tsx';
import { DataTable, Facts } from '../../../platform/html/parts.view.tsx';
import { type Body, field } from '../../../platform/http/form.ts';
import { to } from '../../../urls.ts';
import type { CaseSeen } from '../../cases/seen.ts';
import type { OversightFrame } from '../../pages/frame.tsx';
import { DELETION_WHYS, type DeletionRequest, HOLD_WHYS, type Hold, type Standing } from '../keep.ts';
import { t } from '../messages.ts';

interface Props extends OversightFrame {
  seen: CaseSeen;
  standing: Standing;
  holds: readonly Hold[];
  requests: readonly DeletionRequest[];
  /** Whether this account may hold and delete. */
  may: boolean;
  error: string;
  typed: Body;
}

export function KeepingView(props: Props): VNode {
  const { lang, agency, seen, standing, error } = props;
  const tr = t(lang);
  const { closedOn, keepDays } = standing;
  return (
    <>
      <h1>{tr('keeping.title')}</h1>
      <p>
        <a href={to('caseFile', { agency: agency.id, case: seen.id })}>{tr('keeping.back')}</a>
      </p>
      <ErrorSummary lang={lang} errors={error === '' ? {} : { '': error }} />
      <p class="prose">{tr('keeping.lead')}</p>
      <Facts
        rows={[
          [tr('keeping.closedOn'), closedOn ? formatDate(lang, closedOn) : tr('keeping.stillOpen')],
          [tr('keeping.period'), tr('keeping.days', { days: formatNumber(lang, keepDays) })],
          [tr('keeping.dueOn'), dueText(props)],
        ]}
      />
      <Holds {...props} />
      <Deletions {...props} />
    </>
  );
}

function dueText({ lang, standing }: Props): string {
  const { held, decided, dueOn } = standing;
  if (held) return t(lang)('keeping.heldNow');
  if (decided) return t(lang)('keeping.decidedNow');
  return dueOn ? formatDate(lang, dueOn) : '–';
}

function Holds(props: Props): VNode {
  const { lang, holds, may, typed } = props;
  const tr = t(lang);
  return (
    <>
      <h2>{tr('keeping.holds')}</h2>
      <p class="prose">{tr('keeping.holdsText')}</p>
      {holds.length === 0 ? <p>{tr('keeping.noHolds')}</p> : <HoldTable {...props} />}
      {may ? (
        <form method="post" action={here(props)} novalidate>
          <SelectField
            name="holdWhy"
            label={tr('keeping.holdNew')}
            value={field(typed, 'holdWhy')}
            options={HOLD_WHYS.map((value) => ({ value, text: tr(`keeping.hold.${value}`) }))}
          />
          <TextField
            name="until"
            type="date"
            short
            label={tr('keeping.holdUntilField')}
            value={field(typed, 'until')}
          />
          <button type="submit" name="do" value="hold" class="second">
            {tr('keeping.holdSave')}
          </button>
        </form>
      ) : null}
    </>
  );
}

function HoldTable(props: Props): VNode {
  const { lang, holds, may } = props;
  const tr = t(lang);
  const active = ({ endedAt, over }: Hold) => endedAt === null && !over;
  return (
    <DataTable
      caption={tr('keeping.holds')}
      rows={holds}
      columns={[
        { head: tr('keeping.why'), cell: ({ why }) => tr(`keeping.hold.${why}`) },
        {
          head: tr('keeping.until'),
          cell: ({ untilDay }) => (untilDay ? formatDate(lang, untilDay) : tr('keeping.untilEnded')),
        },
        { head: tr('keeping.by'), cell: ({ byName }) => byName ?? tr('keeping.nobody') },
        {
          head: tr('keeping.state'),
          cell: (one) => (
            <>
              {tr(active(one) ? 'keeping.state.active' : 'keeping.state.ended')}{' '}
              {may && active(one) ? (
                <Button {...props} name="endHold" id={one.id} text={tr('keeping.holdEnd')} />
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}

function Deletions(props: Props): VNode {
  const { lang, requests, may, typed } = props;
  const tr = t(lang);
  return (
    <>
      <h2>{tr('keeping.deletions')}</h2>
      <p class="prose">{tr('keeping.deletionsText')}</p>
      {requests.map((request) => (
        <Request key={request.id} {...props} request={request} />
      ))}
      {may && requests.every(({ decision }) => decision !== null) ? (
        <form method="post" action={here(props)} novalidate>
          <SelectField
            name="deletionWhy"
            label={tr('keeping.why')}
            value={field(typed, 'deletionWhy')}
            options={DELETION_WHYS.map((value) => ({ value, text: tr(`keeping.deletion.${value}`) }))}
          />
          <button type="submit" name="do" value="ask" class="second">
            {tr('keeping.ask')}
          </button>
        </form>
      ) : null}
    </>
  );
}

function Request(props: Props & { request: DeletionRequest }): VNode {
  const { lang, may, request } = props;
  const { why, byName, decision, decidedByName, id } = request;
  const tr = t(lang);
  const nobody = tr('keeping.nobody');
  const state = decision
    ? tr(`keeping.decision.${decision}`, { name: decidedByName ?? nobody })
    : tr('keeping.waiting');
  return (
    <section class="card">
      <p>
        {tr('keeping.requestLine', { why: tr(`keeping.deletion.${why}`), name: byName ?? nobody })}: {state}
      </p>
      {may && decision === null ? (
        <div class="row">
          <Button {...props} name="approve" id={id} text={tr('keeping.approve')} />
          <Button {...props} name="refuse" id={id} text={tr('keeping.refuse')} />
        </div>
      ) : null}
    </section>
  );
}

function Button(props: Props & { name: string; id: string; text: string }): VNode {
  return (
    <form method="post" action={here(props)} novalidate>
      <input type="hidden" name="id" value={props.id} />
      <button type="submit" name="do" value={props.name} class="second">
        {props.text}
      </button>
    </form>
  );
}

function here({ agency, seen }: Props): string {
  return to('caseKeeping', { agency: agency.id, case: seen.id });
}
