import { actor, type Staff, showWork } from '../../../access/index.ts';
import { type Frame, fieldErrors, formErrors, frameOf, ownUnits } from '../../../campaigns/index.ts';
import { type CeremonyHead, ceremonyHead } from '../../../ceremonies/index.ts';
import { sealOf } from '../../../evidence/index.ts';
import { publicAddress } from '../../../platform/config.ts';
import { transaction } from '../../../platform/db/index.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { field, fields } from '../../../platform/http/form.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { randomPart } from '../../../platform/random.ts';
import { to, urls } from '../../../urls.ts';
import { ceremonyCounts } from '../../counts.ts';
import { absentNow } from '../absent.ts';
import { expectedTold } from '../expected-told.ts';
import { factsNow } from '../facts.ts';
import { freezeMinutes } from '../freeze.ts';
import { t } from '../messages.ts';
import { type Draft, draftOf, lastSignature, type Signer, signersOf, versionsOf } from '../minutes.ts';
import { missingFacts } from '../missing.ts';
import { sealDraft } from '../seal.ts';
import { signerCode } from '../signer-code.ts';
import { photosToChoose } from '../sources.ts';
import { checkTold, type Told, toldOf } from '../told.ts';
import { MinutesPage } from './minutes.view.tsx';
import type { Preparing } from './prepare.view.tsx';

type Here = Frame & { head: CeremonyHead };

export function minutesPage(app: App, platform: Platform): void {
  app.get(urls.ceremonyMinutes, async (c) => {
    const frame = await frameOf(c, platform, 'minutes.read');
    return page(c, platform, await hereOf(c, platform, frame), null, {});
  });

  app.post(urls.ceremonyMinutes, async (c) => {
    const here = await hereOf(c, platform, await frameOf(c, platform, 'minutes.make'));
    const body = await c.req.parseBody({ all: true });
    return field(body, 'act') === 'seal' ? seal(c, platform, here, body) : freeze(c, platform, here, body);
  });
}

async function hereOf(c: Ctx, { pool }: Platform, frame: Frame): Promise<Here> {
  return { ...frame, head: await ceremonyHead(pool, frame.agency.id, c.req.param('ceremony') ?? '') };
}

async function freeze(
  c: Ctx,
  platform: Platform,
  here: Here,
  body: Record<string, unknown>,
): Promise<Response> {
  const told = toldOf((name) => field(body, name), fields(body, 'photo'));
  const problems = checkTold(told);
  if (problems.length > 0) return page(c, platform, here, told, fieldErrors(here.lang, problems), 422);
  const draft = Number(field(body, 'draft')) || 0;
  try {
    await transaction(platform.pool, (client) =>
      freezeMinutes(client, platform, whoAt(here), { draft, told }),
    );
  } catch (error) {
    const { errors, status } = formErrors(here.lang, error);
    return page(c, platform, here, told, errors, status);
  }
  return c.redirect(to('ceremonyMinutes', { agency: here.agency.id, ceremony: here.head.id }), 303);
}

async function seal(
  c: Ctx,
  platform: Platform,
  here: Here,
  body: Record<string, unknown>,
): Promise<Response> {
  const version = Number(field(body, 'version')) || 0;
  try {
    // A seal must be older than what it seals, whenever the first file is asked for.
    await sealOf(platform, here.agency.id);
    await transaction(platform.pool, (client) => sealDraft(client, platform, whoAt(here), version));
  } catch (error) {
    const { errors, status } = formErrors(here.lang, error);
    return page(c, platform, here, null, errors, status);
  }
  const at = to('ceremonyMinutes', { agency: here.agency.id, ceremony: here.head.id });
  return c.redirect(`${at}?versi=${version}`, 303);
}

function whoAt({ agency, head, staff }: Here) {
  return { agencyId: agency.id, ceremonyId: head.id, by: actor(staff) };
}

async function page(
  c: Ctx,
  platform: Platform,
  here: Here,
  typed: Told | null,
  errors: FieldErrors,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { lang, agency, head, staff } = here;
  const { pool } = platform;
  const where = { agencyId: agency.id, ceremonyId: head.id };
  const draft = await draftOf(pool, where);
  const signers = draft ? await signersOf(pool, where, draft.draft) : [];
  const versions = await versionsOf(pool, where);
  const writes = isWriter(staff);
  const last = draft && { draft, signers };
  const preparing = writes ? await preparingOf(platform, here, last, typed, errors) : null;
  const asked = versions.find(({ version }) => String(version) === c.req.query('versi'));
  const sealed = asked && {
    version: asked,
    lastSignature: await lastSignature(pool, where, asked.sealedAt),
  };
  const unitIds = await ownUnits(pool, staff);
  return showWork(c, {
    title: t(lang)('minutes.title'),
    brand: agency.name,
    status,
    body: (
      <MinutesPage
        {...here}
        {...{ versions, draft, signers, preparing, errors }}
        sealed={sealed ?? null}
        addresses={writes && draft ? addressesOf(platform, here, draft, signers) : new Map()}
        part={unitIds ? await ceremonyCounts(pool, { ...where, unitIds }) : null}
        mayListAbsent={['officer', 'leader', 'operator'].some((role) => staff.has(role as 'officer'))}
      />
    ),
  });
}

/** Minutes are of the whole ceremony: an officer for some units reads them as an operator does. */
function isWriter({ grants }: Staff): boolean {
  return grants.some(({ role, unitId }) => role === 'officer' && unitId === null);
}

function addressesOf(
  platform: Platform,
  { agency, head }: Here,
  { draft }: Draft,
  signers: readonly Signer[],
): Map<number, string> {
  const at = { agencyId: agency.id, ceremonyId: head.id, draft };
  const address = (seq: number) =>
    publicAddress(platform.config) + to('minutesSign', { code: signerCode(platform, { ...at, seq }) });
  return new Map(signers.map(({ seq }) => [seq, address(seq)]));
}

async function preparingOf(
  { pool, now }: Platform,
  { agency, head }: Here,
  last: { draft: Draft; signers: readonly Signer[] } | null,
  typed: Told | null,
  errors: FieldErrors,
): Promise<Preparing> {
  const where = { agencyId: agency.id, ceremonyId: head.id };
  const told = typed ?? (await expectedTold(pool, where, last));
  const annex = { list: await absentNow(pool, where), salt: last?.draft.salt ?? randomPart(32) };
  const content = await factsNow(pool, where, told, annex, now());
  return {
    ...{ content, told, errors, startsAt: head.startsAt, draft: last?.draft.draft ?? 0 },
    missing: missingFacts(content, told),
    album: await photosToChoose(pool, where),
  };
}
