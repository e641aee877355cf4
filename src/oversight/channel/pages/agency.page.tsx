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
import { newRandomId, newReturnCode, RANDOM_ID } from '../../seal/index.ts';
import { LIMITS, StripError, tooMuch } from '../attached.ts';
import { attachAside } from '../clean-aside.ts';
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

/**
 * The form with a code of its own each time. Attacker: another site that posts a form of theirs here with something
 * missing; the page that answers would ask a reporter to go on under a code that the attacker knows.
 */
function write(c: Ctx, place: Place, writing: Writing): Response {
  const { lang } = c.get('visit');
  const { errors = {}, early = 0 } = writing;
  const ticket = { ...writing.ticket, code: newReturnCode() };
  const { agency, recipients } = place;
  const back = backAddress(c);
  const shown = { lang, agency, recipients, back, ...writing, ticket, errors, early };
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
  const askedAgain = (wrongs: Readonly<Record<string, string>>) => {
    const texts = Object.entries(wrongs).map(([name, code]) => [
      name,
      t(lang)(code as 'reporting.missing', LIMITS),
    ]);
    const errors = { ...filesAgain(c, form), ...Object.fromEntries(texts) };
    return write(c, place, { written, ticket, errors });
  };
  const given = filesGiven(form);
  const much = tooMuch(given.map(({ size }) => size));
  const wrongs = { ...wrongIn(written, recipients), ...(much ? { files: much } : {}) };
  if (Object.keys(wrongs).length > 0) return askedAgain(wrongs);
  // Before files are cleaned, which costs more than all the rest.
  const early = admitWait(platform, sent, ticket.wait);
  if (early > 0) return write(c, place, { written, ticket, early, errors: filesAgain(c, form) });
  const files = await cleaned(given, form.get('original') === 'yes');
  if (!files) return askedAgain({ files: 'reporting.fileDamaged' });
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
  if (!RANDOM_ID.test(caseId)) throw new Refusal('reporting.unreadable', 400);
  return { caseId, code, wait };
}

function filesGiven(form: FormData): File[] {
  return form.getAll('files').filter((file) => typeof file !== 'string' && file.size > 0) as File[];
}

/** Null where one is damaged, or unpacks to too much. */
async function cleaned(given: readonly File[], original: boolean): Promise<Attached[] | null> {
  try {
    return await attachAside(given, original);
  } catch (error) {
    if (error instanceof StripError) return null;
    throw error;
  }
}

/** A file cannot be put back into a form. */
function filesAgain(c: Ctx, form: FormData): FieldErrors {
  return filesGiven(form).length > 0 ? { files: t(c.get('visit').lang)('reporting.filesAgain') } : {};
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
