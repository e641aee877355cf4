import type { VNode } from 'preact';
import { Choices, TextField } from '../../platform/html/form.view.tsx';
import { Facts } from '../../platform/html/parts.view.tsx';
import { t } from '../messages.ts';
import type { NumberName } from './form.ts';
import type { Shown } from './reminders.view.tsx';

const TIMES: readonly NumberName[] = ['firstDays', 'everyDays', 'cap', 'fromHour', 'untilHour'];
const TELLING: readonly NumberName[] = ['unitDays', 'unitShare', 'headDays', 'headShare'];

export function PlanForm({ lang, typed, errors }: Shown): VNode {
  const tr = t(lang);
  const number = (name: NumberName) => (
    <TextField
      key={name}
      {...{ name, errors, value: typed[name], short: true, inputMode: 'numeric', maxLength: 3 }}
      label={tr(`reminders.field.${name}`)}
    />
  );
  const tick = (name: 'isOn' | 'byMail' | 'withLink' | 'newSecret') => (
    <Choices
      key={name}
      {...{ name, type: 'checkbox', error: errors[name] }}
      legend={tr(`reminders.legend.${name}`)}
      options={[{ value: 'ya', text: tr(`reminders.field.${name}`), checked: typed[name] }]}
    />
  );
  return (
    <>
      <h2>{tr('reminders.planHead')}</h2>
      <form method="post">
        {tick('isOn')}
        <div class="grid">{TIMES.map(number)}</div>
        <p class="hint">{tr('reminders.timesHint')}</p>
        <div class="grid">{TELLING.map(number)}</div>
        <p class="hint">{tr('reminders.tellingHint')}</p>
        {tick('byMail')}
        {tick('withLink')}
        <p class="hint">{tr('reminders.linkHint')}</p>
        <TextField
          {...{ name: 'replyTo', errors, value: typed.replyTo, inputMode: 'email', maxLength: 254 }}
          label={tr('reminders.field.replyTo')}
        />
        <TextField
          {...{ name: 'hookUrl', errors, value: typed.hookUrl, maxLength: 500 }}
          label={tr('reminders.field.hookUrl')}
          hint={tr('reminders.hookHint')}
        />
        {typed.hookUrl ? tick('newSecret') : null}
        <button type="submit">{tr('reminders.save')}</button>
      </form>
    </>
  );
}

export function PlanFacts({ lang, plan, isSet }: Shown): VNode {
  const tr = t(lang);
  const yes = (is: boolean) => tr(is ? 'reminders.yes' : 'reminders.no');
  return (
    <>
      <h2>{tr('reminders.planHead')}</h2>
      {isSet ? (
        <Facts
          rows={[
            [tr('reminders.legend.isOn'), yes(plan.isOn)],
            ...[...TIMES, ...TELLING].map(
              (name) => [tr(`reminders.field.${name}`), String(plan[name])] as const,
            ),
            [tr('reminders.legend.byMail'), yes(plan.byMail)],
            [tr('reminders.legend.withLink'), yes(plan.withLink)],
            [tr('reminders.field.hookUrl'), yes(plan.hookUrl !== null)],
          ]}
        />
      ) : (
        <p>{tr('reminders.unset')}</p>
      )}
    </>
  );
}
