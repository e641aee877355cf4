import { actor, showWork } from '../../access/index.ts';
import {
  type Campaign,
  campaignOf,
  type Frame,
  fieldErrors,
  formErrors,
  frameOf,
  tidyLine,
} from '../../campaigns/index.ts';
import { SOURCE_LIMIT } from '../../ceremonies/index.ts';
import { type Register, registerNow } from '../../law/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { formatDate } from '../../platform/format.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { checkAside } from '../aside/check-aside.ts';
import { type Checked, GIVEN_LIMIT } from '../aside/check-given.ts';
import { acceptDraft, readAccepted } from '../draft/accept.ts';
import type { ProposalContext } from '../draft/propose.ts';
import { propose } from '../draft/propose.ts';
import { t } from '../messages.ts';
import { FromTextForm } from './from-text.view.tsx';
import { type GivenForm, readGiven } from './given-form.ts';
import { Proposals } from './proposals.view.tsx';
import { refuseLarge } from './refuse-large.ts';

type Here = Frame & { campaign: Campaign; register: Register };

/** From an article to the record of a ceremony: read, accepted field by field, then written in one transaction. */
export function fromTextPage(app: App, platform: Platform): void {
  app.use(urls.ceremonyFromText, refuseLarge(GIVEN_LIMIT));

  app.get(urls.ceremonyFromText, async (c) => form(c, await here(c, platform), {}, {}));

  app.post(urls.ceremonyFromText, async (c) => {
    const at = await here(c, platform);
    const posted = await readGiven(c);
    const { typed } = posted;
    const errors = { ...posted.errors, ...(typed.judul?.trim() ? {} : untitled(at)) };
    if (Object.keys(errors).length > 0) return form(c, at, typed, errors);
    if (typed.tindakan === 'simpan') return save(c, platform, at, posted);
    try {
      const checked = await read(posted, at);
      return proposals(c, at, checked, { ...fresh(checked, typed), id: newId(platform.now()) });
    } catch (error) {
      if (error instanceof Refusal && error.status === 503) throw error;
      const field = typeof posted.given === 'string' ? 'naskah' : 'file';
      return form(c, at, typed, unread(at, error, field));
    }
  });
}

/** A file too large is a mistake in the form, as every other here. */
function unread({ lang }: Here, error: unknown, field: string): FieldErrors {
  if (!(error instanceof Refusal)) throw error;
  return formErrors(lang, new Refusal(error.code, 422, error.params), field).errors;
}

async function here(c: Ctx, platform: Platform): Promise<Here> {
  const frame = await frameOf(c, platform, 'ceremony.plan');
  const campaign = await campaignOf(platform.pool, frame.agency.id, c.req.param('campaign') ?? '');
  return { ...frame, campaign, register: await registerNow(platform.pool) };
}

const untitled = ({ lang }: Here): FieldErrors => ({ judul: t(lang)('newsroom.given.noTitle') });

/** @throws Refusal for a text that cannot be read or is too long to be kept */
async function read({ given }: GivenForm, { lang, register }: Here): Promise<Checked> {
  const checked = await checkAside(given, { lang, register });
  if (checked.text.length > SOURCE_LIMIT)
    throw new Refusal('ceremonies.sourceTooLong', 422, { limit: '200.000' });
  return checked;
}

type Typed = Readonly<Record<string, string>>;

/** The text as it was read, so that a file need not be sent again; its publisher where the text names one. */
function fresh({ text, result }: Checked, typed: Typed): Typed {
  const publisher = result.record.publisher?.value;
  const penerbit = typed.penerbit?.trim() || (typeof publisher === 'string' ? publisher : '');
  return { ...typed, naskah: text, penerbit };
}

async function save(c: Ctx, { pool, now }: Platform, at: Here, posted: GivenForm): Promise<Response> {
  const { agency, campaign, staff, lang } = at;
  const { typed, accepted } = posted;
  const draft = readAccepted(typed, accepted);
  const again = async (errors: FieldErrors) =>
    proposals(c, at, await read(posted, at), typed, { errors, accepted });
  if (draft.problems.length > 0) return again(fieldErrors(lang, draft.problems));
  const id = /^[0-9a-z]{16}$/.test(typed.id ?? '') ? (typed.id as string) : newId(now());
  const source = {
    title: tidyLine(typed.judul ?? ''),
    publisher: tidyLine(typed.penerbit ?? '') || null,
    body: (await read(posted, at)).text.trim(),
  };
  const ids = { agencyId: agency.id, campaignId: campaign.id, id, by: actor(staff) };
  try {
    await transaction(pool, (client) =>
      acceptDraft(client, { ...draft, ...ids, source, isExample: campaign.isExample }, now()),
    );
  } catch (error) {
    // The form was sent twice: the ceremony is there already.
    if ((error as { code?: string }).code !== '23505') return again(formErrors(lang, error).errors);
  }
  return c.redirect(to('ceremony', { agency: agency.id, ceremony: id }), 303);
}

function form(c: Ctx, at: Here, typed: Typed, errors: FieldErrors): Response {
  return showWork(c, {
    title: t(at.lang)('newsroom.fromText'),
    brand: at.agency.name,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <FromTextForm {...{ ...at, typed, errors }} />,
  });
}

function proposals(
  c: Ctx,
  at: Here,
  { text, result }: Checked,
  typed: Typed,
  sentBack?: { errors: FieldErrors; accepted: readonly string[] },
): Response {
  const { lang, agency } = at;
  const found = propose(result.record, contextOf(at, text, typed));
  return showWork(c, {
    title: t(lang)('newsroom.fromText'),
    brand: agency.name,
    status: sentBack ? 422 : 200,
    body: <Proposals {...{ ...at, text, typed, found, record: result.record, sentBack }} />,
  });
}

function contextOf({ lang }: Here, text: string, { judul = '', penerbit = '' }: Typed): ProposalContext {
  const tr = t(lang);
  return {
    text,
    source: [penerbit, judul].filter(Boolean).join(', ').slice(0, 400),
    derivedDate: (printed) => tr('newsroom.draft.derivedDate', { printed }),
    printedDate: (printed) => tr('newsroom.draft.printedDate', { printed }),
    notBefore: (date) => tr('newsroom.draft.notBefore', { date: formatDate(lang, date) }),
  };
}
