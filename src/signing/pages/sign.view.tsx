import type { ComponentChildren, VNode } from 'preact';
import { formatNip } from '../../agencies/index.ts';
import type { TextVersion } from '../../campaigns/index.ts';
import { formatMoment } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import { Facts, Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { urls } from '../../urls.ts';
import type { Signatory } from '../may-sign.ts';
import { t } from '../messages.ts';
import type { LaterGiven } from '../offline/device/later.ts';
import { waysText } from '../ways/index.ts';

/** Keeps the form on a person's own phone while there is no network; loaded after the page. */
export const LATER_SCRIPT = '/aset/sign-later.js';

export interface SignFormProps {
  lang: Lang;
  signatory: Signatory;
  pact: TextVersion;
  action: string;
  /** Sent with the form, so that one form is one signature however often it arrives. */
  formKey: string;
  errors: FieldErrors;
  values: { typedName: string; ticked: readonly number[]; lastFour: string };
  /** On a shared tablet the person shows who they are by the end of their number. */
  askDigits: boolean;
  notMe: string;
  /** What a way of its own says instead: what it is worth, and its button. */
  words?: { strength: string; sign: string };
  /** What the page says to the script that keeps the form without network; null where it is not kept. */
  later?: LaterGiven | null;
  /** What stands before the button: another way to prove who signs. */
  proof?: ComponentChildren;
  /** What stands below the form. */
  below?: ComponentChildren;
}

export function SignForm(props: SignFormProps): VNode {
  const { lang, signatory, pact, action, formKey, errors, values, askDigits, notMe } = props;
  const { agency, campaign, person } = signatory;
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <p class="quiet">
        {agency.name}
        <br />
        {tr('signing.deadline', { moment: formatMoment(lang, campaign.deadline, agency.zone) })}
      </p>
      <h1>{campaign.title}</h1>
      <h2>{tr('signing.you')}</h2>
      <Facts rows={personRows(lang, signatory)} />
      <p>
        <a href={notMe}>{tr('signing.notMe')}</a>
      </p>
      {campaign.isExample ? (
        <Notice>
          <p>{tr('signing.example')}</p>
        </Notice>
      ) : null}
      {pact.draft ? (
        <Notice tone="warn">
          <p>{tr('signing.draft')}</p>
        </Notice>
      ) : null}
      <form
        method="post"
        action={action}
        data-sign={tr('signing.unsent')}
        data-later={props.later ? JSON.stringify(props.later) : undefined}
        data-later-script={props.later ? LATER_SCRIPT : undefined}
      >
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="digest" value={pact.digest} />
        <Pact lang={lang} pact={pact} ticked={values.ticked} wrong={Boolean(errors.points)} />
        {askDigits ? (
          <TextField
            name="lastFour"
            label={tr('tablet.lastFour', { kind: tr(`signing.number.${person.idKind}`) })}
            inputMode="numeric"
            maxLength={4}
            autocomplete="off"
            value={values.lastFour}
            errors={errors}
            short
            required
          />
        ) : null}
        <TextField
          name="typedName"
          label={tr('signing.typedName')}
          hint={tr('signing.typedNameHint', { name: person.name })}
          value={values.typedName}
          errors={errors}
          autocomplete="off"
          maxLength={200}
          required
        />
        <div
          data-draw={tr('signing.clear')}
          data-label={tr('signing.draw')}
          data-hint={tr('signing.drawHint')}
        >
          <input type="hidden" name="drawing" />
        </div>
        <p class="quiet">
          {props.words?.strength ?? tr('signing.strength')} {waysText(lang)('signing.strengthLaw')}
        </p>
        {props.proof}
        <button type="submit" class="big">
          {props.words?.sign ?? tr('signing.sign')}
        </button>
      </form>
      {props.below}
    </>
  );
}

function personRows(lang: Lang, { person, agency }: Signatory): (readonly [string, string])[] {
  const tr = t(lang);
  return [
    [tr('signing.name'), person.name] as const,
    ...(person.idNumber
      ? [[tr(`signing.number.${person.idKind}`), formatNip(person.idNumber, person.idKind)] as const]
      : []),
    ...(person.post ? [[tr('signing.post'), person.post] as const] : []),
    [tr('signing.unit'), person.unitName] as const,
    [tr('signing.agency'), person.employer || agency.name] as const,
  ];
}

function Pact(props: { lang: Lang; pact: TextVersion; ticked: readonly number[]; wrong: boolean }): VNode {
  const { lang, pact, ticked, wrong } = props;
  const tr = t(lang);
  return (
    <section class="paper" lang={pact.language} aria-label={pact.title}>
      <h2>{pact.title}</h2>
      <p>{pact.opener}</p>
      <fieldset id="f-points" class={wrong ? 'field wrong' : undefined}>
        <legend>{tr('signing.readEach')}</legend>
        <ol class="points">
          {pact.points.map((point, i) => (
            <li key={i}>
              <p id={`p-${i}`}>{point}</p>
              <div class="choice">
                <input
                  type="checkbox"
                  name="point"
                  value={String(i)}
                  id={`f-point-${i}`}
                  checked={ticked.includes(i)}
                  aria-describedby={`p-${i}`}
                />
                <label for={`f-point-${i}`}>{tr('signing.point', { n: i + 1 })}</label>
              </div>
            </li>
          ))}
        </ol>
      </fieldset>
      <p>{pact.closing}</p>
    </section>
  );
}

export function EnterCode({
  lang,
  errors,
  typed,
}: {
  lang: Lang;
  errors: FieldErrors;
  typed: string;
}): VNode {
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('signing.enterTitle')}</h1>
      <form method="get" action={urls.enterCode}>
        <TextField
          name="kode"
          label={tr('signing.code')}
          hint={tr('signing.enterHint')}
          value={typed}
          errors={errors}
          autocomplete="off"
          maxLength={30}
          required
        />
        <button type="submit">{tr('signing.continue')}</button>
      </form>
    </>
  );
}
