import type { VNode } from 'preact';
import { formatNumber } from '../../../platform/format.ts';
import { Choices, ErrorSummary, type FieldErrors, TextField } from '../../../platform/html/form.view.tsx';
import { DataTable, Notice } from '../../../platform/html/parts.view.tsx';
import { to } from '../../../urls.ts';
import { GUEST_STANDINGS, type GuestRecord } from '../guests.ts';
import { t } from '../messages.ts';
import { clock } from './door.view.tsx';
import type { DoorFrame } from './frame.ts';

type Props = DoorFrame & {
  /** `isOwn`: whoever looks may withdraw it. */
  guests: readonly (GuestRecord & { isOwn: boolean })[];
  errors: FieldErrors;
  typed: Readonly<Record<string, string>>;
  saved: boolean;
  formKey: string;
};

export function GuestsView(props: Props): VNode {
  const { lang, agency, head, errors, saved } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('ceremonyDoor', { agency: agency.id, ceremony: head.id })}>{tr('door.toDoor')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('door.guests')}</h1>
      <p>{head.title}</p>
      {saved ? (
        <Notice tone="good">
          <p>{tr('door.guestSaved')}</p>
        </Notice>
      ) : null}
      <p>{tr('door.guestsHint')}</p>
      <Planned {...props} />
      <NewGuestForm {...props} />
      <List {...props} />
    </>
  );
}

/** Witnesses of the plan who were not recorded yet. */
function Planned({ lang, plan, guests, ...at }: Props): VNode | null {
  const tr = t(lang);
  const missing = plan.witnesses.filter(({ id }) => !guests.some((guest) => guest.id === `saksi:${id}`));
  if (missing.length === 0) return null;
  return (
    <form method="post" action={here(at)}>
      <h2>{tr('door.planned')}</h2>
      <ul class="steps">
        {missing.map(({ id, name, office, institution }) => (
          <li key={id}>
            <span>
              {name}
              <br />
              <small>{[office, institution].filter(Boolean).join(', ')}</small>
            </span>
            <button
              type="submit"
              class="second"
              name="saksi"
              value={id}
              aria-label={tr('door.isHereName', { name })}
            >
              {tr('door.isHere')}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

function NewGuestForm({ lang, errors, typed, formKey, ...at }: Props): VNode {
  const tr = t(lang);
  return (
    <form method="post" action={here(at)}>
      <h2>{tr('door.newGuest')}</h2>
      <input type="hidden" name="kunci" value={formKey} />
      <TextField
        name="name"
        label={tr('door.guestName')}
        hint={tr('door.guestNameHint')}
        value={typed.name}
        errors={errors}
      />
      <TextField
        name="count"
        label={tr('door.groupCount')}
        value={typed.count}
        errors={errors}
        short
        inputMode="numeric"
      />
      <TextField
        name="office"
        label={tr('door.guestOffice')}
        hint={tr('door.guestOfficeHint')}
        value={typed.office}
        errors={errors}
      />
      <TextField name="employer" label={tr('door.employer')} value={typed.employer} errors={errors} />
      <Choices
        legend={tr('door.standing')}
        name="standing"
        type="radio"
        options={GUEST_STANDINGS.map((value) => ({
          value,
          text: tr(`door.standing.${value}`),
          checked: (typed.standing || 'present') === value,
        }))}
      />
      <div class="field choice">
        <input type="checkbox" id="f-paper" name="paper" value="1" checked={typed.paper === '1'} />
        <label for="f-paper">{tr('door.fromPaper')}</label>
      </div>
      <button type="submit">{tr('door.saveGuest')}</button>
    </form>
  );
}

function List({ lang, guests, ...at }: Props): VNode {
  const tr = t(lang);
  if (guests.length === 0) return <p class="apart">{tr('door.noGuests')}</p>;
  return (
    <form method="post" action={here(at)}>
      <DataTable
        caption={tr('door.guestCount', { count: formatNumber(lang, guests.length) })}
        rows={guests}
        columns={[
          {
            head: tr('door.guestName'),
            cell: (row) => row.name ?? tr('door.groupOf', { count: formatNumber(lang, row.count ?? 0) }),
          },
          { head: tr('door.guestOffice'), cell: (row) => row.office ?? '–' },
          { head: tr('door.employer'), cell: (row) => row.employer },
          { head: tr('door.standing'), cell: (row) => tr(`door.standing.${row.standing}`) },
          {
            head: tr('door.recorded'),
            cell: (row) => `${clock(lang, row.recordedAt, at.agency.zone)} · ${tr(`door.how.${row.how}`)}`,
          },
          {
            head: tr('door.mistake'),
            cell: (row) =>
              row.isOwn ? (
                <button
                  type="submit"
                  class="plain"
                  name="tarik"
                  value={row.id}
                  aria-label={tr('door.withdrawName', { name: row.name ?? row.office ?? '' })}
                >
                  {tr('door.withdraw')}
                </button>
              ) : (
                ''
              ),
          },
        ]}
      />
    </form>
  );
}

function here({ agency, head }: Pick<Props, 'agency' | 'head'>): string {
  return to('ceremonyGuests', { agency: agency.id, ceremony: head.id });
}
