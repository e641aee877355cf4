import type { VNode } from 'preact';
import type { AudiencePerson } from '../../../campaigns/index.ts';
import type { PresenceWay, Site, Standing } from '../../../ceremonies/index.ts';
import { formatDate, formatMoment } from '../../../platform/format.ts';
import { Choices, ErrorSummary, type FieldErrors, TextField } from '../../../platform/html/form.view.tsx';
import { Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import type { Entrance } from '../enter.ts';
import { t } from '../messages.ts';

const MOST_NAMES = 10;

type FormProps = Entrance & {
  lang: Lang;
  pass: string;
  /** See ticket.ts. */
  ticket: string;
  site: Site | null;
  search: string;
  /** Those whose name was asked for; null where none was. */
  people: readonly AudiencePerson[] | null;
  errors: FieldErrors;
  typed: { kode?: string; orang?: string };
};

export function CheckInForm(props: FormProps): VNode {
  const { lang, pass, ticket, errors, typed } = props;
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('door.checkIn')}</h1>
      <Where {...props} />
      <form method="post" action={to('checkIn', { pass })}>
        <input type="hidden" name="tiket" value={ticket} />
        <TextField
          name="kode"
          label={tr('door.slipCode')}
          hint={tr('door.slipCodeHint')}
          value={typed.kode}
          errors={errors}
          autocomplete="off"
        />
        <button type="submit" class="big">
          {tr('door.recordMe')}
        </button>
      </form>
      <h2>{tr('door.noSlip')}</h2>
      <form method="get" action={to('checkIn', { pass })}>
        <input type="hidden" name="tiket" value={ticket} />
        <TextField
          name="cari"
          label={tr('door.yourName')}
          hint={tr('door.threeLetters')}
          value={props.search}
          autocomplete="off"
        />
        <button type="submit" class="second">
          {tr('door.find')}
        </button>
      </form>
      <Named {...props} />
    </>
  );
}

function Where({ lang, head, site, agency }: FormProps): VNode {
  const parts = [head.title, head.heldOn && formatDate(lang, head.heldOn, true), site?.name ?? head.place];
  return (
    <p>
      {parts.filter(Boolean).join(' · ')}
      <br />
      <span class="quiet">{agency.name}</span>
    </p>
  );
}

function Named({ lang, pass, ticket, search, people, errors, typed }: FormProps): VNode | null {
  const tr = t(lang);
  if (people === null) return null;
  if (people.length === 0) return <p role="status">{tr('door.nobodyNamed', { search })}</p>;
  const options = people.slice(0, MOST_NAMES).map(({ personId, name, unitName }) => ({
    value: personId,
    checked: personId === typed.orang,
    text: (
      <>
        {name} <small>{unitName}</small>
      </>
    ),
  }));
  return (
    <form method="post" action={to('checkIn', { pass })}>
      <input type="hidden" name="tiket" value={ticket} />
      <input type="hidden" name="cari" value={search} />
      <Choices legend={tr('door.whichIsYou')} name="orang" type="radio" options={options} />
      {people.length > MOST_NAMES ? <p class="quiet">{tr('door.moreNames')}</p> : null}
      <TextField
        name="lastFour"
        label={tr('door.lastFour')}
        errors={errors}
        short
        inputMode="numeric"
        maxLength={4}
        autocomplete="off"
      />
      <button type="submit" class="big">
        {tr('door.recordMe')}
      </button>
    </form>
  );
}

export function CheckedIn(
  props: Entrance & {
    lang: Lang;
    name: string;
    /** Unit; of a guest, the employer. */
    detail: string;
    guest: boolean;
    recorded: { standing: Standing; how: PresenceWay; recordedAt: Date };
    site: string | null;
    /** The code of their own slip, where they used it. */
    slip: string | null;
  },
): VNode {
  const { lang, head, agency, name, detail, guest, recorded, site, slip } = props;
  const tr = t(lang);
  const time = formatMoment(lang, recorded.recordedAt, agency.zone);
  return (
    <>
      <h1>{tr('door.checkedIn')}</h1>
      <div class="door-person" role="status">
        <p class="door-name">{name}</p>
        <p>{detail}</p>
        <p>
          <strong>{tr(`door.standing.${recorded.standing}`)}</strong> · {time}
          {site ? ` · ${site}` : ''}
        </p>
      </div>
      <p>{head.title}</p>
      {guest ? (
        <Notice>
          <p>{tr('door.guestNote', { agency: agency.name })}</p>
        </Notice>
      ) : null}
      <p>{tr('door.notSigned')}</p>
      {slip ? (
        <p>
          <a class="button big" href={to('sign', { code: slip })}>
            {tr('door.signNow')}
          </a>
        </p>
      ) : null}
    </>
  );
}
