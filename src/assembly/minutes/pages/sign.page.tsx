import { formErrors } from '../../../campaigns/index.ts';
import { transaction } from '../../../platform/db/index.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { addressOf } from '../../../platform/http/address.ts';
import { field } from '../../../platform/http/form.ts';
import { show } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { readDrawing } from '../../../signing/index.ts';
import { to, urls } from '../../../urls.ts';
import { type Came, objectToMinutes, signMinutes } from '../mark.ts';
import { t } from '../messages.ts';
import { type Draft, draftOf, type Signer, signersOf, versionsOf } from '../minutes.ts';
import { type SignerPlace, signerByCode, signerCode } from '../signer-code.ts';
import { picturesOf } from '../sources.ts';
import { SignedMinutes, SignMinutes, Superseded } from './sign.view.tsx';

/** The page of one signer: no account, one person, one frozen draft. */
export function minutesSignPage(app: App, platform: Platform): void {
  app.get(urls.minutesSign, async (c) => {
    const here = await signerHere(c, platform);
    const asked = c.req.query('foto');
    if (asked !== undefined) return photo(c, platform, here, Number(asked));
    if (here.signer.kind !== null) return done(c, platform, here);
    const newest = (await draftOf(platform.pool, here.place)) as Draft;
    if (newest.draft === here.place.draft) return form(c, here, { typedName: '', objection: '' }, {});
    return superseded(c, await ownInNewer(platform, here, newest));
  });

  app.post(urls.minutesSign, async (c) => {
    const here = await signerHere(c, platform);
    const body = await c.req.parseBody();
    const typed = {
      typedName: field(body, 'typedName').slice(0, 200),
      objection: field(body, 'objection').slice(0, 4000),
    };
    const objects = field(body, 'act') === 'object';
    const drawing = readDrawing(field(body, 'drawing'));
    const { place, signer } = here;
    try {
      await transaction(platform.pool, (client) =>
        objects
          ? objectToMinutes(client, place, signer, { ...typed, ...cameBy(c, place) }, platform.now())
          : signMinutes(client, place, signer, { ...typed, drawing, ...cameBy(c, place) }, platform.now()),
      );
    } catch (error) {
      const { errors, status } = formErrors(here.lang, error, objects ? 'objection' : 'typedName');
      return form(c, here, typed, errors, status);
    }
    return c.redirect(c.req.path, 303);
  });
}

interface Here {
  lang: 'id' | 'en';
  place: SignerPlace;
  draft: Draft;
  signer: Signer;
}

/** @throws Refusal minutes.noSuchCode (404), minutes.slowDown (429) */
async function signerHere(c: Ctx, platform: Platform): Promise<Here> {
  const place = await signerByCode(platform, c.req.param('code') ?? '', addressOf(c));
  const draft = (await draftOf(platform.pool, place, place.draft)) as Draft;
  const signers = await signersOf(platform.pool, place, place.draft);
  const signer = signers.find(({ seq }) => seq === place.seq) as Signer;
  return { lang: c.get('visit').lang, place, draft, signer };
}

/** In a browser where an officer of the institution is signed in, it is the clerk's device, and the record says so. */
function cameBy(c: Ctx, { agencyId, ceremonyId, seq }: SignerPlace): Came {
  const { account } = c.get('visit');
  const clerk = account?.grants.some((grant) => grant.agencyId === agencyId && grant.role === 'officer');
  if (account && clerk) return { method: 'device', by: `account:${account.id}` };
  return { method: 'link', by: `minutes:${ceremonyId}/${seq}` };
}

/**
 * The address of the same person in the newest draft; null where they are not among its signers, or not told apart.
 * Attacker: another of the same name, who would sign for them.
 */
async function ownInNewer(platform: Platform, { place, signer }: Here, { draft }: Draft) {
  const signers = await signersOf(platform.pool, place, draft);
  const [own, another] = signers.filter((one) => SAME.every((key) => one[key] === signer[key]));
  if (!own || another) return null;
  return to('minutesSign', { code: signerCode(platform, { ...place, draft, seq: own.seq }) });
}

const SAME = ['role', 'name', 'office', 'institution'] as const;

/** A photo of the draft, counted from 1. */
async function photo(c: Ctx, { pool }: Platform, { place, draft }: Here, n: number): Promise<Response> {
  const wanted = draft.content.photos[n - 1];
  if (!wanted) throw new Refusal('minutes.noSuchPhoto', 404);
  const [bytes] = (await picturesOf(pool, place, [wanted])) as [Buffer];
  c.header('Content-Type', wanted.mediaType);
  return c.body(new Uint8Array(bytes));
}

function form(
  c: Ctx,
  here: Here,
  typed: { typedName: string; objection: string },
  errors: FieldErrors,
  status: 200 | 409 | 422 = 200,
): Response {
  return show(c, {
    title: t(here.lang)('minutes.signTitle'),
    narrow: true,
    status,
    islands: ['sign'],
    body: <SignMinutes {...here} {...{ typed, errors }} action={c.req.path} />,
  });
}

function superseded(c: Ctx, newer: string | null): Response {
  const { lang } = c.get('visit');
  return show(c, {
    title: t(lang)('minutes.signTitle'),
    narrow: true,
    body: <Superseded lang={lang} newer={newer} />,
  });
}

async function done(c: Ctx, platform: Platform, here: Here): Promise<Response> {
  const newest = (await draftOf(platform.pool, here.place)) as Draft;
  const newer = newest.draft > here.place.draft ? await ownInNewer(platform, here, newest) : null;
  const [version] = (await versionsOf(platform.pool, here.place)).filter(
    ({ draft, sealedAt }) =>
      draft === here.place.draft && here.signer.markedAt && sealedAt >= here.signer.markedAt,
  );
  return show(c, {
    title: t(here.lang)('minutes.thanks'),
    narrow: true,
    body: <SignedMinutes {...here} newer={newer} receipt={version?.receipt ?? null} />,
  });
}
