import type { VNode } from 'preact';
import { ErrorSummary, type FieldErrors, TextArea, TextField } from '../../platform/html/form.view.tsx';
import { Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { urls } from '../../urls.ts';
import { t } from '../messages.ts';

export interface GivenFields {
  lang: Lang;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
}

/** Longer texts are not sent back with the page. */
const KEPT = 200_000;

export function CheckForm(props: GivenFields & { again?: boolean }): VNode {
  const { lang, typed, errors, again } = props;
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      {again ? <h2>{tr('newsroom.given.again')}</h2> : <h1>{tr('newsroom.given.title')}</h1>}
      {again ? null : <p class="prose">{tr('newsroom.given.intro')}</p>}
      <Notice>
        <p>{tr('newsroom.given.notStored')}</p>
      </Notice>
      <form method="post" action={urls.documentCheck} enctype="multipart/form-data" novalidate>
        <GivenText {...props} />
        <TextField
          name="pada"
          type="date"
          short
          label={tr('newsroom.given.on')}
          hint={tr('newsroom.given.onHint')}
          value={typed.pada}
          errors={errors}
        />
        <button type="submit">{tr('newsroom.given.check')}</button>
      </form>
    </>
  );
}

/** The text itself: pasted, or as a file. */
export function GivenText({ lang, typed, errors }: GivenFields): VNode {
  const tr = t(lang);
  const text = typed.naskah ?? '';
  return (
    <>
      <TextArea
        name="naskah"
        label={tr('newsroom.given.text')}
        value={text.length <= KEPT ? text : ''}
        rows={10}
        errors={errors}
      />
      <TextField
        name="file"
        type="file"
        accept=".txt,.html,.htm,.docx,.pdf"
        label={tr('newsroom.given.file')}
        hint={tr('newsroom.given.fileHint')}
        errors={errors}
      />
    </>
  );
}

export function Waiting({ lang }: { lang: Lang }): VNode {
  const tr = t(lang);
  return (
    <div class="waiting" role="status">
      <h1>{tr('newsroom.given.waiting')}</h1>
      <p>{tr('newsroom.given.waitingHint')}</p>
    </div>
  );
}
