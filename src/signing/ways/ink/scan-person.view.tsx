import type { VNode } from 'preact';
import { type Agency, formatNip } from '../../../agencies/index.ts';
import { TextPaper, type TextVersion } from '../../../campaigns/index.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../../../platform/html/form.view.tsx';
import { Facts, Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import type { Signatory } from '../../may-sign.ts';
import { t } from './messages.ts';
import type { Scan } from './scan.ts';
import { ScanTable } from './scans.view.tsx';

interface Shown {
  lang: Lang;
  agency: Agency;
  signatory: Signatory;
  scans: readonly Scan[];
  /** What the paper must carry; null where no scan can be attached now. */
  pact: TextVersion | null;
  signedOn: string;
  errors: FieldErrors;
}

export function ScanPerson(shown: Shown): VNode {
  const { lang, agency, signatory, scans, pact, errors } = shown;
  const { campaign, person, signed } = signatory;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('scans', { agency: agency.id, campaign: campaign.id })}>{tr('ink.backToList')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{person.name}</h1>
      <p class="quiet">{campaign.title}</p>
      <Facts
        rows={[
          [tr('ink.number'), person.idNumber && formatNip(person.idNumber, person.idKind)],
          [tr('ink.post'), person.post],
          [tr('ink.unit'), person.unitName],
        ]}
      />
      {signed && !scans.some(({ state }) => state === 'sealed') ? (
        <Notice tone="warn">
          <p>{tr('ink.hasSigned', { name: person.name })}</p>
        </Notice>
      ) : null}
      <h2>{tr('ink.personScans')}</h2>
      {scans.length === 0 ? (
        <p>{tr('ink.personNone')}</p>
      ) : (
        <ScanTable lang={lang} agency={agency} scans={scans} caption={tr('ink.personScans')} />
      )}
      {pact ? <Attach {...shown} pact={pact} /> : null}
      {!pact && !signed ? <p>{tr('ink.isClosed')}</p> : null}
    </>
  );
}

function Attach({ lang, agency, signatory, pact, signedOn, errors }: Shown & { pact: TextVersion }): VNode {
  const { campaign, person } = signatory;
  const tr = t(lang);
  const at = { agency: agency.id, campaign: campaign.id, person: person.personId };
  return (
    <>
      <h2>{tr('ink.attachTitle')}</h2>
      <p>
        <a href={to('scanBlank', at)}>{tr('ink.blank')}</a>
      </p>
      <form method="post" action={to('scanPerson', at)} enctype="multipart/form-data" novalidate>
        <TextField
          name="signedOn"
          type="date"
          short
          label={tr('ink.signedOn')}
          hint={tr('ink.signedOnHint')}
          value={signedOn}
          errors={errors}
          required
        />
        <TextField
          name="file"
          type="file"
          label={tr('ink.file')}
          hint={tr('ink.fileHint')}
          accept="image/jpeg,image/png,application/pdf"
          errors={errors}
          required
        />
        <button type="submit">{tr('ink.attach')}</button>
      </form>
      <details>
        <summary>{tr('ink.paperText', { title: pact.title, version: pact.version })}</summary>
        <TextPaper text={pact} />
      </details>
    </>
  );
}
