import type { VNode } from 'preact';
import { registerNow } from '../../../law/index.ts';
import { dateIn } from '../../../platform/format.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { show } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { refusalText } from '../../../platform/i18n.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { admitWait, waitToken } from '../../abuse/index.ts';
import { newRandomId, newReturnCode } from '../../seal/index.ts';
import { attach, LIMITS, StripError, tooMuch } from '../attached.ts';
import { t } from '../messages.ts';
import { type Place, placeOf } from '../place.ts';
import type { Attached, Written } from '../sealed-report.ts';
import { selfCheck } from '../self-check.ts';
import { sendPlain } from '../send-plain.ts';
import { writtenIn, wrongIn } from '../written.ts';
import { CheckView, ClosedView } from './agency.view.tsx';
import { backAddress } from './back-address.ts';
import { Done } from './done.view.tsx';
import { FormView, type Ticket } from './form.view.tsx';

const CASE = /^[0-9a-hjkmnp-tv-z]{16}$/;

/** All steps of a report at one address: check, write, and what came of it. Only what is posted tells them apart. */
export function agencyPage(app: App, platform: Platform): void {
  app.get(urls.reportAgency, async (c) => {
    const place = await placeOf(platform, c.req.param('agency'));
    return closed(c, place) ?? check(c, platform, place, null);
  });

  app.post(urls.reportAgency, async (c) => {
    const place = await placeOf(platform, c.req.param('agency'));
    const form = await formIn(c);
    const act = form.get('act');
    if (place.state !== 'open') return closed(c, place) as Response;
    if (act === 'check')
      return check(c, platform, place, { words: line(form, 'saw'), topicId: line(form, 'topic') });
    if (act === 'send') return send(c, platform, place, form);
    const written = { ...writtenIn(form), mode: 'anonymous' as const };
    return write(c, place, { written, ticket: newTicket(platform, place) });
  });
}

function closed(c: Ctx, { agency, state }: Place): Response | null {
  const { lang } = c.get('visit');
  const tr = t(lang);
  if (state === 'open') return null;
  const why = state === 'closed' ? tr('reporting.closed', { agency: agency.name }) : tr('reporting.chainBad');
  return page(c, agency.name, <ClosedView {...{ lang, agency, why }} />);
}

async function check(
  c: Ctx,
  { pool, now }: Platform,
  { agency }: Place,
  asked: { words: string; topicId: string } | null,
): Promise<Response> {
  const { lang } = c.get('visit');
  const register = asked && (await registerNow(pool));
  const checked = asked && register ? selfCheck(asked, dateIn(now(), agency.zone), register) : [];
  return page(c, agency.name, <CheckView {...{ lang, agency, asked, checked }} />);
}

interface Writing {
  written: Written;
  ticket: Ticket;
  errors?: FieldErrors;
  early?: number;
}

function write(c: Ctx, place: Place, writing: Writing): Response {
  const { lang } = c.get('visit');
  const { errors = {}, early = 0 } = writing;
  const { agency, recipients } = place;
  const back = backAddress(c);
  const shown = { lang, agency, recipients, back, ...writing, errors, early };
  const status = early > 0 ? 429 : Object.keys(errors).length > 0 ? 422 : 200;
  return page(c, agency.name, <FormView {...shown} />, { status, islands: ['report'] });
}

/** Nothing that was typed goes anywhere but into the seal or back onto the page: no log, no error, no table. */
async function send(c: Ctx, platform: Platform, place: Place, form: FormData): Promise<Response> {
  const { lang } = c.get('visit');
  const { agency, recipients } = place;
  const written = writtenIn(form);
  const ticket = ticketIn(form);
  const sent = { kind: 'report', channel: agency.id, subject: `report:${ticket.caseId}` } as const;
  const { files, wrong } = await filesIn(form);
  const wrongs = { ...wrongIn(written, recipients), ...wrong };
  if (Object.keys(wrongs).length > 0) {
    const texts = Object.entries(wrongs).map(([name, code]) => [
      name,
      t(lang)(code as 'reporting.missing', LIMITS),
    ]);
    return write(c, place, {
      written,
      ticket,
      errors: { ...Object.fromEntries(texts), ...filesAgain(c, form) },
    });
  }
  const early = admitWait(platform, sent, ticket.wait);
  if (early > 0) return write(c, place, { written, ticket, early, errors: filesAgain(c, form) });
  try {
    const { caseId, code } = ticket;
    await sendPlain(platform, { agency, caseId, code, written, files, recipients });
  } catch (error) {
    if (!(error instanceof Refusal) || ![409, 422].includes(error.status)) throw error;
    return write(c, place, {
      written,
      ticket,
      errors: { '': refusalText(lang, error), ...filesAgain(c, form) },
    });
  }
  const done = <Done lang={lang} code={ticket.code} back={backAddress(c)} script={false} />;
  return page(c, agency.name, done);
}

function newTicket(platform: Platform, { agency }: Place): Ticket {
  const caseId = newRandomId();
  const sent = { kind: 'report', channel: agency.id, subject: `report:${caseId}` } as const;
  return { caseId, code: newReturnCode(), wait: waitToken(platform, sent) };
}

function ticketIn(form: FormData): Ticket {
  const [caseId, code, wait] = [line(form, 'case'), line(form, 'code'), line(form, 'wait')];
  if (!CASE.test(caseId)) throw new Refusal('reporting.unreadable', 400);
  return { caseId, code, wait };
}

async function filesIn(form: FormData): Promise<{ files: Attached[]; wrong: Record<string, string> }> {
  const given = form.getAll('files').filter((file) => typeof file !== 'string' && file.size > 0) as File[];
  const much = tooMuch(given.map(({ size }) => size));
  if (much) return { files: [], wrong: { files: much } };
  try {
    const original = form.get('original') === 'yes';
    const files = given.map(async (file, index) =>
      attach(new Uint8Array(await file.arrayBuffer()), file, index + 1, original),
    );
    return { files: await Promise.all(files), wrong: {} };
  } catch (error) {
    if (error instanceof StripError) return { files: [], wrong: { files: 'reporting.fileDamaged' } };
    throw error;
  }
}

/** A file cannot be put back into a form. */
function filesAgain(c: Ctx, form: FormData): FieldErrors {
  const had = form.getAll('files').some((file) => typeof file !== 'string' && file.size > 0);
  return had ? { files: t(c.get('visit').lang)('reporting.filesAgain') } : {};
}

async function formIn(c: Ctx): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch {
    throw new Refusal('reporting.unreadable', 400);
  }
}

function line(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim().slice(0, 200) : '';
}

function page(
  c: Ctx,
  title: string,
  body: VNode,
  more: { status?: 200 | 422 | 429; islands?: string[] } = {},
): Response {
  return show(c, {
    title: t(c.get('visit').lang)('reporting.agencyTitle', { agency: title }),
    narrow: true,
    body,
    ...more,
  });
}
