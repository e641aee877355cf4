import type { VNode } from 'preact';
import { formatNumber } from '../../platform/format.ts';
import { SelectField } from '../../platform/html/form.view.tsx';
import { DataTable, Pager } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import { t } from '../messages.ts';
import { BY_HAND, STATES, type StandingPerson } from '../standing.ts';
import { reasonOf } from './reasons.ts';
import type { Shown } from './reminders.view.tsx';

/** Everybody who is still to sign, in the reader's own units, each with what was sent and why not more. */
export function People(props: Shown & { people: readonly StandingPerson[] }): VNode {
  const { lang, agency, campaign, people, states, asked, pageNumber, pages, plan, terms } = props;
  const tr = t(lang);
  const at = { agency: agency.id, campaign: campaign.id };
  const href = (page: number) =>
    `${to('reminders', at)}?${new URLSearchParams({ saring: asked ?? '', hal: String(page) })}`;
  const byHand = BY_HAND.reduce((sum, state) => sum + states[state], 0);
  return (
    <>
      <h2>{tr('reminders.peopleHead')}</h2>
      <form method="get">
        <SelectField
          name="saring"
          label={tr('reminders.filter')}
          value={asked ?? ''}
          options={[
            { value: '', text: tr('reminders.everyone') },
            ...STATES.map((state) => ({
              value: state as string,
              text: `${tr(`reminders.state.${state}`)} (${formatNumber(lang, states[state])})`,
            })),
          ]}
        />
        <button type="submit" class="second">
          {tr('reminders.show')}
        </button>
      </form>
      {people.length === 0 ? <p>{tr('reminders.nobody')}</p> : null}
      {people.length > 0 ? (
        <DataTable
          caption={tr('reminders.peopleCaption')}
          columns={[
            {
              head: tr('reminders.name'),
              cell: (one) => <a href={to('standing', { ...at, person: one.personId })}>{one.name}</a>,
            },
            { head: tr('reminders.unit'), cell: (one) => one.unitName },
            { head: tr('reminders.number'), number: true, cell: (one) => String(one.seq ?? 0) },
            { head: tr('reminders.state'), cell: (one) => tr(`reminders.state.${one.state}`) },
            { head: tr('reminders.reason'), long: true, cell: (one) => reasonOf(lang, one, { plan, terms }) },
          ]}
          rows={people}
        />
      ) : null}
      <Pager
        {...{ page: pageNumber, pages, href }}
        texts={[
          tr('reminders.previous'),
          tr('reminders.page', { page: pageNumber, pages }),
          tr('reminders.following'),
        ]}
      />
      {byHand > 0 ? (
        <p>
          <a href={to('remindersByHand', at)}>{tr('reminders.byHand', { n: formatNumber(lang, byHand) })}</a>
        </p>
      ) : null}
    </>
  );
}
