import type { VNode } from 'preact';
import { formatDate, formatMoment } from '../../platform/format.ts';
import { Choices, TextField } from '../../platform/html/form.view.tsx';
import { Facts, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { CAPTION_LIMIT } from './describe-photo.ts';
import { t } from './messages.ts';
import { CONSENTS, fitsPaper, isDescribed, type Photo } from './photo.ts';
import type { Shown } from './photos.view.tsx';

interface Card extends Shown {
  photo: Photo;
  number: number;
  /** Whether who looks may write words and remove. */
  worker: boolean;
}

export function PhotoCard(card: Card): VNode {
  const { lang, agency, head, photo, number, worker } = card;
  const tr = t(lang);
  const file = to('ceremonyPhoto', { agency: agency.id, ceremony: head.id, photo: photo.id });
  const moment = formatMoment(lang, photo.addedAt, agency.zone);
  return (
    <li class="card" id={`foto-${photo.id}`}>
      <h3>{tr('photos.photo', { number })}</h3>
      <a href={file} aria-label={tr('photos.open')}>
        <img src={file} alt={photo.caption || tr('photos.withoutCaption', { number })} loading="lazy" />
      </a>
      {photo.caption === '' ? null : <p>{photo.caption}</p>}
      <p>
        {isDescribed(photo) && fitsPaper(photo) ? (
          <Tag tone="good">{tr('photos.complete')}</Tag>
        ) : (
          <small>{tr(fitsPaper(photo) ? 'photos.incomplete' : 'photos.large')}</small>
        )}
      </p>
      <Facts
        rows={[
          [tr('photos.consent'), consentOf(lang, photo)],
          [tr('photos.takenAt'), takenOf(lang, photo.takenAt)],
          [tr('photos.added'), tr('photos.addedLine', { moment, who: photo.addedByName })],
          ...(photo.keptReason === null
            ? []
            : [[tr('photos.kept'), <Kept key="kept" {...card} file={file} />] as const]),
        ]}
      />
      {worker ? (
        <>
          <Words {...card} />
          <Remove {...card} />
        </>
      ) : null}
    </li>
  );
}

function consentOf(lang: Lang, { consent, consentNote }: Photo): string {
  const tr = t(lang);
  if (consent === null) return tr('photos.takenUnknown');
  const said = tr(`photos.consent.${consent}`);
  return consentNote === '' ? said : `${said}. ${consentNote}`;
}

function takenOf(lang: Lang, takenAt: string | null): string {
  if (takenAt === null) return t(lang)('photos.takenUnknown');
  const time = takenAt.slice(11, 16);
  return `${formatDate(lang, takenAt.slice(0, 10))} ${lang === 'id' ? time.replace(':', '.') : time}`;
}

function Kept({ lang, staff, photo, file }: Card & { file: string }): VNode {
  return (
    <>
      {photo.keptReason}{' '}
      {staff.has('officer') ? <a href={`${file}?asli=1`}>{t(lang)('photos.original')}</a> : null}
    </>
  );
}

/** Each field bears the photo's id, so that no two on the page are called the same. */
function Words({ lang, agency, head, photo, number, typed, errors }: Card): VNode {
  const tr = t(lang);
  const { id } = photo;
  const sent = typed?.photo === id && typed.values.reason === undefined ? typed.values : null;
  const consent = sent?.consent ?? photo.consent;
  return (
    <details open={sent !== null || !isDescribed(photo)}>
      <summary>{tr('photos.edit')}</summary>
      <form method="post" action={to('ceremonyPhotos', { agency: agency.id, ceremony: head.id })} novalidate>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name={`seq-${id}`} value={sent?.seq ?? photo.wordsSeq} />
        <TextField
          name={`caption-${id}`}
          label={tr('photos.caption', { number })}
          hint={tr('photos.captionHint')}
          value={sent?.caption ?? photo.caption}
          errors={errors}
          maxLength={CAPTION_LIMIT}
        />
        <Choices
          type="radio"
          name={`consent-${id}`}
          legend={tr('photos.consent')}
          options={CONSENTS.map((value) => ({
            value,
            text: tr(`photos.consent.${value}`),
            checked: value === consent,
          }))}
        />
        <TextField
          name={`consentNote-${id}`}
          label={tr('photos.consentNote')}
          value={sent?.consentNote ?? photo.consentNote}
          errors={errors}
          maxLength={CAPTION_LIMIT}
        />
        <TextField
          name={`position-${id}`}
          label={tr('photos.position')}
          value={sent?.position ?? String(photo.position ?? '')}
          inputMode="numeric"
          errors={errors}
          short
        />
        <button type="submit" name="act" value="words">
          {tr('photos.save', { number })}
        </button>
      </form>
    </details>
  );
}

function Remove({ lang, agency, head, photo, number, typed, errors }: Card): VNode {
  const tr = t(lang);
  const { id } = photo;
  const sent = typed?.photo === id ? typed.values.reason : undefined;
  return (
    <details open={sent !== undefined}>
      <summary>{tr('photos.remove')}</summary>
      <form method="post" action={to('ceremonyPhotos', { agency: agency.id, ceremony: head.id })} novalidate>
        <p>{tr('photos.removeHint')}</p>
        <input type="hidden" name="id" value={id} />
        <TextField
          name={`reason-${id}`}
          label={tr('photos.reason', { number })}
          hint={tr('photos.reasonHint')}
          value={sent}
          errors={errors}
          maxLength={500}
          required
        />
        <button type="submit" class="second" name="act" value="remove">
          {tr('photos.removeNow')}
        </button>
      </form>
    </details>
  );
}
