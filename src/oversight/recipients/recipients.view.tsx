import type { VNode } from 'preact';
import type { Agency } from '../../agencies/index.ts';
import { formatMoment } from '../../platform/format.ts';
import { Choices, ErrorSummary, type FieldErrors } from '../../platform/html/form.view.tsx';
import { DataTable, Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { type PublicKey, Status, UnlockNotice } from '../keys/index.ts';
import { keyWords, type Recipient, toText } from '../seal/index.ts';
import { t } from './messages.ts';

const ROLES = ['recipient', 'custodian', 'decider'] as const;

export interface RecipientsProps {
  lang: Lang;
  agency: Agency;
  /** Null where it does not hold. */
  list: readonly Recipient[] | null;
  listWords: string;
  /** Keys that may be added, with what their owners are called; of oneself where the list is empty. */
  keys: readonly (PublicKey & { name: string })[];
  names: ReadonlyMap<string, string>;
  /** Of those in the list, who still has a role that opens cases. */
  inOffice: ReadonlySet<string>;
  /** May sign: is in the list, or it is empty; in script with the key open. */
  signer: boolean;
  inspector: boolean;
  errors: FieldErrors;
}

export function RecipientsPage(props: RecipientsProps): VNode {
  const { lang, agency, list, listWords, signer, inspector, errors } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{tr('recipients.title')}</h1>
      <ErrorSummary lang={lang} errors={errors} />
      <p>{tr('recipients.intro')}</p>
      {list === null ? <Notice tone="bad">{tr('recipients.broken')}</Notice> : null}
      {list?.length === 0 ? <p>{tr('recipients.none')}</p> : null}
      {list?.length ? (
        <>
          <List {...props} list={list} />
          <p>
            {tr('recipients.listWords')}:{' '}
            <strong lang="id" data-list-words>
              {listWords}
            </strong>
          </p>
          <p class="hint">{tr('recipients.listWordsHint')}</p>
        </>
      ) : null}
      {list && inspector && !signer ? <p>{tr('recipients.onlyRecipient')}</p> : null}
      {list && signer ? (
        <>
          <UnlockNotice lang={lang} agencyId={agency.id} />
          <noscript>
            <p>{tr('recipients.needsScript')}</p>
          </noscript>
          <Add {...props} list={list} />
        </>
      ) : null}
    </>
  );
}

function List({
  lang,
  agency,
  list,
  names,
  inOffice,
  signer,
}: RecipientsProps & { list: readonly Recipient[] }) {
  const tr = t(lang);
  return (
    <div data-part>
      <DataTable
        caption={tr('recipients.list')}
        rows={list}
        columns={[
          {
            head: tr('recipients.name'),
            cell: ({ label, accountId }) => (
              <>
                {label}
                {inOffice.has(accountId) ? null : <small> {tr('recipients.withoutRole')}</small>}
              </>
            ),
          },
          { head: tr('recipients.role'), cell: ({ role }) => tr(`recipients.role.${role}`) },
          { head: tr('recipients.words'), cell: (one) => <span lang="id">{keyWords(one)}</span>, long: true },
          {
            head: tr('recipients.since'),
            cell: ({ since }) => formatMoment(lang, new Date(since), agency.zone),
          },
          { head: tr('recipients.by'), cell: ({ signedBy }) => names.get(signedBy) || signedBy },
          ...(signer
            ? [{ head: tr('recipients.act'), cell: (one: Recipient) => <End {...{ lang, one, agency }} /> }]
            : []),
        ]}
      />
      <Status />
    </div>
  );
}

/** The script fills statement and signature; without them the server refuses. */
function End({ lang, one, agency }: { lang: Lang; one: Recipient; agency: Agency }): VNode {
  const tr = t(lang);
  const role = tr(`recipients.role.${one.role}`);
  return (
    <form method="post" data-sign="end" data-agency={agency.id} data-texts={textsFor(lang)}>
      <Signed keyId={one.keyId} duty={one.role} />
      <button type="submit" class="plain" aria-label={tr('recipients.endWho', { name: one.label, role })}>
        {tr('recipients.end')}
      </button>
      <Status />
    </form>
  );
}

function Signed({ keyId, duty }: { keyId?: string; duty?: string }): VNode {
  return (
    <>
      {keyId ? <input type="hidden" name="keyId" value={keyId} /> : null}
      {duty ? <input type="hidden" name="role" value={duty} /> : null}
      <input type="hidden" name="statement" value="" />
      <input type="hidden" name="signature" value="" />
      <input type="hidden" name="signedBy" value="" />
    </>
  );
}

function Add({ lang, agency, list, keys }: RecipientsProps & { list: readonly Recipient[] }): VNode {
  const tr = t(lang);
  const first = list.length === 0;
  if (keys.length === 0) return <p>{tr('recipients.noKeys')}</p>;
  return (
    <form
      {...{ method: 'post', class: 'card', 'data-sign': 'add', 'data-agency': agency.id }}
      data-texts={textsFor(lang)}
      data-candidates={candidates(keys)}
    >
      <h2>{tr(first ? 'recipients.addFirst' : 'recipients.add')}</h2>
      {first ? <p>{tr('recipients.addFirstHint')}</p> : null}
      <Choices
        {...{ name: 'keyId', type: 'radio', legend: tr('recipients.key'), hint: tr('recipients.keyHint') }}
        options={keys.map((one) => ({
          value: one.id,
          checked: keys.length === 1,
          text: (
            <>
              {one.name}: <span lang="id">{keyWords(one)}</span>
            </>
          ),
        }))}
      />
      {first ? (
        <Signed duty="recipient" />
      ) : (
        <>
          <Duty lang={lang} />
          <div class="choice field">
            <input type="checkbox" name="compared" id="f-compared" value="1" />
            <label for="f-compared">{tr('recipients.compared')}</label>
          </div>
          <Signed />
        </>
      )}
      <button type="submit">{tr('recipients.sign')}</button>
      <Status />
    </form>
  );
}

function Duty({ lang }: { lang: Lang }): VNode {
  const tr = t(lang);
  return (
    <fieldset>
      <legend>{tr('recipients.role')}</legend>
      {ROLES.map((role) => (
        <div class="choice" key={role}>
          <input type="radio" name="role" value={role} id={`f-role-${role}`} checked={role === 'recipient'} />
          <label for={`f-role-${role}`}>
            {tr(`recipients.role.${role}`)}: {tr(`recipients.roleHint.${role}`)}
          </label>
        </div>
      ))}
    </fieldset>
  );
}

function candidates(keys: RecipientsProps['keys']): string {
  return JSON.stringify(
    keys.map(({ id, accountId, name, sealPublic, signPublic }) => ({
      ...{ keyId: id, accountId, label: name },
      ...{ sealPublic: toText(sealPublic), signPublic: toText(signPublic) },
    })),
  );
}

function textsFor(lang: Lang): string {
  const tr = t(lang);
  return JSON.stringify({
    unlockFirst: tr('recipients.unlockFirst'),
    comparedMissing: tr('recipients.comparedMissing'),
    notOpened: tr('recipients.broken'),
    last: tr('recipients.last'),
    whoMissing: tr('recipients.whoMissing'),
  });
}
