import type { VNode } from 'preact';
import { TextArea, TextField } from '../../../platform/html/form.view.tsx';
import { field } from '../../../platform/http/form.ts';
import { to } from '../../../urls.ts';
import { t } from '../messages.ts';
import type { What } from '../stages.ts';
import { whatText } from '../words/words.ts';
import { likelyNext } from '../workflow/likely.ts';
import type { CaseProps } from './case.view.tsx';
import { StepFields } from './step-fields.view.tsx';

/** Steps that are told to the reporter in the same form. */
const TOLD: readonly What[] = ['receipt-sent', 'information-asked', 'closed'];

/** What may be done next: the likely step first and large, every other folded below. */
export function NextSteps(props: CaseProps): VNode {
  const { lang, next, history } = props;
  const tr = t(lang);
  const likely = likelyNext(history, next);
  const others = next.filter((what) => what !== likely);
  return (
    <section id="langkah">
      <h2>{tr('cases.next')}</h2>
      <p class="prose">{tr('cases.nextLead')}</p>
      {likely ? <Step {...props} what={likely} big /> : null}
      {others.length > 0 ? (
        <>
          {likely ? <h3>{tr('cases.nextOthers')}</h3> : null}
          {others.map((what) => (
            <Step key={what} {...props} what={what} />
          ))}
        </>
      ) : null}
    </section>
  );
}

function Step(props: CaseProps & { what: What; big?: boolean }): VNode {
  const { lang, what, errors, big } = props;
  return (
    <details class={big ? 'card' : 'step'} open={big || errors[what] !== undefined}>
      <summary>{whatText(lang, what)}</summary>
      <StepForm {...props} what={what} />
    </details>
  );
}

function StepForm(props: CaseProps & { what: What }): VNode {
  const { lang, agency, seen, what, errors, typed, today, mailbox } = props;
  const tr = t(lang);
  const mine = field(typed, 'what') === what ? typed : {};
  const told = mailbox && TOLD.includes(what);
  const names = { on: `${what}-on`, note: `${what}-note`, message: `${what}-message` };
  return (
    <form
      method="post"
      action={to('caseFile', { agency: agency.id, case: seen.id })}
      id={`f-${what}`}
      data-step=""
    >
      {errors[what] ? <p class="field-error">{errors[what]}</p> : null}
      <input type="hidden" name="what" value={what} />
      <TextField
        name={names.on}
        label={tr('cases.on')}
        type="date"
        value={field(mine, names.on) || today}
        required
        short
      />
      <StepFields {...props} typed={mine} />
      <TextArea
        name={names.note}
        label={tr('cases.note')}
        hint={tr('cases.sealHint')}
        rows={3}
        value={field(mine, names.note)}
        required={['closed', 'reopened', 'identity-asked'].includes(what)}
      />
      {told ? (
        <TextArea
          name={names.message}
          label={tr('cases.message')}
          hint={tr('cases.messageHint')}
          rows={3}
          value={field(mine, names.message)}
          required={what === 'closed'}
        />
      ) : null}
      <button type="submit">{tr('cases.writeStep', { what: whatText(lang, what) })}</button>
    </form>
  );
}
