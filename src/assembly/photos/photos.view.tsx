import type { VNode } from 'preact';
import type { Frame } from '../../campaigns/index.ts';
import type { CeremonyHead } from '../../ceremonies/index.ts';
import { formatMoment } from '../../platform/format.ts';
import { Choices, ErrorSummary, type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import { Notice } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import { maxPhotoBytes } from '../../verify/index.ts';
import { t } from './messages.ts';
import type { Photo, RemovedPhoto } from './photo.ts';
import { PhotoCard } from './photo-card.view.tsx';

/** The form that was sent back: of which photo ('' is the one that adds), and what was typed. */
export interface Typed {
  photo: string;
  values: Readonly<Record<string, string>>;
}

export interface Shown extends Frame {
  head: CeremonyHead;
  photos: readonly Photo[];
  gone: readonly RemovedPhoto[];
  errors: FieldErrors;
  typed: Typed | null;
  /** How many of those just sent were kept. */
  added: number;
}

export function PhotoList(shown: Shown): VNode {
  const { lang, agency, staff, head, photos, gone, errors, added } = shown;
  const tr = t(lang);
  const worker = staff.has('officer') || staff.has('operator');
  return (
    <>
      <p>
        <a href={to('ceremony', { agency: agency.id, ceremony: head.id })}>{tr('photos.back')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('photos.title')}</h1>
      <p class="quiet">{head.title}</p>
      {added > 0 ? <Notice tone="good">{<p>{tr('photos.some', { count: added })}</p>}</Notice> : null}
      <p>
        {tr('photos.intro')} {staff.unitIds === null ? null : tr('photos.ownOnly')}
      </p>
      <p>{tr('photos.faces')}</p>
      {worker ? <Add {...shown} /> : null}
      <h2>{tr('photos.list')}</h2>
      {photos.length === 0 ? <p>{tr('photos.none')}</p> : null}
      <ol class="photos">
        {photos.map((photo, at) => (
          <PhotoCard key={photo.id} {...shown} photo={photo} number={at + 1} worker={worker} />
        ))}
      </ol>
      {gone.length > 0 ? <Gone {...shown} /> : null}
    </>
  );
}

function Add({ lang, agency, head, errors, typed }: Shown): VNode {
  const tr = t(lang);
  const values = typed?.photo === '' ? typed.values : {};
  return (
    <section class="card">
      <h2>{tr('photos.addTitle')}</h2>
      <form
        method="post"
        action={to('ceremonyPhotos', { agency: agency.id, ceremony: head.id })}
        enctype="multipart/form-data"
        novalidate
        data-photos={tr('photos.progress')}
        data-most={maxPhotoBytes}
        data-waiting={tr('photos.waiting')}
        data-shrinking={tr('photos.shrinking')}
        data-sending={tr('photos.sending')}
        data-sent={tr('photos.sent')}
        data-offline={tr('photos.offline')}
        data-cannot={tr('photos.cannotShow')}
        data-failed={tr('photos.failed')}
        data-signin={tr('photos.signInAgain')}
        data-missing={tr('photos.missing')}
        data-reason={tr('photos.noKeptReason')}
        data-again={tr('photos.again')}
        data-show={tr('photos.show')}
      >
        <TextField
          name="photo"
          type="file"
          label={tr('photos.file')}
          hint={tr('photos.fileHint')}
          accept="image/*"
          errors={errors}
          multiple
          required
        />
        <Choices
          type="checkbox"
          name="keep"
          legend={tr('photos.keepLegend')}
          hint={tr('photos.keepHint')}
          options={[{ value: '1', text: tr('photos.keep'), checked: values.keep === '1' }]}
        />
        <TextField
          name="keptReason"
          label={tr('photos.keptReason')}
          hint={tr('photos.keptReasonHint')}
          value={values.keptReason}
          errors={errors}
          maxLength={500}
        />
        <button type="submit">{tr('photos.send')}</button>
      </form>
    </section>
  );
}

function Gone({ lang, agency, gone }: Shown): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('photos.removedTitle')}</h2>
      <ul>
        {gone.map(({ id, caption, removedAt, removedByName: who, removedReason: reason }) => (
          <li key={id}>
            {caption === '' ? null : `${caption}. `}
            {tr('photos.removedLine', { moment: formatMoment(lang, removedAt, agency.zone), who, reason })}
          </li>
        ))}
      </ul>
    </>
  );
}
