import type { VNode } from 'preact';
import type { Frame } from '../../campaigns/index.ts';
import { formatNumber } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import { Notice } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import type { CeremonyHead } from '../ceremony.ts';
import type { ExpectedPerson } from '../expected.ts';
import { t } from '../plan/messages.ts';
import { type Move, ORDER_LIMIT } from '../plan/sign-order.ts';
import { BackToCeremony } from './back.view.tsx';

type Props = Frame & {
  head: CeremonyHead;
  version: number;
  people: ExpectedPerson[];
  /** The list is the saved one; else it is a proposal, or changed and not saved. */
  saved: boolean;
  search: string;
  found: ExpectedPerson[];
  expected: number;
  /** The page comes back from saving. */
  done: boolean;
  errors: FieldErrors;
};

export function OrderPage(props: Props): VNode {
  const { lang, head, staff, errors, people, expected, saved, done } = props;
  const tr = t(lang);
  return (
    <>
      <BackToCeremony {...props} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('plan.order')}</h1>
      <p>{head.title}</p>
      {done ? (
        <Notice tone="good">
          <p>{tr('plan.orderSaved')}</p>
        </Notice>
      ) : null}
      <p class="quiet">{tr('plan.orderHint')}</p>
      {expected > 0 ? (
        <p>
          {tr(expected > ORDER_LIMIT ? 'plan.orderRest' : 'plan.orderAll', {
            count: formatNumber(lang, expected),
            limit: ORDER_LIMIT,
          })}
        </p>
      ) : (
        <p>{tr('plan.orderEmpty')}</p>
      )}
      {staff.has('officer') && expected > 0 ? <OrderForm {...props} /> : null}
      {!staff.has('officer') && expected > 0 && !saved ? <p>{tr('plan.orderNone')}</p> : null}
      {staff.has('officer') ? null : (
        <ol>
          {people.map((person) => (
            <li key={person.personId}>
              <Who {...person} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** The first button saves, so that Enter does. */
function OrderForm(props: Props): VNode {
  const { lang, version, people, saved } = props;
  const tr = t(lang);
  return (
    <form method="post" action={href(props)} novalidate>
      <input type="hidden" name="version" value={version} />
      {people.map(({ personId }) => (
        <input key={personId} type="hidden" name="person" value={personId} />
      ))}
      {saved ? null : (
        <Notice tone="warn">
          <p>{tr('plan.orderProposed')}</p>
        </Notice>
      )}
      <p class="row">
        <button type="submit" name="act" value="save">
          {tr('plan.orderSave')}
        </button>
        <button class="second" type="submit" name="act" value="derive">
          {tr('plan.orderDerive')}
        </button>
      </p>
      <Finder {...props} />
      <ol class="order">
        {people.map((person, at) => (
          <li key={person.personId} id={`orang-${person.personId}`}>
            <Who {...person} number={at + 1} />
            <p class="row">
              {at > 0 ? <MoveButton {...props} person={person} move="up" /> : null}
              {at < people.length - 1 ? <MoveButton {...props} person={person} move="down" /> : null}
              {at > 0 ? <MoveButton {...props} person={person} move="first" /> : null}
              <MoveButton {...props} person={person} move="out" />
            </p>
          </li>
        ))}
      </ol>
      <button type="submit" name="act" value="save">
        {tr('plan.orderSave')}
      </button>
    </form>
  );
}

function Finder(props: Props): VNode {
  const { lang, search, found } = props;
  const tr = t(lang);
  return (
    <details open={search !== ''} id="cari">
      <summary>{tr('plan.find')}</summary>
      <TextField name="q" label={tr('plan.find')} hint={tr('plan.findHint')} value={search} />
      <button class="second" type="submit" name="act" value="find" formAction={`${href(props)}#cari`}>
        {tr('plan.doFind')}
      </button>
      {search.length >= 3 && found.length === 0 ? <p>{tr('plan.foundNone', { search })}</p> : null}
      {found.length > 0 ? (
        <ul class="order" aria-label={tr('plan.found')}>
          {found.map((person) => (
            <li key={person.personId}>
              <Who {...person} />
              <p class="row">
                <MoveButton {...props} person={person} move="first" />
              </p>
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}

function Who({ name, post, rank, unitName, number }: ExpectedPerson & { number?: number }): VNode {
  return (
    <>
      <strong>
        {number ? `${number}. ` : ''}
        {name}
      </strong>
      <br />
      <small>{[post, rank, unitName].filter(Boolean).join(' · ')}</small>
    </>
  );
}

const LABEL = {
  up: 'plan.moveUp',
  down: 'plan.moveDown',
  first: 'plan.moveFirst',
  out: 'plan.moveOut',
} as const;

function MoveButton(props: Props & { person: ExpectedPerson; move: Move }): VNode {
  const { lang, person, move } = props;
  const tr = t(lang);
  const text = tr(LABEL[move]);
  const back = move === 'out' ? '' : `#orang-${person.personId}`;
  return (
    <button
      class="plain"
      type="submit"
      name="act"
      value={`${move}-${person.personId}`}
      formAction={`${href(props)}${back}`}
      aria-label={tr('plan.moveOf', { move: text, name: person.name })}
    >
      {text}
    </button>
  );
}

function href({ agency, head }: Props): string {
  return to('ceremonyOrder', { agency: agency.id, ceremony: head.id });
}
