import type { VNode } from 'preact';
import type { Frame } from '../../campaigns/index.ts';
import { Choices, ErrorSummary, type FieldErrors, TextArea } from '../../platform/html/form.view.tsx';
import { Notice } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import type { CeremonyHead } from '../ceremony.ts';
import type { PlanTyped } from '../plan/form.ts';
import { t } from '../plan/messages.ts';
import { BackToCeremony } from './back.view.tsx';
import { OfficerRows, SiteRows, StepRows, WitnessRows } from './plan-rows.view.tsx';

export type PlanFormProps = Frame & {
  head: CeremonyHead;
  typed: PlanTyped;
  errors: FieldErrors;
  /** What each unit is called. */
  labels: ReadonlyMap<string, string>;
  /** The page comes back from saving, or from a button that saves nothing. */
  saved?: boolean;
  unsaved?: boolean;
  /** A row that a button was pressed in, as `GROUP-ROW`: it stays open. */
  opened?: string;
};

/** The first button of the form saves, so that Enter in any field does. */
export function PlanForm(props: PlanFormProps): VNode {
  const { lang, head, typed, errors, labels, saved, unsaved } = props;
  const tr = t(lang);
  const save = tr('plan.save');
  return (
    <>
      <BackToCeremony {...props} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('plan.title')}</h1>
      <p>{head.title}</p>
      {saved ? (
        <Notice tone="good">
          <p>{tr('plan.saved')}</p>
        </Notice>
      ) : null}
      {unsaved ? (
        <Notice tone="warn">
          <p>{tr('plan.unsaved', { save })}</p>
        </Notice>
      ) : null}
      <p class="quiet">{tr('plan.hint')}</p>
      <form method="post" action={planHref(props)} class="plan" novalidate>
        <input type="hidden" name="version" value={typed.version} />
        <datalist id="plan-units">
          {[...new Set(labels.values())].map((label) => (
            <option key={label} value={label} />
          ))}
        </datalist>
        <button type="submit" name="act" value="save">
          {save}
        </button>
        <SiteRows {...props} />
        <StepRows {...props} />
        <OfficerRows {...props} />
        <WitnessRows {...props} />
        <Rest {...props} />
        <button type="submit" name="act" value="save">
          {save}
        </button>
      </form>
    </>
  );
}

function Rest({ lang, typed, errors }: PlanFormProps): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('plan.rest')}</h2>
      <Choices
        legend={tr('plan.headFirst')}
        name="headFirst"
        type="checkbox"
        options={[{ value: 'yes', text: tr('plan.headFirstYes'), checked: typed.headFirst }]}
      />
      <TextArea
        name="fallback"
        label={tr('plan.fallback')}
        hint={tr('plan.fallbackHint')}
        value={typed.fallback}
        errors={errors}
        rows={4}
      />
    </>
  );
}

export function planHref({ agency, head }: Pick<PlanFormProps, 'agency' | 'head'>): string {
  return to('ceremonyPlan', { agency: agency.id, ceremony: head.id });
}
