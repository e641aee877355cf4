import type { ComponentChildren, VNode } from 'preact';
import type { Lang } from '../i18n.ts';
import { t } from '../messages.ts';

/** Errors by field name; the empty name is for the form as a whole. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Above the form: what is wrong, each line a link to its field (GOV.UK error summary). */
export function ErrorSummary({ lang, errors }: { lang: Lang; errors: FieldErrors }): VNode | null {
  const found = Object.entries(errors);
  if (found.length === 0) return null;
  return (
    <div class="errors" role="alert" tabIndex={-1}>
      <h2>{t(lang)('platform.problem')}</h2>
      <ul>
        {found.map(([name, text]) => (
          <li key={name}>{name ? <a href={`#f-${name}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  );
}

interface FieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  errors?: FieldErrors | undefined;
}

/** Label, hint and error around one control, tied to it for those who cannot see it. */
export function Field({
  name,
  label,
  hint,
  errors,
  children,
}: FieldProps & { children: ComponentChildren }): VNode {
  const error = errors?.[name];
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={`f-${name}`}>{label}</label>
      {hint ? (
        <p class="hint" id={`h-${name}`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="field-error" id={`e-${name}`}>
          {error}
        </p>
      ) : null}
      {children}
    </div>
  );
}

type InputProps = FieldProps & {
  value?: string | undefined;
  type?: 'text' | 'password' | 'date' | 'time' | 'email' | 'file' | 'datetime-local';
  short?: boolean;
  required?: boolean;
  autocomplete?: string;
  inputMode?: 'text' | 'numeric' | 'email';
  accept?: string;
  multiple?: boolean;
  maxLength?: number;
  /** The id of a `datalist` to choose from. */
  list?: string;
};

export function TextField(props: InputProps): VNode {
  const { name, label, hint, errors, value, type = 'text', short, ...rest } = props;
  return (
    <Field name={name} label={label} hint={hint} errors={errors}>
      <input
        id={`f-${name}`}
        name={name}
        type={type as 'text'}
        value={value}
        class={short ? 'short' : undefined}
        aria-describedby={describedBy(props)}
        aria-invalid={errors?.[name] ? 'true' : undefined}
        {...(rest as object)}
      />
    </Field>
  );
}

export function TextArea(
  props: FieldProps & { value?: string | undefined; rows?: number; required?: boolean },
): VNode {
  return (
    <Field name={props.name} label={props.label} hint={props.hint} errors={props.errors}>
      <textarea
        id={`f-${props.name}`}
        name={props.name}
        rows={props.rows ?? 8}
        required={props.required}
        aria-describedby={describedBy(props)}
        aria-invalid={props.errors?.[props.name] ? 'true' : undefined}
      >
        {props.value}
      </textarea>
    </Field>
  );
}

export function SelectField(
  props: FieldProps & {
    value?: string | undefined;
    options: readonly { value: string; text: string }[];
    /** With an empty first option: one is to be chosen. */
    required?: boolean;
  },
): VNode {
  return (
    <Field name={props.name} label={props.label} hint={props.hint} errors={props.errors}>
      <select
        id={`f-${props.name}`}
        name={props.name}
        required={props.required}
        aria-describedby={describedBy(props)}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === props.value}>
            {option.text}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface ChoiceGroup {
  legend: string;
  name: string;
  hint?: string;
  error?: string | undefined;
  type: 'checkbox' | 'radio';
  options: readonly { value: string; text: ComponentChildren; checked?: boolean }[];
}

export function Choices({ legend, name, hint, error, type, options }: ChoiceGroup): VNode {
  return (
    <fieldset id={`f-${name}`} class={error ? 'field wrong' : undefined}>
      <legend>{legend}</legend>
      {hint ? <p class="hint">{hint}</p> : null}
      {error ? <p class="field-error">{error}</p> : null}
      {options.map((option) => (
        <div class="choice" key={option.value}>
          <input
            type={type as 'text'}
            name={name}
            value={option.value}
            id={`f-${name}-${option.value}`}
            checked={option.checked}
          />
          <label for={`f-${name}-${option.value}`}>{option.text}</label>
        </div>
      ))}
    </fieldset>
  );
}

function describedBy({ name, hint, errors }: FieldProps): string | undefined {
  const ids = [hint && `h-${name}`, errors?.[name] && `e-${name}`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
