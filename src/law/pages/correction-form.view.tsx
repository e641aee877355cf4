import type { VNode } from 'preact';
import {
  Choices,
  ErrorSummary,
  type FieldErrors,
  SelectField,
  TextArea,
  TextField,
} from '../../platform/html/form.view.tsx';
import { Facts, Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to, urls } from '../../urls.ts';
import { CONFIDENCES, STATUSES, SUBJECTS, TYPES } from '../corrections/shapes.ts';
import { writeValue, writingOf } from '../corrections/write-value.ts';
import { type Article, type DatedFact, parseArticle, type Register } from '../index.ts';
import { t } from '../messages.ts';
import { type Asked, one, type Typed } from './correction-form.ts';
import { fieldText } from './field-text.ts';
import type { ShownCorrection } from './history.view.tsx';

interface FormShown {
  lang: Lang;
  register: Register;
  asked: Asked;
  typed: Typed;
  errors: FieldErrors;
}

/** One field with its reason and source; typed values are kept. */
export function CorrectionForm(props: FormShown): VNode {
  const { lang, register, asked, errors } = props;
  const tr = t(lang);
  const { instrumentId: id, article, field } = asked;
  const name = register.findInstrument(id)?.name;
  const back = id ? to('lawCorrection', { id }) : urls.lawCorrections;
  const isNew = field === 'instrument' || field === 'article';
  return (
    <>
      <p>
        <a href={back}>{name ?? tr('law.correctTitle')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{[article, tr(`law.field.${field}`)].filter(Boolean).join(' · ')}</h1>
      {isNew ? null : <Facts rows={[[tr('law.now'), fieldText(lang, field, currentOf(props), register)]]} />}
      <form method="post">
        {field === 'instrument' ? <NewInstrument {...props} /> : null}
        {field === 'article' ? <NewArticle {...props} /> : null}
        {isNew ? null : <Value {...props} />}
        <Reason {...props} />
        <button type="submit">{tr('law.save')}</button>
      </form>
    </>
  );
}

/** What would hold again, and why it should. */
export function UndoForm(props: {
  lang: Lang;
  id: string;
  row: ShownCorrection;
  typed: Typed;
  errors: FieldErrors;
}): VNode {
  const { lang, id, row, errors } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('lawCorrection', { id })}>{tr('law.correctTitle')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('law.undoTitle')}</h1>
      <Notice tone="warn">
        <p>{tr('law.undoText')}</p>
      </Notice>
      <Facts
        rows={[
          [tr('law.what'), row.what],
          [tr('law.now'), row.after],
          [tr('law.value'), row.before],
        ]}
      />
      <form method="post">
        <Reason {...props} />
        <button type="submit">{tr('law.undo')}</button>
      </form>
    </>
  );
}

function Reason({ lang, typed, errors }: { lang: Lang; typed: Typed; errors: FieldErrors }): VNode {
  const tr = t(lang);
  return (
    <>
      <TextArea
        name="alasan"
        label={tr('law.why')}
        hint={tr('law.whyHint')}
        value={one(typed, 'alasan')}
        errors={errors}
        rows={3}
        required
      />
      <TextField
        name="sumber"
        label={tr('law.source')}
        hint={tr('law.sourceHint')}
        value={one(typed, 'sumber')}
        errors={errors}
        maxLength={500}
        required
      />
    </>
  );
}

function Value(props: FormShown): VNode {
  const { lang, register, asked, typed, errors } = props;
  const field = asked.field as Exclude<Asked['field'], 'instrument' | 'article'>;
  const writing = writingOf(field);
  const value = currentOf(props);
  const text = 'nilai' in typed ? one(typed, 'nilai') : writeValue(writing, value, register);
  const shown = { name: 'nilai', label: t(lang)('law.value'), hint: t(lang)(`law.form.${writing}`), errors };
  if (writing === 'gist') return <Gist {...props} gist={value as Article['gist']} />;
  if (writing === 'subjects') return <Subjects {...props} about={value as string[]} />;
  if (writing === 'choice') return <SelectField {...shown} value={text} options={choices(props)} />;
  if (writing === 'dated' || writing === 'pasal')
    return (
      <>
        <TextField {...shown} value={text} short />
        <Confidence {...props} value={(value as DatedFact | undefined)?.confidence} />
      </>
    );
  if (writing === 'line' || writing === 'instrument') return <TextField {...shown} value={text} />;
  return <TextArea {...shown} value={text} rows={5} />;
}

function choices({ lang, asked }: FormShown): { value: string; text: string }[] {
  const tr = t(lang);
  return asked.field === 'status'
    ? STATUSES.map((value) => ({ value, text: tr(`law.status.${value}`) }))
    : CONFIDENCES.map((value) => ({ value, text: tr(`law.confidence.${value}`) }));
}

function Confidence(props: FormShown & { value?: string | undefined; name?: string; label?: string }): VNode {
  const { lang, typed, value, name = 'kepastian', label } = props;
  return (
    <SelectField
      name={name}
      label={label ?? t(lang)('law.confidence')}
      value={one(typed, name) || value || 'verified'}
      options={CONFIDENCES.map((one) => ({ value: one, text: t(lang)(`law.confidence.${one}`) }))}
    />
  );
}

function Gist(props: FormShown & { gist?: Article['gist'] | undefined }): VNode {
  const { lang, typed, errors, gist } = props;
  const tr = t(lang);
  const text = (name: string, now: string | undefined) => (name in typed ? one(typed, name) : (now ?? ''));
  const hint = tr('law.form.gist');
  return (
    <>
      <TextArea
        {...{ name: 'nilai', label: tr('law.field.gist'), hint, errors, rows: 3 }}
        value={text('nilai', gist?.id)}
      />
      <TextArea
        {...{ name: 'nilaiEn', label: tr('law.valueEn'), errors, rows: 3 }}
        value={text('nilaiEn', gist?.en)}
      />
    </>
  );
}

function Subjects(props: FormShown & { about: readonly string[] }): VNode {
  const { lang, typed, errors, about } = props;
  const chosen = 'tentang' in typed ? [typed.tentang ?? []].flat() : about;
  return (
    <Choices
      legend={t(lang)('law.field.about')}
      name="tentang"
      type="checkbox"
      error={errors.nilai}
      options={SUBJECTS.map((value) => ({
        value,
        text: t(lang)(`law.subject.${value}`),
        checked: chosen.includes(value),
      }))}
    />
  );
}

function NewArticle(props: FormShown): VNode {
  const { lang, typed, errors } = props;
  const tr = t(lang);
  return (
    <>
      <TextField
        {...{ name: 'pasal', label: tr('law.newArticle'), hint: tr('law.form.refs'), errors }}
        value={one(typed, 'pasal')}
      />
      <Gist {...props} />
      <Subjects {...props} about={[]} />
      <Confidence {...props} />
    </>
  );
}

function NewInstrument(props: FormShown): VNode {
  const { lang, typed, errors } = props;
  const tr = t(lang);
  const field = (name: string, label: string, hint?: string) => ({
    ...{ name, label, hint, errors },
    value: one(typed, name),
  });
  const types = TYPES.map((value) => ({ value, text: tr(`law.type.${value}`) }));
  const statuses = STATUSES.map((value) => ({ value, text: tr(`law.status.${value}`) }));
  return (
    <>
      <SelectField {...field('jenis', tr('law.newType'))} options={types} />
      <TextArea {...field('nomor', tr('law.newNumbers'), tr('law.form.numbers'))} rows={3} />
      <TextField {...field('judul', tr('law.instrumentTitle'))} />
      <TextField {...field('berlaku', tr('law.newFrom'), tr('law.form.dated'))} short />
      <Confidence {...props} name="kepastianBerlaku" label={tr('law.fromConfidence')} />
      <SelectField {...field('keadaan', tr('law.status'))} options={statuses} />
      <Confidence {...props} />
    </>
  );
}

function currentOf({ register, asked }: FormShown): unknown {
  const ref = asked.article ? parseArticle(asked.article) : undefined;
  const entry = ref
    ? register.findArticle(asked.instrumentId, ref)
    : register.findInstrument(asked.instrumentId);
  return (entry as Record<string, unknown> | undefined)?.[asked.field];
}
