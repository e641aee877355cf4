import type { ComponentChildren, VNode } from 'preact';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors } from '../../platform/html/form.view.tsx';
import { DataTable, Facts, Notice, Tag } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import { t } from '../messages.ts';
import { nextAt, unknownYears } from '../schedule.ts';
import type { HaltedTurn, MessageCount, StaffMessage, StandingPerson, State } from '../standing.ts';
import type { Words } from '../text.ts';
import type { Typed } from './form.ts';
import { People } from './people.view.tsx';
import { PlanFacts, PlanForm } from './plan.view.tsx';
import { gateText, whyText } from './reasons.ts';
import type { RemindersFrame } from './reminders.page.tsx';

export interface Shown extends RemindersFrame {
  at: Date;
  states: Readonly<Record<State, number>>;
  /** Null for whoever sees figures and no names. */
  people: readonly StandingPerson[] | null;
  asked: State | null;
  pageNumber: number;
  pages: number;
  /** When the last was sent to whoever is next to get another. */
  oldest: Date | null;
  counts: readonly MessageCount[];
  staffMessages: readonly StaffMessage[];
  halted: readonly HaltedTurn[];
  hasServer: boolean;
  sample: Words;
  maySet: boolean;
  typed: Typed;
  errors: FieldErrors;
  said: string;
  /** Of the gateway, where it was asked for. */
  secret: string | null;
}

export function RemindersView(props: Shown): VNode {
  const { lang, agency, campaign, maySet, errors, said } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('campaign', { agency: agency.id, campaign: campaign.id })}>{campaign.title}</a>
      </p>
      <ErrorSummary {...{ lang, errors }} />
      <h1>{tr('reminders.title')}</h1>
      {said === 'simpan' || said === 'coba' ? (
        <Notice tone="good">
          <p>{tr(said === 'simpan' ? 'reminders.saved' : 'reminders.tried')}</p>
        </Notice>
      ) : null}
      <Now {...props} />
      <Sent {...props} />
      {props.people ? <People {...props} people={props.people} /> : null}
      {maySet ? <PlanForm {...props} /> : <PlanFacts {...props} />}
      <Sample {...props} />
      <h2>{tr('reminders.promises')}</h2>
      <ul class="prose">
        <li>{tr('reminders.promise.stop')}</li>
        <li>{tr('reminders.promise.twice')}</li>
        <li>{tr('reminders.promise.link')}</li>
      </ul>
    </>
  );
}

/** Whether anything goes out now, and each thing that keeps it. */
function Now({ lang, plan, terms, at, campaign, hasServer, halted, agency, oldest }: Shown): VNode {
  const tr = t(lang);
  const years = unknownYears(terms);
  const isOpen = campaign.state === 'open';
  const moment = (when: Date) => formatMoment(lang, when, agency.zone);
  return (
    <>
      <p>
        <Tag tone={plan.isOn && isOpen ? 'good' : 'info'}>
          {tr(!isOpen ? 'reminders.closed' : plan.isOn ? 'reminders.on' : 'reminders.off')}
        </Tag>
      </p>
      {plan.isOn && isOpen ? <p class="prose">{gateText(lang, at, terms)}</p> : null}
      {plan.isOn && isOpen && oldest ? (
        <p>{tr('reminders.nextDue', { at: moment(nextAt(oldest, terms)) })}</p>
      ) : null}
      {plan.isOn && plan.byMail && !hasServer ? (
        <Notice tone="warn">
          <p>{tr('reminders.noServer')}</p>
        </Notice>
      ) : null}
      {halted.map(({ channel, haltedWhy, leaseUntil }) => (
        <Notice key={channel} tone="warn">
          <p>
            {tr('reminders.halted', {
              ...{ channel: tr(`reminders.channel.${channel}`), code: haltedWhy, at: moment(leaseUntil) },
            })}
          </p>
        </Notice>
      ))}
      {years.length > 0 ? (
        <Notice tone="warn">
          <p>{tr('reminders.unknownYears', { years: years.join(', ') })}</p>
        </Notice>
      ) : null}
    </>
  );
}

function Sent({ lang, counts, staffMessages, agency }: Shown): VNode {
  const tr = t(lang);
  const n = (value: number) => formatNumber(lang, value);
  const moment = (when: Date) => formatMoment(lang, when, agency.zone);
  const fate = (one: StaffMessage): ComponentChildren => {
    if (one.bouncedAt || one.failedAt) return whyText(lang, one.why);
    return one.sentAt
      ? moment(one.sentAt)
      : tr('reminders.reason.waiting', { at: moment(one.dueAt), why: whyText(lang, one.why) });
  };
  return (
    <>
      <h2>{tr('reminders.sentHead')}</h2>
      {counts.length === 0 ? <p>{tr('reminders.nothingSent')}</p> : null}
      {counts.length > 0 ? (
        <DataTable
          caption={tr('reminders.sentCaption')}
          columns={[
            { head: tr('reminders.level'), cell: (row) => tr(`reminders.level.${row.level}`) },
            { head: tr('reminders.channel'), cell: (row) => tr(`reminders.channel.${row.channel}`) },
            { head: tr('reminders.count.sent'), number: true, cell: (row) => n(row.sent) },
            { head: tr('reminders.count.bounced'), number: true, cell: (row) => n(row.bounced) },
            { head: tr('reminders.count.failed'), number: true, cell: (row) => n(row.failed) },
            { head: tr('reminders.count.waiting'), number: true, cell: (row) => n(row.waiting) },
          ]}
          rows={counts}
        />
      ) : null}
      {staffMessages.length > 0 ? (
        <DataTable
          caption={tr('reminders.staffCaption')}
          columns={[
            { head: tr('reminders.name'), cell: (row) => row.name },
            { head: tr('reminders.level'), cell: (row) => tr(`reminders.level.${row.level}`) },
            { head: tr('reminders.number'), number: true, cell: (row) => n(row.seq) },
            { head: tr('reminders.fate'), cell: fate },
          ]}
          rows={staffMessages}
        />
      ) : null}
    </>
  );
}

function Sample({ lang, sample, maySet, plan, secret }: Shown): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('reminders.sampleHead')}</h2>
      <p>
        <strong>{sample.subject}</strong>
      </p>
      {(['id', 'en'] as const).map((one) => (
        <div class="paper" key={one} lang={one}>
          {sample[one].split('\n\n').map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      ))}
      {maySet ? (
        <form method="post" class="row">
          <button type="submit" name="do" value="mail" class="second">
            {tr('reminders.tryMail')}
          </button>
          {plan.hookUrl ? (
            <button type="submit" name="do" value="gateway" class="second">
              {tr('reminders.tryGateway')}
            </button>
          ) : null}
        </form>
      ) : null}
      {maySet && plan.hookUrl ? (
        <Facts
          rows={[
            [
              tr('reminders.secret'),
              secret ? (
                <code class="mono">{secret}</code>
              ) : (
                <a href="?rahasia=1">{tr('reminders.showSecret')}</a>
              ),
            ],
          ]}
        />
      ) : null}
    </>
  );
}
