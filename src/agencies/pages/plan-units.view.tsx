import type { VNode } from 'preact';
import { formatNumber } from '../../platform/format.ts';
import { Choices } from '../../platform/html/form.view.tsx';
import { Tag } from '../../platform/html/parts.view.tsx';
import { t } from '../messages.ts';
import { type PlanProps, planPath } from './plan-props.ts';

/** Names that may be slips of known units: asked, never guessed. */
export function UnitQuestions(props: PlanProps): VNode | null {
  const { lang, prepared, mayDecide } = props;
  const tr = t(lang);
  const { unitQuestions } = prepared.plan;
  if (unitQuestions.length === 0) return null;
  const questions = unitQuestions.map(({ key, name, suggested, people }, at) => (
    <>
      <input type="hidden" name={`unit-${at}`} value={key} />
      <Choices
        key={key}
        type="radio"
        name={`jawab-${at}`}
        legend={tr('agencies.unitQuestion', { name, people: formatNumber(lang, people) })}
        options={[
          { value: suggested.id, text: tr('agencies.unitSame', { name: suggested.name }) },
          { value: '+', text: tr('agencies.unitNew', { name }) },
        ]}
      />
    </>
  ));
  return (
    <section class="card">
      <h2>{tr('agencies.unitQuestions')}</h2>
      <p>{tr('agencies.unitQuestionsLead')}</p>
      {mayDecide ? (
        <form method="post" action={planPath(props)}>
          <input type="hidden" name="aksi" value="jawab" />
          {questions}
          <button type="submit" class="second">
            {tr('agencies.unitAnswer')}
          </button>
        </form>
      ) : (
        questions
      )}
    </section>
  );
}

const SHOWN = 30;

/** The units that accepting would make. */
export function NewUnits({ lang, prepared }: PlanProps): VNode | null {
  const tr = t(lang);
  const { newUnits } = prepared.plan;
  if (newUnits.length === 0) return null;
  const more = newUnits.length - SHOWN;
  return (
    <section class="card">
      <h2>{tr('agencies.newUnits')}</h2>
      <p>{tr('agencies.newUnitsLead', { count: formatNumber(lang, newUnits.length) })}</p>
      <ul>
        {newUnits.slice(0, SHOWN).map(({ key, name, people, similarTo }) => (
          <li key={key}>
            {name}{' '}
            <span class="quiet">({tr('agencies.peopleCount', { count: formatNumber(lang, people) })})</span>{' '}
            {similarTo ? <Tag tone="warn">{tr('agencies.unitLike', { name: similarTo })}</Tag> : null}
          </li>
        ))}
      </ul>
      {more > 0 ? <p class="quiet">{tr('agencies.andMore', { count: formatNumber(lang, more) })}</p> : null}
    </section>
  );
}
