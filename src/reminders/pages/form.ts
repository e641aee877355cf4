import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { type Body, field } from '../../platform/http/form.ts';
import type { Lang } from '../../platform/i18n.ts';
import { isAddress } from '../../platform/mail/index.ts';
import { whyNotOutbound } from '../../platform/outbound.ts';
import { t } from '../messages.ts';
import type { Plan } from '../plan.ts';

/** Fewest and most of each number. */
const RANGES = {
  firstDays: [1, 60],
  everyDays: [1, 60],
  cap: [1, 10],
  fromHour: [0, 23],
  untilHour: [1, 24],
  unitDays: [0, 60],
  unitShare: [1, 100],
  headDays: [0, 60],
  headShare: [1, 100],
} as const;
export type NumberName = keyof typeof RANGES;
const NUMBERS = Object.keys(RANGES) as NumberName[];

/** As it stands in the fields. */
export type Typed = Record<NumberName | 'replyTo' | 'hookUrl', string> & {
  isOn: boolean;
  byMail: boolean;
  withLink: boolean;
  newSecret: boolean;
};

export function typedOf(plan: Plan): Typed {
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, String(plan[name])])) as Record<
    NumberName,
    string
  >;
  const { isOn, byMail, withLink } = plan;
  return {
    ...numbers,
    isOn,
    byMail,
    withLink,
    newSecret: false,
    replyTo: plan.replyTo ?? '',
    hookUrl: plan.hookUrl ?? '',
  };
}

export function readTyped(body: Body): Typed {
  const text = (name: string) => field(body, name).trim().slice(0, 500);
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, text(name)])) as Record<NumberName, string>;
  const ticked = (name: string) => body[name] === 'ya';
  return {
    ...{ ...numbers, replyTo: text('replyTo'), hookUrl: text('hookUrl') },
    ...{
      isOn: ticked('isOn'),
      byMail: ticked('byMail'),
      withLink: ticked('withLink'),
      newSecret: ticked('newSecret'),
    },
  };
}

/** The plan as it was typed, or what is wrong with each field. `before`: for the number of the gateway's secret. */
export function planFrom(
  lang: Lang,
  typed: Typed,
  before: Plan,
  allowPrivate: boolean,
): { plan: Plan; errors: null } | { plan: null; errors: FieldErrors } {
  const tr = t(lang);
  const errors: Record<string, string> = {};
  for (const name of NUMBERS) {
    const [least, most] = RANGES[name];
    const value = /^\d{1,3}$/.test(typed[name]) ? Number(typed[name]) : -1;
    if (value < least || value > most) errors[name] = tr('reminders.wrongNumber', { least, most });
  }
  const number = (name: NumberName) => Number(typed[name]);
  if (!errors.fromHour && !errors.untilHour && number('untilHour') <= number('fromHour'))
    errors.untilHour = tr('reminders.wrongHours');
  if (typed.replyTo && !isAddress(typed.replyTo)) errors.replyTo = tr('reminders.wrongAddress');
  if (typed.hookUrl && whyNotOutbound(typed.hookUrl, allowPrivate))
    errors.hookUrl = tr('reminders.wrongHook');
  if (typed.isOn && !typed.byMail && !typed.hookUrl) errors.byMail = tr('reminders.noChannel');
  if (Object.keys(errors).length > 0) return { plan: null, errors };
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, number(name)])) as Record<
    NumberName,
    number
  >;
  const { isOn, byMail, withLink, newSecret } = typed;
  const hookSerial = before.hookSerial + (newSecret ? 1 : 0);
  const plan = { ...numbers, isOn, byMail, withLink, hookSerial };
  return { plan: { ...plan, replyTo: typed.replyTo || null, hookUrl: typed.hookUrl || null }, errors: null };
}
