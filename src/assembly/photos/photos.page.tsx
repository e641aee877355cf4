import { type ActionName, actor, showWork } from '../../access/index.ts';
import { type Frame, formErrors, frameOf } from '../../campaigns/index.ts';
import { type CeremonyHead, ceremonyHead } from '../../ceremonies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { field, fields } from '../../platform/http/form.ts';
import { answerJson, download, wantsJson } from '../../platform/http/respond.tsx';
import { storedFile } from '../../platform/http/stored-file.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { addPhoto } from './add-photo.ts';
import { describePhoto } from './describe-photo.ts';
import { t } from './messages.ts';
import { allPhotos, FILE_LIMIT, type Photo, photoBytes, photoOf } from './photo.ts';
import { PhotoList, type Typed } from './photos.view.tsx';
import { removePhoto } from './remove-photo.ts';

export type PhotoFrame = Frame & { head: CeremonyHead };

interface Again {
  errors?: FieldErrors;
  /** The form that was sent back, by the id of its photo; '' is the one that adds. */
  typed?: Typed | null;
  added?: number;
  status?: 200 | 409 | 422;
}

/** Photos of one ceremony: sent by officers and operators, shown to them and to leaders. */
export function photoPages(app: App, platform: Platform): void {
  app.get(urls.ceremonyPhotos, async (c) => page(c, platform, await here(c, platform, 'photos.see')));

  app.post(urls.ceremonyPhotos, async (c) => {
    const frame = await here(c, platform, 'photos.change');
    const body = await c.req.parseBody({ all: true });
    if (body.act === 'words') return describe(c, platform, frame, body);
    if (body.act === 'remove') return remove(c, platform, frame, body);
    return wantsJson(c) ? addOne(c, platform, frame, body) : addAll(c, platform, frame, body);
  });

  app.get(urls.ceremonyPhoto, async (c) => {
    const frame = await here(c, platform, 'photos.see');
    const photo = await ownPhoto(platform, frame, c.req.param('photo'));
    const original = c.req.query('asli') === '1';
    if (original && !frame.staff.has('officer')) throw new Refusal('access.notYours', 403);
    const bytes = await photoBytes(
      platform.pool,
      frame.agency.id,
      photo.id,
      original ? 'original' : 'picture',
    );
    if (!bytes) throw new Refusal('photos.unknown', 404);
    const name = `foto-${photo.id}${original ? '-asli' : ''}.jpg`;
    if (!original) return storedFile(c, bytes, 'image/jpeg', name);
    c.set('alone', true);
    return download(c, new Uint8Array(bytes), 'image/jpeg', name);
  });
}

/** @throws Refusal 401, 403, 404 */
async function here(c: Ctx, platform: Platform, action: ActionName): Promise<PhotoFrame> {
  const frame = await frameOf(c, platform, action);
  return {
    ...frame,
    head: await ceremonyHead(platform.pool, frame.agency.id, c.req.param('ceremony') ?? ''),
  };
}

/** Somebody limited to units has to do with the photos they sent themselves: a photo is of no unit. */
function isOwn({ staff }: PhotoFrame, photo: Photo): boolean {
  return staff.unitIds === null || photo.addedBy === actor(staff);
}

/** @throws Refusal photos.unknown (404) */
async function ownPhoto({ pool }: Platform, frame: PhotoFrame, id: string): Promise<Photo> {
  const photo = await photoOf(pool, frame.agency.id, frame.head.id, id);
  if (!isOwn(frame, photo)) throw new Refusal('photos.unknown', 404);
  return photo;
}

/** For the page's script: one photo at a time, refusals as JSON by the border. */
async function addOne(
  c: Ctx,
  platform: Platform,
  frame: PhotoFrame,
  body: Record<string, unknown>,
): Promise<Response> {
  const [file] = filesOf(body);
  if (!file) throw new Refusal('photos.missing');
  return answerJson(c, { id: await add(platform, frame, body, file) });
}

/** Each by itself: what is wrong with one keeps no other from being kept. */
async function addAll(
  c: Ctx,
  platform: Platform,
  frame: PhotoFrame,
  body: Record<string, unknown>,
): Promise<Response> {
  const { lang } = frame;
  const files = filesOf(body);
  const typed = { photo: '', values: typedOf(body, ['keep', 'keptReason']) };
  const errors: Record<string, string> = files.length > 0 ? {} : { photo: t(lang)('photos.missing') };
  let added = 0;
  for (const [at, file] of files.entries()) {
    try {
      await add(platform, frame, body, file);
      added += 1;
    } catch (error) {
      if (!(error instanceof Refusal) || ![409, 422].includes(error.status)) throw error;
      const problem = refusalText(lang, error);
      if (error.code === 'photos.noKeptReason') errors.keptReason = problem;
      else
        errors[at === 0 ? 'photo' : `photo-${at}`] = t(lang)('photos.inFile', { name: file.name, problem });
    }
  }
  if (Object.keys(errors).length > 0) return page(c, platform, frame, { errors, typed, added, status: 422 });
  return c.redirect(to('ceremonyPhotos', { agency: frame.agency.id, ceremony: frame.head.id }), 303);
}

async function add(
  platform: Platform,
  { agency, head, staff }: PhotoFrame,
  body: Record<string, unknown>,
  file: File,
): Promise<string> {
  if (file.size > FILE_LIMIT) throw new Refusal('photos.tooLarge');
  const photo = {
    ...{ agencyId: agency.id, ceremonyId: head.id, by: actor(staff), takenAt: field(body, 'taken') },
    keptReason: field(body, 'keep') === '1' ? field(body, 'keptReason') : null,
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
  return transaction(platform.pool, (client) => addPhoto(client, photo, platform.now()));
}

function filesOf(body: Record<string, unknown>): File[] {
  return [body.photo].flat().filter((file): file is File => file instanceof File && file.size > 0);
}

const WORDS = ['caption', 'consent', 'consentNote', 'position', 'seq'];
const WORD_FIELD: Record<string, string> = {
  'photos.longNote': 'consentNote',
  'photos.badPosition': 'position',
};

async function describe(
  c: Ctx,
  platform: Platform,
  frame: PhotoFrame,
  body: Record<string, unknown>,
): Promise<Response> {
  const photo = await ownPhoto(platform, frame, field(body, 'id'));
  const values = typedOf(body, WORDS, `-${photo.id}`);
  const { caption = '', consent = '', consentNote = '', position = '' } = values;
  const words = { caption, consent, consentNote, position, seq: Number(values.seq), by: actor(frame.staff) };
  return change(c, platform, frame, { photo: photo.id, values }, WORD_FIELD, 'caption', () =>
    transaction(platform.pool, (client) =>
      describePhoto(client, frame.agency.id, photo, words, platform.now()),
    ),
  );
}

async function remove(
  c: Ctx,
  platform: Platform,
  frame: PhotoFrame,
  body: Record<string, unknown>,
): Promise<Response> {
  const photo = await ownPhoto(platform, frame, field(body, 'id'));
  const [why, by] = [field(body, `reason-${photo.id}`), actor(frame.staff)];
  return change(c, platform, frame, { photo: photo.id, values: { reason: why } }, {}, 'reason', () =>
    transaction(platform.pool, (client) =>
      removePhoto(client, frame.agency.id, photo, why, by, platform.now()),
    ),
  );
}

async function change(
  c: Ctx,
  platform: Platform,
  frame: PhotoFrame,
  typed: Typed,
  fieldOf: Record<string, string>,
  otherwise: string,
  act: () => Promise<void>,
): Promise<Response> {
  try {
    await act();
  } catch (error) {
    const name = (error instanceof Refusal && fieldOf[error.code]) || otherwise;
    const { errors, status } = formErrors(frame.lang, error, `${name}-${typed.photo}`);
    return page(c, platform, frame, { errors, typed, status });
  }
  const at = to('ceremonyPhotos', { agency: frame.agency.id, ceremony: frame.head.id });
  return c.redirect(`${at}#foto-${typed.photo}`, 303);
}

/** The fields of one photo end with its id. */
function typedOf(
  body: Record<string, unknown>,
  names: readonly string[],
  ending = '',
): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, fields(body, name + ending)[0] ?? '']));
}

async function page(
  c: Ctx,
  platform: Platform,
  frame: PhotoFrame,
  { errors = {}, typed = null, added = 0, status = 200 }: Again = {},
): Promise<Response> {
  const { kept, removed } = await allPhotos(platform.pool, frame.agency.id, frame.head.id);
  const own = (photo: Photo) => isOwn(frame, photo);
  const [photos, gone] = [kept.filter(own), removed.filter(own)];
  return showWork(c, {
    title: `${t(frame.lang)('photos.title')} · ${frame.head.title}`,
    brand: frame.agency.name,
    status,
    islands: ['photo'],
    body: <PhotoList {...{ ...frame, photos, gone, errors, typed, added }} />,
  });
}
