import type { VNode } from 'preact';
import { ELECTIONS, electionName } from '../../../elections/index.ts';
import { ACT_KINDS, INSTRUMENTS, sanctionsOn } from '../../../law/index.ts';
import { formatDate } from '../../../platform/format.ts';
import { Choices, SelectField, TextField } from '../../../platform/html/form.view.tsx';
import { type Body, field } from '../../../platform/http/form.ts';
import { messageOf } from '../../../platform/i18n.ts';
import { CATEGORIES, SPOUSE } from '../classification/classified.ts';
import { t } from '../messages.ts';
import { CLOSING_REASONS, UPWARD, type What } from '../stages.ts';
import { levelsOpen } from '../workflow/history.ts';
import type { CaseProps } from './case.view.tsx';
import { levelText } from './classified.view.tsx';
import { shortOf } from './list.view.tsx';
import { routesFor } from './routes.view.tsx';

type Props = CaseProps & { what: What; typed: Body };
type Option = { value: string; text: string };

/** What a step must say of itself, as codes and days. Steps that say nothing more have no field here. */
export function StepFields(props: Props): VNode | null {
  const Fields = FIELDS[props.what];
  return Fields ? <Fields {...props} /> : null;
}

const FIELDS: Partial<Record<What, (props: Props) => VNode>> = {
  classified: ClassifiedFields,
  routed: (props) => <Select {...props} name="to" options={destinations(props)} />,
  'summoned-1': ExamDay,
  'summoned-2': ExamDay,
  recommended: (props) => (
    <Select
      {...props}
      name="from"
      options={words(props, 'from', ['team', 'ethics-board', 'bkn', 'kasn', 'bawaslu'])}
    />
  ),
  decided: DecidedFields,
  'objection-decided': OutcomeFields,
  'appeal-decided': OutcomeFields,
  'information-asked': (props) => (
    <Select {...props} name="of" options={words(props, 'of', ['reporter', 'witness', 'unit', 'body'])} />
  ),
  linked: (props) => (
    <Select
      {...props}
      name="case"
      options={props.others.map(({ id, arrivedOn }) => ({
        value: id,
        text: `${shortOf(id)}, ${formatDate(props.lang, arrivedOn)}`,
      }))}
    />
  ),
  closed: ClosedFields,
};

function Select(props: Props & { name: FieldName; options: readonly Option[] }): VNode {
  const { lang, what, name, typed, options } = props;
  const full = `${what}-${name}`;
  // Nothing of weight is chosen beforehand; what begins with its harmless answer keeps it.
  const chosen = options.length < 2 || HARMLESS.includes(options[0]?.value ?? '');
  return (
    <SelectField
      name={full}
      label={t(lang)(`cases.field.${name}`)}
      value={field(typed, full)}
      options={chosen ? options : [{ value: '', text: '' }, ...options]}
      required={!chosen}
    />
  );
}
type FieldName =
  | ('to' | 'from' | 'of' | 'case' | 'reason' | 'basis' | 'kind' | 'election' | 'category' | 'spouse')
  | ('sanction' | 'post' | 'decider' | 'outside' | 'outcome');

const HARMLESS = ['', 'none'];

function words({ lang }: Props, kind: string, values: readonly string[]): Option[] {
  return values.map((value) => ({ value, text: messageOf(lang, `cases.${kind}.${value}`) ?? value }));
}

function destinations(props: Props): Option[] {
  const { routes } = routesFor(props);
  const open = routes.filter(({ state }) => state === 'now').map(({ route }) => route.to);
  return words(props, 'to', [...new Set(open)]);
}

function ExamDay({ lang, what, typed }: Props): VNode {
  const name = `${what}-examOn`;
  return (
    <TextField
      name={name}
      label={t(lang)('cases.field.examOn')}
      hint={t(lang)('cases.field.examOnHint')}
      type="date"
      value={field(typed, name)}
      required
      short
    />
  );
}

function ClassifiedFields(props: Props): VNode {
  const { lang, what, typed, agency, history } = props;
  const tr = t(lang);
  const kinds = ACT_KINDS.map((kind) => ({
    value: kind,
    text: messageOf(lang, `violations.kind.${kind}`) ?? kind,
  }));
  const elections = ELECTIONS.map((one) => ({ value: one.id, text: electionName(lang, one.id) }));
  const said = (name: string) => field(typed, `${what}-${name}`);
  return (
    <>
      <Select {...props} name="kind" options={kinds} />
      <TextField
        name={`${what}-actOn`}
        label={tr('cases.actOn')}
        hint={tr('cases.field.actOnHint')}
        type="date"
        value={said('actOn')}
        required
        short
      />
      <Select {...props} name="election" options={elections} />
      <TextField
        name={`${what}-region`}
        label={tr('cases.field.region')}
        hint={tr('cases.field.regionHint')}
        value={said('region') || (agency.regionCode ?? '')}
        short
      />
      <Select {...props} name="category" options={words(props, 'category', CATEGORIES)} />
      <Select {...props} name="spouse" options={words(props, 'spouse', SPOUSE)} />
      {history.acts.length > 0 ? (
        <Choices
          legend={tr('cases.field.beside')}
          name={`${what}-beside`}
          type="radio"
          options={[
            { value: '', text: tr('cases.field.instead'), checked: true },
            { value: 'ya', text: tr('cases.field.besideYes') },
          ]}
        />
      ) : null}
    </>
  );
}

const POSTS = [
  ...['pelaksana', 'pengawas', 'administrator', 'jf', 'jf-utama', 'jpt-pratama', 'jpt-madya'],
  ...['jpt-madya-ppk', 'jpt-utama', 'pppk', 'non-asn'],
];
const DECIDERS = ['ppk', 'president', 'jpt-madya', 'jpt-pratama', 'administrator', 'pengawas'];

function DecidedFields(props: Props): VNode {
  return (
    <>
      <Select {...props} name="sanction" options={sanctions(props)} />
      {props.history.head ? (
        <Select {...props} name="outside" options={words(props, 'to', UPWARD)} />
      ) : (
        <>
          <Select {...props} name="post" options={words(props, 'post', POSTS)} />
          <Select {...props} name="decider" options={words(props, 'decider', DECIDERS)} />
        </>
      )}
    </>
  );
}

/** Sanctions that stood on the day of the act, of the levels that are open for what was classified. */
function sanctions({ lang, history, today }: Props): Option[] {
  const actOn = history.acts.at(-1)?.data.actOn;
  const on = typeof actOn === 'string' ? actOn : today;
  return levelsOpen(history.acts).flatMap((level) =>
    sanctionsOn(level, on).map(({ id, text }) => ({
      value: id,
      text: `${levelText(lang, level)}: ${text[lang]}`,
    })),
  );
}

function OutcomeFields(props: Props): VNode {
  const none = { value: '', text: t(props.lang)('cases.field.sanctionSame') };
  return (
    <>
      <Select
        {...props}
        name="outcome"
        options={words(props, 'outcome', ['upheld', 'changed', 'annulled'])}
      />
      <Select {...props} name="sanction" options={[none, ...sanctions(props)]} />
    </>
  );
}

function ClosedFields(props: Props): VNode {
  const { lang } = props;
  const none = { value: '', text: t(lang)('cases.field.basisNone') };
  const instruments = INSTRUMENTS.map(({ id, name }) => ({ value: id, text: name }));
  return (
    <>
      <Select {...props} name="reason" options={words(props, 'reason', CLOSING_REASONS)} />
      <Select {...props} name="basis" options={[none, ...instruments]} />
    </>
  );
}
