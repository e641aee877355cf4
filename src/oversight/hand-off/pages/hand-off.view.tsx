import type { VNode } from 'preact';
import { actor, type Staff } from '../../../access/index.ts';
import type { Agency } from '../../../agencies/index.ts';
import { formatDate } from '../../../platform/format.ts';
import { ErrorSummary, SelectField, TextField } from '../../../platform/html/form.view.tsx';
import { DataTable, Notice } from '../../../platform/html/parts.view.tsx';
import { field } from '../../../platform/http/form.ts';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import type { CaseSeen } from '../../cases/seen.ts';
import { UnlockNotice } from '../../keys/unlock.view.tsx';
import { SYSTEMS } from '../by-hand.ts';
import type { Known } from '../facts.ts';
import { t } from '../messages.ts';
import { DESTINATIONS } from '../package.ts';
import { type Made, RESULTS } from '../record.ts';
import type { Sent } from './hand-off.page.tsx';

interface Props {
  lang: Lang;
  staff: Staff;
  agency: Agency;
  seen: CaseSeen;
  today: string;
  known: Known;
  papers: readonly string[];
  made: readonly Made[];
  sent: Sent;
}

/** What the island needs; codes and days only. */
export interface Bench {
  agencyId: string;
  caseId: string;
  from: string;
  mode: CaseSeen['mode'];
  today: string;
  known: Known;
  /** Files of documents made here, which are no evidence. */
  papers: readonly string[];
  post: string;
  content: string;
  files: string;
  part: string;
  words: Readonly<Record<string, string>>;
}

const WORDS = [
  'locked',
  'working',
  'recorded',
  'failed',
  'missing',
  'nipForm',
  'nikForm',
  'reading',
  'number',
] as const;

export function HandOffPage(props: Props): VNode {
  const { lang, agency, seen, sent } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('caseFile', { agency: agency.id, case: seen.id })}>{tr('handOff.back')}</a>
      </p>
      <h1>{tr('handOff.title')}</h1>
      <ErrorSummary lang={lang} errors={sent.errors} />
      <p>{tr('handOff.lead')}</p>
      <Notice>{tr('handOff.nothingSent')}</Notice>
      <UnlockNotice lang={lang} agencyId={agency.id} />
      <h2>{tr('handOff.make')}</h2>
      <noscript>
        <Notice tone="warn">{tr('handOff.noScript')}</Notice>
      </noscript>
      <Workbench {...props} />
      <ByHand lang={lang} />
      <h2>{tr('handOff.made')}</h2>
      <MadeSoFar {...props} />
      <p>
        <a href={`${to('caseFile', { agency: agency.id, case: seen.id })}#langkah`}>{tr('handOff.steps')}</a>
      </p>
    </>
  );
}

/** Fields without names and outside of any form: what is typed into them cannot be sent. */
function Workbench(props: Props): VNode {
  const { lang, seen, known } = props;
  const tr = t(lang);
  return (
    <div data-hand-off={JSON.stringify(benchOf(props))}>
      <fieldset disabled>
        <legend>{tr('handOff.fill')}</legend>
        <div class="field">
          <label for="f-destination">{tr('handOff.destination')}</label>
          <select id="f-destination" data-fact="destination">
            {DESTINATIONS.map((one) => (
              <option key={one} value={one}>
                {tr(`handOff.to.${one}`)}
              </option>
            ))}
          </select>
        </div>
        {(['name', 'post', 'unit', 'nip', 'nik', 'when', 'where'] as const).map((name) => (
          <div class="field" key={name}>
            <label for={`f-${name}`}>{tr(`handOff.field.${name}`)}</label>
            {name === 'nip' ? <p class="hint">{tr('handOff.numberHint')}</p> : null}
            <input id={`f-${name}`} type="text" maxLength={300} autocomplete="off" data-fact={name} />
          </div>
        ))}
        {(['what', 'how'] as const).map((name) => (
          <div class="field" key={name}>
            <label for={`f-${name}`}>{tr(`handOff.field.${name}`)}</label>
            <textarea id={`f-${name}`} rows={4} maxLength={20_000} data-fact={name} />
          </div>
        ))}
        <p>{tr(seen.mode === 'staff' ? 'handOff.noReporter' : 'handOff.reporterOut')}</p>
        {isReleased(known) ? (
          <>
            <div class="choice">
              <input type="checkbox" id="f-reporter" data-reporter />
              <label for="f-reporter">{tr('handOff.reporterIn')}</label>
            </div>
            {(['reporterName', 'reporterContact'] as const).map((name) => (
              <div class="field" key={name}>
                <label for={`f-${name}`}>{tr(`handOff.field.${name}`)}</label>
                <input id={`f-${name}`} type="text" maxLength={300} autocomplete="off" data-fact={name} />
              </div>
            ))}
          </>
        ) : null}
        <p data-missing-head />
        <ul data-missing />
        <button type="button" data-do="pack">
          {tr('handOff.pack')}
        </button>
      </fieldset>
      <p role="status" data-told />
    </div>
  );
}

/** A custodian handed the team who the reporter is; only then a package may name them. */
function isReleased({ steps }: Known): boolean {
  return steps.some(({ what }) => what === 'identity-released');
}

function ByHand({ lang }: { lang: Lang }): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('handOff.byHand')}</h2>
      <ul>
        {SYSTEMS.map(({ id, name, address, text, sources }) => (
          <li key={id}>
            {address ? (
              <a href={address} rel="noreferrer noopener">
                {name}
              </a>
            ) : (
              <strong>{name}</strong>
            )}
            : {text[lang]}
            <br />
            <small>
              {tr('handOff.source')} {sources.map(({ url }) => url).join(', ')}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

function MadeSoFar({ lang, agency, seen, made, sent, today }: Props): VNode {
  const tr = t(lang);
  if (made.length === 0) return <p>{tr('handOff.none')}</p>;
  const typed = (name: string) => field(sent.typed, name);
  return (
    <>
      <DataTable
        caption={tr('handOff.madeCaption')}
        columns={[
          { head: tr('handOff.day'), cell: ({ madeOn }) => formatDate(lang, madeOn) },
          { head: tr('handOff.destination'), cell: ({ destination }) => tr(`handOff.to.${destination}`) },
          { head: tr('handOff.by'), cell: ({ by, byName }) => byName ?? by },
          { head: tr('handOff.digest'), cell: ({ sha256 }) => <code>{sha256}</code>, long: true },
          {
            head: tr('handOff.result'),
            cell: ({ id, results }) =>
              results.length === 0
                ? tr('handOff.waiting')
                : results.map((one) => <Came key={one.n} {...{ lang, id, one }} />),
          },
        ]}
        rows={made}
      />
      <h3>{tr('handOff.came')}</h3>
      <form method="post" action={to('caseHandOff', { agency: agency.id, case: seen.id })}>
        <SelectField
          name="handOff"
          label={tr('handOff.which')}
          value={typed('handOff')}
          options={made.map(({ id, madeOn, destination }) => ({
            value: id,
            text: `${formatDate(lang, madeOn)}, ${tr(`handOff.to.${destination}`)}`,
          }))}
        />
        <SelectField
          name="result"
          label={tr('handOff.result')}
          value={typed('result')}
          errors={sent.errors}
          options={RESULTS.map((one) => ({ value: one, text: tr(`handOff.result.${one}`) }))}
        />
        <TextField
          {...{ name: 'onDate', type: 'date', short: true, errors: sent.errors }}
          label={tr('handOff.onDate')}
          value={typed('onDate') || today}
        />
        <TextField
          {...{ name: 'number', errors: sent.errors, autocomplete: 'off' }}
          label={tr('handOff.theirNumber')}
          hint={tr('handOff.theirNumberHint')}
          value={typed('number')}
        />
        <button type="submit">{tr('handOff.keepResult')}</button>
      </form>
    </>
  );
}

function Came({ lang, id, one }: { lang: Lang; id: string; one: Made['results'][number] }): VNode {
  const sealed = one.note ? one.note.toString('base64url') : undefined;
  return (
    <p>
      {t(lang)(`handOff.result.${one.result}`)}, {formatDate(lang, one.onDate)}{' '}
      <span data-sealed={sealed} data-by={one.by} data-hand-off-id={id} />
    </p>
  );
}

function benchOf({ lang, agency, seen, staff, today, known, papers }: Props): Bench {
  const tr = t(lang);
  const place = { agency: agency.id, case: seen.id };
  return {
    ...{ agencyId: agency.id, caseId: seen.id, from: actor(staff), mode: seen.mode, today, known, papers },
    post: to('caseHandOff', place),
    content: to('caseContent', place),
    files: to('caseFileNew', place),
    part: to('casePart', { ...place, file: 'FILE', part: 'PART' }),
    words: Object.fromEntries([
      ...WORDS.map((word) => [word, tr(`handOff.${word}`)]),
      ...(
        [
          'nip-or-nik',
          'reported-name',
          'reported-unit',
          'what',
          'when',
          'where',
          'evidence',
          'classification',
          'reporter',
        ] as const
      ).map((name) => [`missing.${name}`, tr(`handOff.missing.${name}`)]),
    ]),
  };
}
