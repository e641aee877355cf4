import type { VNode } from 'preact';
import type { Frame } from '../../campaigns/index.ts';
import { WHYS } from '../../evidence/index.ts';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { ErrorSummary, SelectField, TextField } from '../../platform/html/form.view.tsx';
import { DataTable, Notice, Tag } from '../../platform/html/parts.view.tsx';
import { refusalText } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { ProcessingRecord } from '../held/held.view.tsx';
import { t } from '../messages.ts';
import { CLOCK_MS, type ErasedPerson, type Hold, type PersonRequest } from '../requests.ts';
import type { dueAt } from '../retention/due.ts';
import { RetentionTable, SetPeriod } from './retention.view.tsx';
import type { PersonAsked } from './work.page.tsx';

export type WorkProps = Frame & {
  due: Awaited<ReturnType<typeof dueAt>>;
  requests: readonly PersonRequest[];
  holds: readonly Hold[];
  erasures: readonly ErasedPerson[];
  person: PersonAsked | null;
  done: 'selesai' | 'terhapus' | null;
  error: string;
  mayDecide: boolean;
  now: Date;
};

export function WorkPage(props: WorkProps): VNode {
  const { lang, agency, done, error, mayDecide, person } = props;
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={error === '' ? {} : { '': error }} />
      {done ? (
        <Notice tone="good">
          <p>{tr(`privacy.did.${done}`)}</p>
        </Notice>
      ) : null}
      <h1>{tr('privacy.workTitle')}</h1>
      <p>
        <a href={to('incidents', { agency: agency.id })}>{tr('privacy.incidents')}</a> ·{' '}
        <a href={to('privacy')}>{tr('privacy.title')}</a>
      </p>
      {person ? <Person {...props} person={person} /> : null}
      <Requests {...props} />
      <RetentionTable {...props} />
      {mayDecide ? <SetPeriod {...props} /> : null}
      <Holds {...props} />
      <Erasures {...props} />
      <ProcessingRecord lang={lang} agency={agency.name} due={props.due.rules} />
    </>
  );
}

function Requests({ lang, agency, requests, mayDecide, now }: WorkProps): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('privacy.requests')}</h2>
      <p>{tr('privacy.requestsText')}</p>
      {requests.length === 0 ? <p>{tr('privacy.noRequests')}</p> : null}
      {requests.map((request) => {
        const due = new Date(request.askedAt.getTime() + CLOCK_MS);
        const at = { agency: agency.id, person: request.personId };
        return (
          <section class="card" key={request.id}>
            <h3>{request.name}</h3>
            <p>{request.what}</p>
            <p class="quiet">
              {formatMoment(lang, request.askedAt, agency.zone)} ·{' '}
              {request.outcome ? (
                <>
                  {tr(`privacy.outcome.${request.outcome}`)}: {request.reason}
                </>
              ) : (
                <>
                  {tr('privacy.waitsUntil', { date: formatMoment(lang, due, agency.zone) })}{' '}
                  {due < now ? <Tag tone="bad">{tr('privacy.clockOver')}</Tag> : null}
                </>
              )}
            </p>
            {request.outcome === null && mayDecide ? (
              <>
                <p>
                  <a href={to('person', at)}>{tr('privacy.toPerson')}</a>
                </p>
                <AnswerForm {...{ lang, request }} here={to('privacyWork', { agency: agency.id })} />
              </>
            ) : null}
          </section>
        );
      })}
    </>
  );
}

function AnswerForm(props: { lang: Frame['lang']; request: PersonRequest; here: string }): VNode {
  const { lang, request, here } = props;
  const tr = t(lang);
  return (
    <details>
      <summary>{tr('privacy.answerIt')}</summary>
      <form method="post" action={here} novalidate>
        <input type="hidden" name="do" value="answer" />
        <input type="hidden" name="id" value={request.id} />
        <label>
          {tr('privacy.field.answer')}
          <select name="outcome">
            <option value="done">{tr('privacy.outcome.done')}</option>
            <option value="refused">{tr('privacy.outcome.refused')}</option>
          </select>
        </label>
        <label>
          {tr('privacy.answerReason')}
          <textarea name="reason" rows={3} />
        </label>
        {request.signed ? (
          <label>
            {tr('privacy.recordNoteHint')}
            <textarea name="recordNote" rows={2} />
          </label>
        ) : null}
        <button type="submit">{tr('privacy.answerSave')}</button>
      </form>
    </details>
  );
}

/** One person: whether they may be erased, what it takes, a hold. */
function Person({ lang, agency, person, mayDecide }: WorkProps & { person: PersonAsked }): VNode {
  const tr = t(lang);
  const here = to('privacyWork', { agency: agency.id });
  const whys = WHYS.map((value) => ({ value, text: tr(`privacy.why.${value}`) }));
  return (
    <section class="card">
      <h2>{tr('privacy.eraseTitle', { name: person.erasable?.name ?? person.id })}</h2>
      <p>{tr('privacy.eraseText')}</p>
      {person.refused ? (
        <Notice tone="warn">
          <p>{refusalText(lang, person.refused)}</p>
        </Notice>
      ) : null}
      {person.erasable && person.erasable.campaigns.length > 0 ? (
        <DataTable
          caption={tr('privacy.eraseCampaigns')}
          rows={person.erasable.campaigns}
          columns={[
            { head: tr('privacy.field.campaign'), cell: ({ title }) => title },
            {
              head: tr('privacy.field.sealed'),
              cell: ({ sealed }) => tr(sealed ? 'privacy.yes' : 'privacy.no'),
            },
            { head: tr('privacy.field.until'), cell: ({ until }) => formatMoment(lang, until, agency.zone) },
          ]}
        />
      ) : null}
      {mayDecide ? (
        <form method="post" action={here} novalidate>
          <input type="hidden" name="person" value={person.id} />
          <SelectField
            name="why"
            label={tr('privacy.eraseWhy')}
            hint={tr('privacy.eraseWhyHint')}
            value="asked"
            options={whys}
          />
          <p class="row">
            <button type="submit" name="do" value="askErase">
              {tr('privacy.eraseAsk')}
            </button>
            <button type="submit" name="do" value="erase" class="second">
              {tr('privacy.eraseNow')}
            </button>
          </p>
          <TextField name="holdReason" label={tr('privacy.holdReason')} />
          <button type="submit" name="do" value="hold" class="second">
            {tr('privacy.hold')}
          </button>
        </form>
      ) : null}
    </section>
  );
}

function Holds({ lang, agency, holds, mayDecide }: WorkProps): VNode {
  const tr = t(lang);
  const here = to('privacyWork', { agency: agency.id });
  return (
    <>
      <h2>{tr('privacy.erasing')}</h2>
      <p>
        {tr('privacy.erasingText')}{' '}
        {mayDecide ? <a href={to('roster', { agency: agency.id })}>{tr('privacy.toRoster')}</a> : null}
      </p>
      {holds.map((hold) => (
        <section class="card" key={hold.id}>
          <h3>{tr('privacy.heldPerson', { name: hold.name })}</h3>
          <p>
            {hold.reason} · {formatMoment(lang, hold.heldAt, agency.zone)}
          </p>
          {mayDecide ? (
            <form method="post" action={here} novalidate>
              <input type="hidden" name="do" value="endHold" />
              <input type="hidden" name="id" value={hold.id} />
              <label>
                {tr('privacy.holdEndReason')}
                <textarea name="reason" rows={2} />
              </label>
              <button type="submit" class="second">
                {tr('privacy.holdEnd')}
              </button>
            </form>
          ) : null}
        </section>
      ))}
    </>
  );
}

function Erasures({ lang, agency, erasures }: WorkProps): VNode | null {
  const tr = t(lang);
  if (erasures.length === 0) return null;
  return (
    <DataTable
      caption={tr('privacy.erased')}
      rows={erasures}
      columns={[
        { head: tr('privacy.field.at'), cell: (row) => formatMoment(lang, row.erasedAt, agency.zone) },
        { head: tr('privacy.field.why'), cell: (row) => tr(`privacy.why.${row.why}`) },
        {
          head: tr('privacy.field.decision'),
          cell: (row) => (
            <a href={to('approval', { agency: agency.id, id: row.requestId })}>{row.requestId}</a>
          ),
        },
        {
          head: tr('privacy.field.records'),
          cell: (row) => formatNumber(lang, row.counts.records ?? 0),
          number: true,
        },
        {
          head: tr('privacy.field.left'),
          cell: (row) =>
            row.counts.sheetFilesLeft ? tr('privacy.sheetsLeft', { count: row.counts.sheetFilesLeft }) : '–',
        },
      ]}
    />
  );
}
