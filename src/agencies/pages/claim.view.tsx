import type { VNode } from 'preact';
import { accessText } from '../../access/index.ts';
import {
  ErrorSummary,
  type FieldErrors,
  SelectField,
  TextArea,
  TextField,
} from '../../platform/html/form.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { urls } from '../../urls.ts';
import { LEVELS, ZONES } from '../agency.ts';
import { t } from '../messages.ts';

/** What was typed; the password is never given back. */
export interface ClaimTyped {
  name: string;
  level: string;
  regionCode: string;
  zone: string;
  place: string;
  letterhead: string;
  personName: string;
  username: string;
}

interface Props {
  lang: Lang;
  typed: ClaimTyped;
  errors: FieldErrors;
}

export function ClaimPage(props: Props): VNode {
  const { lang, errors } = props;
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('agencies.claimTitle')}</h1>
      <p>{tr('agencies.claimLead')}</p>
      <form method="post" action={urls.claim}>
        <h2>{tr('agencies.claimAgency')}</h2>
        <AgencyFields {...props} />
        <h2>{tr('agencies.claimOfficer')}</h2>
        <OfficerFields {...props} />
        <PasswordField {...props} />
        <button type="submit">{tr('agencies.claimDo')}</button>
      </form>
    </>
  );
}

export function AgencyFields({ lang, typed, errors }: Props): VNode {
  const tr = t(lang);
  const levels = LEVELS.map((level) => ({ value: level, text: tr(`agencies.level.${level}`) }));
  const zones = ZONES.map((zone) => ({ value: zone, text: tr(`agencies.zone.${zone}`) }));
  return (
    <>
      <TextField
        name="name"
        label={tr('agencies.claimName')}
        hint={tr('agencies.claimNameHint')}
        value={typed.name}
        errors={errors}
        required
      />
      <SelectField
        name="level"
        label={tr('agencies.level')}
        value={typed.level}
        options={levels}
        errors={errors}
      />
      <TextField
        name="regionCode"
        label={tr('agencies.regionCode')}
        hint={tr('agencies.regionCodeHint')}
        value={typed.regionCode}
        errors={errors}
        short
      />
      <SelectField
        name="zone"
        label={tr('agencies.zone')}
        value={typed.zone}
        options={zones}
        errors={errors}
      />
      <TextField
        name="place"
        label={tr('agencies.place')}
        hint={tr('agencies.placeHint')}
        value={typed.place}
        errors={errors}
      />
      <TextArea
        name="letterhead"
        label={tr('agencies.letterhead')}
        hint={tr('agencies.letterheadHint')}
        value={typed.letterhead}
        errors={errors}
        rows={4}
      />
    </>
  );
}

export function OfficerFields({ lang, typed, errors }: Props): VNode {
  const tr = t(lang);
  const access = accessText(lang);
  return (
    <>
      <TextField
        name="personName"
        label={tr('agencies.claimPerson')}
        value={typed.personName}
        errors={errors}
        autocomplete="name"
        required
      />
      <TextField
        name="username"
        label={access('access.username')}
        hint={tr('agencies.usernameHint')}
        value={typed.username}
        errors={errors}
        autocomplete="username"
        required
      />
    </>
  );
}

function PasswordField({ lang, errors }: Props): VNode {
  return (
    <TextField
      name="password"
      type="password"
      label={accessText(lang)('access.password')}
      hint={t(lang)('agencies.passwordHint')}
      errors={errors}
      autocomplete="new-password"
      required
    />
  );
}
