import type { ComponentChildren, VNode } from 'preact';
import type { Agency } from '../../../agencies/index.ts';
import {
  Choices,
  ErrorSummary,
  Field,
  type FieldErrors,
  TextArea,
  TextField,
} from '../../../platform/html/form.view.tsx';
import { Notice } from '../../../platform/html/parts.view.tsx';
import { inLang } from '../../../platform/http/apart.ts';
import type { Lang } from '../../../platform/i18n.ts';
import { to, urls } from '../../../urls.ts';
import { WaitNotice } from '../../abuse/index.ts';
import { MAX_FILE, type Recipient } from '../../seal/index.ts';
import { t } from '../messages.ts';
import { MOST_FILES, type Written } from '../sealed-report.ts';
import { ExampleNotice } from './agency.view.tsx';
import { OtherBodies } from './bodies.view.tsx';
import { Done } from './done.view.tsx';
import { islandTexts } from './texts.ts';

/** Made when the form is first shown, and the same for every try without script: sent twice, it is one report. */
export interface Ticket {
  caseId: string;
  code: string;
  wait: string;
}

export interface FormShown {
  lang: Lang;
  agency: Agency;
  recipients: readonly Recipient[];
  written: Written;
  ticket: Ticket;
  errors: FieldErrors;
  /** Seconds that are still to wait. */
  early: number;
  /** Of the way back, as it is to be typed. */
  back: string;
}

export function FormView(props: FormShown): VNode {
  const { lang, agency, written, ticket, errors, early } = props;
  const tr = t(lang);
  const at = { agency: agency.id };
  const { what, who, when, where, how, topic = '' } = written.report;
  return (
    <div
      data-sealed-report
      data-agency={agency.id}
      data-send={inLang(lang, to('reportSend', at))}
      data-file={inLang(lang, to('reportFile', at))}
      data-puzzle={urls.reportPuzzle}
      data-texts={JSON.stringify(islandTexts(lang))}
    >
      <div data-form>
        {early > 0 ? <WaitNotice lang={lang} seconds={early} /> : null}
        <h1>{tr('reporting.agencyTitle', { agency: agency.name })}</h1>
        <ExampleNotice lang={lang} agency={agency} />
        <div data-errors>
          <ErrorSummary lang={lang} errors={errors} />
        </div>
        <div data-plain>
          <Notice tone="warn">
            <p>{tr('reporting.sealedThere')}</p>
          </Notice>
        </div>
        <div data-sealed-here hidden>
          <Notice tone="good">
            <p>{tr('reporting.sealedHere')}</p>
          </Notice>
        </div>
        <form
          method="post"
          action={inLang(lang, to('reportAgency', at))}
          enctype="multipart/form-data"
          autocomplete="off"
        >
          <input type="hidden" name="act" value="send" />
          <input type="hidden" name="topic" value={topic} />
          <input type="hidden" name="case" value={ticket.caseId} />
          <input type="hidden" name="code" value={ticket.code} />
          <input type="hidden" name="wait" value={ticket.wait} />
          <TextArea
            name="what"
            label={tr('reporting.what')}
            hint={tr('reporting.whatHint')}
            value={what}
            rows={9}
            errors={errors}
          />
          <fieldset>
            <legend>{tr('reporting.whoTitle')}</legend>
            <p class="hint">{tr('reporting.whoHint')}</p>
            <TextField name="name" label={tr('reporting.name')} value={who.name} />
            <TextField name="post" label={tr('reporting.post')} value={who.post} />
            <TextField name="unit" label={tr('reporting.unit')} value={who.unit} />
          </fieldset>
          <TextField name="when" label={tr('reporting.when')} hint={tr('reporting.whenHint')} value={when} />
          <TextField name="where" label={tr('reporting.where')} value={where} />
          <TextArea
            name="how"
            label={tr('reporting.how')}
            hint={tr('reporting.howHint')}
            value={how}
            rows={3}
          />
          <Files {...props} />
          <Identity {...props} />
          <Involved {...props} />
          <section data-fingerprint hidden>
            <h2>{tr('reporting.fingerprint')}</h2>
            <p class="mono" data-words />
            <p class="quiet">{tr('reporting.fingerprintText')}</p>
          </section>
          <button class="big" type="submit" data-submit>
            {tr('reporting.sendPlain')}
          </button>
        </form>
        <p class="report-state" role="status" data-state />
      </div>
      <template data-done>
        <Done lang={lang} code="" back={props.back} script />
      </template>
    </div>
  );
}

function Files({ lang, errors }: FormShown): VNode {
  const tr = t(lang);
  const size = MAX_FILE / 1024 / 1024;
  return (
    <>
      <Field
        name="files"
        label={tr('reporting.files')}
        hint={tr('reporting.filesHint', { count: MOST_FILES, size })}
        errors={errors}
      >
        <p class="hint" data-plain>
          {tr('reporting.filesHintPlain')}
        </p>
        <input id="f-files" type="file" name="files" multiple aria-describedby="h-files" />
        <ul class="report-files" data-files hidden />
      </Field>
      <div class="field">
        <div class="choice">
          <input type="checkbox" id="f-original" name="original" value="yes" aria-describedby="h-original" />
          <label for="f-original">{tr('reporting.original')}</label>
        </div>
        <p class="hint" id="h-original">
          {tr('reporting.originalHint')}
        </p>
      </div>
    </>
  );
}

function Identity({ lang, recipients, written, errors }: FormShown): VNode {
  const tr = t(lang);
  const custodians = recipients.filter(({ role }) => role === 'custodian');
  const who = [...new Set(custodians.map(({ label }) => label))].join(', ');
  const option = (value: Written['mode'], text: string) => ({
    value,
    checked: written.mode === value,
    text: <Explained head={tr(`reporting.mode.${value}`)}>{text}</Explained>,
  });
  return (
    <>
      <Choices
        legend={tr('reporting.modeTitle')}
        name="mode"
        type="radio"
        error={errors.mode}
        options={[
          option('anonymous', tr('reporting.mode.anonymousText')),
          ...(who ? [option('confidential', tr('reporting.mode.confidentialText', { who }))] : []),
          option('identified', tr('reporting.mode.identifiedText')),
        ]}
      />
      {who ? null : <p class="hint">{tr('reporting.noCustodian')}</p>}
      <div class="report-identity">
        <TextField
          name="ownName"
          label={tr('reporting.ownName')}
          hint={tr('reporting.ownNameHint')}
          value={written.identity.name}
          errors={errors}
        />
        <TextField name="contact" label={tr('reporting.contact')} value={written.identity.contact} />
      </div>
    </>
  );
}

function Explained({ head, children }: { head: string; children: ComponentChildren }): VNode {
  return (
    <>
      <strong>{head}.</strong> {children}
    </>
  );
}

/** By what they are called in the list of recipients, each person once. */
function Involved({ lang, recipients, written, errors }: FormShown): VNode {
  const tr = t(lang);
  const people = new Map(recipients.map(({ accountId, label }) => [accountId, label]));
  return (
    <>
      <Choices
        legend={tr('reporting.involved')}
        name="involved"
        hint={tr('reporting.involvedHint')}
        type="checkbox"
        error={errors.involved}
        options={[...people].map(([value, text]) => ({
          ...{ value, text },
          checked: written.involved.includes(value),
        }))}
      />
      <details open={errors.involved !== undefined}>
        <summary>{tr('reporting.headTitle')}</summary>
        <p>{tr('reporting.headText')}</p>
        <OtherBodies lang={lang} />
      </details>
    </>
  );
}
