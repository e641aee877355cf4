import type { VNode } from 'preact';
import { forAgency, transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { show } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { admitWait, type Sent, waitToken } from '../abuse/index.ts';
import { newRandomId, RANDOM_ID, readCode } from '../seal/index.ts';
import { type Again, AskView, type Ticket } from './ask.view.tsx';
import { beat } from './beat.ts';
import { boxPages } from './box.page.ts';
import { codeFault } from './code-fault.ts';
import { Forgotten } from './forgotten.view.tsx';
import { t } from './messages.ts';
import { OpenedView } from './opened.view.tsx';
import { openPlain, type PlainBox } from './plain.ts';
import { replyPlain } from './reply-plain.ts';
import { forget } from './write.ts';

const BEAT_MS = 1000;
/** Pages without script have a multiple of this size, whatever stands in them. */
const STEP_BYTES = 64 * 1024;

/** The way back: with nine words, nothing else. */
export function backPages(app: App, platform: Platform): void {
  app.get(urls.reportBack, (c) => ask(c, platform, {}));

  app.post(urls.reportBack, async (c) => {
    const { next } = beat(BEAT_MS);
    const form = await formIn(c);
    const answer = await answerTo(c, platform, form);
    await next();
    return answer;
  });
  boxPages(app, platform);
}

async function answerTo(c: Ctx, platform: Platform, form: FormData): Promise<Response> {
  const { lang } = c.get('visit');
  const [typed, act] = [line(form, 'code'), line(form, 'act')];
  const read = readCode(typed);
  if (!('bits' in read))
    return ask(c, platform, { typed, errors: { code: codeFault(lang, read) }, status: 422 });
  const ticket = ticketIn(form);
  const opening = openingOf(ticket.id);
  // Whatever is to be done: opening costs a slow hash, and nobody shall have one for nothing.
  const early = admitWait(platform, opening, ticket.door);
  if (early > 0) return ask(c, platform, { typed, ticket, early, again: againOf(form, act), status: 429 });
  try {
    const box = await openPlain(platform, read.bits);
    return padded(c, await done(c, platform, { form, act, box, typed, ticket }));
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 503) throw error;
    const busy = { '': refusalText(lang, error) };
    return ask(c, platform, { typed, ticket, errors: busy, again: againOf(form, act), status: 503 });
  }
}

interface Doing {
  form: FormData;
  act: string;
  box: PlainBox;
  typed: string;
  ticket: Ticket;
}

/** All answers below say 200: the line that says it would differ in length where a code does not exist. */
async function done(c: Ctx, platform: Platform, { form, act, box, typed, ticket }: Doing): Promise<Response> {
  const { lang } = c.get('visit');
  const tr = t(lang);
  const { head, opened } = box;
  if (!opened) return ask(c, platform, { typed, errors: { code: tr('mailbox.unknown') } });
  const place = { agencyId: head.agency, caseId: head.case };
  const sent: Sent = { kind: 'reply', channel: head.agency, subject: `reply:${head.case}:${ticket.id}` };
  const shown = { lang, head, opened, code: typed };
  const again = () => ({
    ticket: newTicket(platform, (id) => ({ ...sent, subject: `reply:${head.case}:${id}` })),
  });
  if (act === 'forget' && form.get('sure') === 'yes') {
    await forAgency(head.agency, () =>
      transaction(platform.pool, (client) => forget(client, place, platform.now())),
    );
    return page(c, tr('mailbox.forgotten'), <Forgotten lang={lang} />);
  }
  if (act !== 'reply') return page(c, tr('mailbox.title'), <OpenedView {...shown} {...again()} />);
  const early = admitWait(platform, sent, ticket.wait);
  const [text, name, contact] = [whole(form, 'text'), line(form, 'ownName'), line(form, 'contact')];
  const kept = { text, name, contact };
  if (early > 0) return page(c, tr('mailbox.title'), <OpenedView {...{ ...shown, ticket, early, kept }} />);
  try {
    await replyPlain(platform, box, form, kept);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errors = { text: refusalText(lang, error) };
    return page(c, tr('mailbox.title'), <OpenedView {...{ ...shown, ticket, kept, errors }} />);
  }
  const read = readCode(typed);
  const now = 'bits' in read ? await openPlain(platform, read.bits) : box;
  const fresh = { ...shown, opened: now.opened ?? opened, head: now.head, sent: true };
  return page(c, tr('mailbox.title'), <OpenedView {...fresh} {...again()} />);
}

interface Asking {
  typed?: string;
  ticket?: Ticket;
  errors?: FieldErrors;
  early?: number;
  again?: Again | null;
  status?: 200 | 422 | 429 | 503;
}

function ask(
  c: Ctx,
  platform: Platform,
  { typed = '', ticket, errors = {}, early = 0, again = null, status = 200 }: Asking,
): Response {
  const { lang } = c.get('visit');
  const made = ticket ?? newTicket(platform, openingOf);
  const body = <AskView {...{ lang, typed, ticket: made, errors, early, again }} />;
  return page(c, t(lang)('mailbox.title'), body, status, ['mailbox']);
}

function newTicket(platform: Platform, sentOf: (id: string) => Sent): Ticket {
  const id = newRandomId();
  return { id, wait: waitToken(platform, sentOf(id)), door: waitToken(platform, openingOf(id)) };
}

function openingOf(id: string): Sent {
  return { kind: 'box', channel: '-', subject: `box:${id}` };
}

function againOf(form: FormData, act: string): Again | null {
  if (act === 'open') return null;
  const [ownName, contact, sure] = [line(form, 'ownName'), line(form, 'contact'), line(form, 'sure')];
  return { act, text: whole(form, 'text'), ownName, contact, sure };
}

function ticketIn(form: FormData): Ticket {
  const ticket = { id: line(form, 'ticket'), wait: line(form, 'wait'), door: line(form, 'door') };
  if (!RANDOM_ID.test(ticket.id)) throw new Refusal('mailbox.unreadable', 400);
  return ticket;
}

function page(
  c: Ctx,
  title: string,
  body: VNode,
  status: Asking['status'] = 200,
  islands: string[] = [],
): Response {
  return show(c, { title, narrow: true, body, status, islands });
}

/** Not compressed, and filled up: its length says how long the longest of what is in it may be, and no more. */
async function padded(c: Ctx, answer: Response): Promise<Response> {
  const text = await answer.text();
  const length = Buffer.byteLength(text);
  const filled = text + ' '.repeat(Math.ceil((length + 1) / STEP_BYTES) * STEP_BYTES - length);
  c.set('whole', true);
  const own = { 'Content-Type': 'text/html; charset=UTF-8', 'Cache-Control': 'no-store' };
  return new Response(filled, { status: answer.status, headers: { ...c.get('safe'), ...own } });
}

async function formIn(c: Ctx): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch {
    throw new Refusal('mailbox.unreadable', 400);
  }
}

function line(form: FormData, name: string): string {
  return whole(form, name).trim().slice(0, 300);
}

function whole(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, 40_000) : '';
}
