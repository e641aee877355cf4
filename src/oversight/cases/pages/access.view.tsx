import type { VNode } from 'preact';
import type { ListedPerson } from '../../../agencies/index.ts';
import { formatMoment } from '../../../platform/format.ts';
import { Choices, ErrorSummary, SelectField, TextField } from '../../../platform/html/form.view.tsx';
import { DataTable, Notice } from '../../../platform/html/parts.view.tsx';
import { field } from '../../../platform/http/form.ts';
import { to } from '../../../urls.ts';
import { type PublicKey, UnlockNotice } from '../../keys/index.ts';
import type { Holder, MayHold } from '../access/holders.ts';
import { t } from '../messages.ts';
import type { Recusal } from '../recusal/recuse.ts';
import type { Sent } from './case.page.tsx';
import type { CaseFrame } from './case-facts.ts';
import { shortOf } from './list.view.tsx';

type Props = CaseFrame &
  Sent & {
    holders: readonly Holder[];
    recusals: readonly Recusal[];
    others: readonly MayHold[];
    own: readonly PublicKey[];
    found: readonly ListedPerson[] | null;
  };

export function AccessView(props: Props): VNode {
  const { lang, agency, seen, errors } = props;
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <p>
        <a href={to('caseFile', { agency: agency.id, case: seen.id })}>{tr('cases.backToCase')}</a>
      </p>
      <h1>{tr('cases.accessTitle', { id: shortOf(seen.id) })}</h1>
      <p class="prose">{tr('cases.accessLead')}</p>
      <Holders {...props} />
      <Give {...props} />
      <Accused {...props} />
      <Recused {...props} />
    </>
  );
}

/** Nobody is chosen beforehand: what follows cannot be taken back. */
const NOBODY = { value: '', text: '' };

function Holders({ lang, agency, seen, holders }: Props): VNode {
  const tr = t(lang);
  return (
    <DataTable
      caption={tr('cases.holders', { total: holders.length })}
      columns={[
        { head: tr('cases.who'), cell: ({ name }) => name },
        { head: tr('cases.since'), cell: ({ at }) => formatMoment(lang, at, agency.zone) },
        {
          head: tr('cases.givenBy'),
          cell: ({ givenBy }) =>
            givenBy === 'reporter'
              ? tr('cases.byReporter')
              : (holders.find(({ keyId }) => keyId === givenBy)?.name ?? tr('cases.byOther')),
        },
        {
          head: tr('cases.endHead'),
          cell: ({ keyId, name }) => (
            <form method="post" action={to('caseAccess', { agency: agency.id, case: seen.id })}>
              <input type="hidden" name="act" value="end" />
              <input type="hidden" name="key" value={keyId} />
              <button class="plain" type="submit" aria-label={tr('cases.endOf', { name })}>
                {tr('cases.end')}
              </button>
            </form>
          ),
        },
      ]}
      rows={holders}
    />
  );
}

/** Only a browser in which the case is open can hand on its keys. */
function Give({ lang, agency, seen, others, own }: Props): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('cases.give')}</h2>
      <p class="prose">{tr('cases.giveLead')}</p>
      <UnlockNotice lang={lang} agencyId={agency.id} />
      {others.length === 0 ? (
        <p>{tr('cases.giveNobody')}</p>
      ) : (
        <form
          method="post"
          action={to('caseAccess', { agency: agency.id, case: seen.id })}
          data-give=""
          data-agency={agency.id}
          data-case={seen.id}
          data-content={to('caseContent', { agency: agency.id, case: seen.id })}
          data-locked={tr('cases.giveLocked')}
          data-broken={tr('cases.giveBroken')}
        >
          <input type="hidden" name="act" value="give" />
          <input type="hidden" name="from" value={own[0]?.id ?? ''} />
          <input type="hidden" name="sealed" value="" />
          <SelectField
            name="key"
            label={tr('cases.giveTo')}
            options={[NOBODY, ...others.map(({ id, name }) => ({ value: id, text: name }))]}
            required
          />
          <p data-told="" role="status" />
          <button type="submit">{tr('cases.giveButton')}</button>
        </form>
      )}
    </>
  );
}

function Accused(props: Props): VNode {
  const { lang, agency, seen, typed, found } = props;
  const tr = t(lang);
  const action = to('caseAccess', { agency: agency.id, case: seen.id });
  return (
    <>
      <h2 id="terlapor">{tr('cases.accused')}</h2>
      <p class="prose">{tr('cases.accusedLead')}</p>
      <form method="post" action={`${action}#terlapor`}>
        <input type="hidden" name="act" value="find" />
        <TextField
          name="cari"
          label={tr('cases.find')}
          hint={tr('cases.findHint')}
          value={field(typed, 'cari')}
        />
        <button type="submit">{tr('cases.findButton')}</button>
      </form>
      {found === null ? null : found.length === 0 ? (
        <p>{tr('cases.foundNone')}</p>
      ) : (
        <form method="post" action={action} class="card">
          <input type="hidden" name="act" value="accused" />
          <Choices
            legend={tr('cases.found')}
            name="person"
            type="radio"
            options={found.map(({ id, name, post, unitName }) => ({
              value: id,
              text: [name, post, unitName].filter(Boolean).join(', '),
            }))}
          />
          <Choices
            legend={tr('cases.headQuestion')}
            name="head"
            type="radio"
            options={[
              { value: '', text: tr('cases.headNo'), checked: true },
              { value: 'ya', text: tr('cases.headYes') },
            ]}
          />
          <button type="submit">{tr('cases.accusedButton')}</button>
        </form>
      )}
    </>
  );
}

function Recused({ lang, agency, seen, recusals, holders, staff }: Props): VNode {
  const tr = t(lang);
  const action = to('caseAccess', { agency: agency.id, case: seen.id });
  const others = holders.filter(({ accountId }) => accountId !== staff.account.id);
  return (
    <>
      <h2>{tr('cases.recusals')}</h2>
      {recusals.length === 0 ? (
        <p>{tr('cases.recusalsNone')}</p>
      ) : (
        <ul>
          {recusals.map(({ accountId, name, why, at }) => (
            <li key={accountId}>
              {name ?? accountId}: {tr(`cases.recused.${why}`)}, {formatMoment(lang, at, agency.zone)}
            </li>
          ))}
        </ul>
      )}
      {others.length === 0 ? null : (
        <form method="post" action={action}>
          <input type="hidden" name="act" value="keep-out" />
          <SelectField
            name="account"
            label={tr('cases.keepOut')}
            hint={tr('cases.keepOutHint')}
            options={[NOBODY, ...others.map(({ accountId, name }) => ({ value: accountId, text: name }))]}
            required
          />
          <button class="second" type="submit">
            {tr('cases.keepOutButton')}
          </button>
        </form>
      )}
      <Notice>
        <p>{tr('cases.stepBackLead')}</p>
        <form method="post" action={action}>
          <button class="second" type="submit" name="act" value="step-back">
            {tr('cases.stepBack')}
          </button>
        </form>
      </Notice>
    </>
  );
}
