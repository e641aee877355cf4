import type { ComponentChildren, VNode } from 'preact';
import { Choices, SelectField, TextArea, TextField } from '../../platform/html/form.view.tsx';
import { t as ceremonyText } from '../messages.ts';
import type { Group } from '../plan/form.ts';
import { t } from '../plan/messages.ts';
import { TEMPLATES } from '../plan/templates.ts';
import { PLAN_ROLES, RUN_STEPS, SITE_MODES } from '../plan.ts';
import { type PlanFormProps, planHref } from './plan.view.tsx';

export function SiteRows(props: PlanFormProps): VNode {
  const { lang, typed, errors } = props;
  const tr = t(lang);
  return (
    <Section {...props} group="sites" heading={tr('plan.sites')} hint={tr('plan.sitesHint')}>
      {typed.rows.sites.map((row, at) => (
        <RowCard key={at} {...props} group="sites" at={at} name={tr('plan.site', { number: at + 1 })}>
          <input type="hidden" name={`sites-${at}-id`} value={row.id} />
          <TextField {...cell(props, 'sites', at, 'name')} label={tr('plan.siteName')} required />
          <TextField {...cell(props, 'sites', at, 'place')} label={tr('plan.sitePlace')} />
          <SelectField
            {...cell(props, 'sites', at, 'mode')}
            label={tr('plan.siteMode')}
            options={SITE_MODES.map((value) => ({ value, text: tr(`plan.mode.${value}`) }))}
          />
          <TextField
            {...cell(props, 'sites', at, 'startsAt')}
            label={tr('plan.siteStart')}
            hint={tr('plan.siteStartHint')}
            type="time"
            short
          />
          <SiteUnits {...props} at={at} />
        </RowCard>
      ))}
      <AddButton {...props} group="sites" text={tr('plan.addSite')} />
      <details open={typed.newSites !== ''}>
        <summary>{tr('plan.newSites')}</summary>
        <TextArea
          name="newSites"
          label={tr('plan.newSites')}
          hint={tr('plan.newSitesHint')}
          value={typed.newSites}
          errors={errors}
          rows={5}
        />
        <Act {...props} act="many-sites" at="sites" text={tr('plan.addSites')} />
      </details>
    </Section>
  );
}

function SiteUnits(props: PlanFormProps & { at: number }): VNode {
  const { lang, typed, labels, at } = props;
  const tr = t(lang);
  const units = typed.units[at] ?? [];
  return (
    <>
      {units.length > 0 ? (
        <Choices
          legend={tr('plan.siteUnits')}
          name={`sites-${at}-units`}
          type="checkbox"
          options={units.map((id) => ({ value: id, text: labels.get(id) ?? id, checked: true }))}
        />
      ) : null}
      <TextField
        {...cell(props, 'sites', at, 'addUnit')}
        label={tr('plan.addUnitField')}
        hint={tr('plan.unitsHint')}
        list="plan-units"
        autocomplete="off"
      />
      <Act
        {...props}
        act={`unit-${at}`}
        at={`f-sites-${at}-addUnit`}
        text={tr('plan.addUnit', { number: at + 1 })}
      />
    </>
  );
}

export function StepRows(props: PlanFormProps): VNode {
  const { lang, typed } = props;
  const tr = t(lang);
  return (
    <Section {...props} group="runSheet" heading={tr('plan.runSheet')} hint={tr('plan.runSheetHint')}>
      <div class="row">
        {TEMPLATES.map((name) => (
          <Act
            key={name}
            {...props}
            act={`template-${name}`}
            at="runSheet"
            text={tr(`plan.template.${name}`)}
          />
        ))}
      </div>
      {typed.rows.runSheet.map((_, at) => (
        <RowCard
          key={at}
          {...props}
          group="runSheet"
          at={at}
          name={tr('plan.step', { number: at + 1 })}
          raise={at > 0}
        >
          <TextField {...cell(props, 'runSheet', at, 'title')} label={tr('plan.stepTitle')} required />
          <SelectField
            {...cell(props, 'runSheet', at, 'step')}
            label={tr('plan.stepKind')}
            options={RUN_STEPS.map((value) => ({ value, text: tr(`plan.step.${value}`) }))}
          />
          <TextField
            {...cell(props, 'runSheet', at, 'minutes')}
            label={tr('plan.minutes')}
            inputMode="numeric"
            short
          />
          <TextField {...cell(props, 'runSheet', at, 'who')} label={tr('plan.who')} />
        </RowCard>
      ))}
      <AddButton {...props} group="runSheet" text={tr('plan.addStep')} />
    </Section>
  );
}

export function OfficerRows(props: PlanFormProps): VNode {
  const { lang, typed } = props;
  const tr = t(lang);
  const own = ceremonyText(lang);
  return (
    <Section {...props} group="officers" heading={tr('plan.officers')}>
      {typed.rows.officers.map((row, at) => (
        <RowCard key={at} {...props} group="officers" at={at} name={tr('plan.officer', { number: at + 1 })}>
          <input type="hidden" name={`officers-${at}-id`} value={row.id} />
          <SelectField
            {...cell(props, 'officers', at, 'role')}
            label={tr('plan.role')}
            options={PLAN_ROLES.map((value) => ({ value, text: tr(`plan.role.${value}`) }))}
          />
          <TextField {...cell(props, 'officers', at, 'name')} label={own('ceremonies.personName')} required />
          <TextField {...cell(props, 'officers', at, 'office')} label={own('ceremonies.office')} />
          <TextField
            {...cell(props, 'officers', at, 'employer')}
            label={own('ceremonies.employer')}
            hint={own('ceremonies.employerHint')}
          />
        </RowCard>
      ))}
      <AddButton {...props} group="officers" text={tr('plan.addOfficer')} />
    </Section>
  );
}

export function WitnessRows(props: PlanFormProps): VNode {
  const { lang, typed } = props;
  const tr = t(lang);
  const own = ceremonyText(lang);
  return (
    <Section {...props} group="witnesses" heading={tr('plan.witnesses')} hint={tr('plan.witnessesHint')}>
      {typed.rows.witnesses.map((row, at) => (
        <RowCard key={at} {...props} group="witnesses" at={at} name={tr('plan.witness', { number: at + 1 })}>
          <input type="hidden" name={`witnesses-${at}-id`} value={row.id} />
          <TextField
            {...cell(props, 'witnesses', at, 'name')}
            label={own('ceremonies.personName')}
            required
          />
          <TextField {...cell(props, 'witnesses', at, 'office')} label={own('ceremonies.office')} />
          <TextField
            {...cell(props, 'witnesses', at, 'institution')}
            label={tr('plan.institution')}
            required
          />
        </RowCard>
      ))}
      <AddButton {...props} group="witnesses" text={tr('plan.addWitness')} />
    </Section>
  );
}

type InGroup = PlanFormProps & { group: Group };

function Section(props: InGroup & { heading: string; hint?: string; children: ComponentChildren }): VNode {
  const { group, heading, hint, errors, children } = props;
  return (
    <>
      <h2 id={group}>{heading}</h2>
      {hint ? <p class="quiet">{hint}</p> : null}
      {errors[group] ? (
        <p class="field-error" id={`f-${group}`}>
          {errors[group]}
        </p>
      ) : null}
      {children}
    </>
  );
}

/** Folded to one line once it is filled in: a plan of eight places stays a page that one can read. */
function RowCard(
  props: InGroup & { at: number; name: string; raise?: boolean; children: ComponentChildren },
): VNode {
  const { lang, typed, group, at, name, raise, children } = props;
  const tr = t(lang);
  const row = typed.rows[group][at];
  const said = row?.title || row?.name;
  const own = `${group}-${at}-`;
  const wrong = Object.keys(props.errors).some((field) => field.startsWith(own));
  return (
    <details class="card plan-row" open={wrong || !said || props.opened === `${group}-${at}`}>
      <summary>{said ? `${name}: ${said}` : name}</summary>
      <fieldset aria-label={name}>
        <div class="plan-fields">{children}</div>
        <p class="row">
          {raise ? (
            <Act
              {...props}
              act={`up-${group}-${at}`}
              at={group}
              text={tr('plan.raise', { what: name })}
              plain
            />
          ) : null}
          <Act
            {...props}
            act={`remove-${group}-${at}`}
            at={group}
            text={tr('plan.remove', { what: name })}
            plain
          />
        </p>
      </fieldset>
    </details>
  );
}

function AddButton(props: InGroup & { text: string }): VNode {
  const { group, text, typed } = props;
  const first = { sites: 'name', runSheet: 'title', officers: 'role', witnesses: 'name' }[group];
  return (
    <p>
      <Act
        {...props}
        act={`add-${group}`}
        at={`f-${group}-${typed.rows[group].length}-${first}`}
        text={text}
      />
    </p>
  );
}

/** A button that changes rows and saves nothing; the page comes back at the element `at`. */
function Act(props: PlanFormProps & { act: string; at: string; text: string; plain?: boolean }): VNode {
  const { act, at, text, plain } = props;
  return (
    <button
      class={plain ? 'plain' : 'second'}
      type="submit"
      name="act"
      value={act}
      formAction={`${planHref(props)}#${at}`}
    >
      {text}
    </button>
  );
}

/** Name, value and error of one field of a row. */
function cell({ typed, errors }: PlanFormProps, group: Group, at: number, name: string) {
  return { name: `${group}-${at}-${name}`, value: typed.rows[group][at]?.[name], errors };
}
