import { actor, showWork } from '../../access/index.ts';
import { type Frame, formErrors, frameOf } from '../../campaigns/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { dateIn, instantOf, timeIn } from '../../platform/format.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { field, fields } from '../../platform/http/form.ts';
import { download } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import { t } from '../messages.ts';
import { addStep, incidentOf, incidentsAt, openIncident } from './incident.ts';
import { IncidentPage, IncidentsPage, type Typed } from './incidents.view.tsx';
import { letterPdf, letterText } from './letter.ts';
import { DATA_KINDS } from './steps.ts';

/** Breaches of data: opened, worked off by a list with its clock. Nothing is sent by the program. */
export function incidentPages(app: App, platform: Platform): void {
  app.get(urls.incidents, async (c) => {
    const frame = await frameOf(c, platform, 'incident.read');
    return list(c, platform, frame, blank(frame, platform.now()), {});
  });

  app.post(urls.incidents, async (c) => {
    const frame = await frameOf(c, platform, 'incident.write');
    const typed = readTyped(await c.req.parseBody({ all: true }));
    const errors = faultsOf(frame, typed);
    if (Object.keys(errors).length > 0) return list(c, platform, frame, typed, errors);
    try {
      const incident = { ...wanted(frame, typed), agencyId: frame.agency.id, by: actor(frame.staff) };
      const id = await transaction(platform.pool, (client) => openIncident(client, incident, platform.now()));
      return c.redirect(to('incident', { agency: frame.agency.id, incident: id }), 303);
    } catch (error) {
      return list(c, platform, frame, typed, formErrors(frame.lang, error, 'date').errors);
    }
  });

  app.get(urls.incident, async (c) => {
    const frame = await frameOf(c, platform, 'incident.read');
    const addressee = c.req.query('surat');
    if (addressee === 'people' || addressee === 'authority') return letter(c, platform, frame, addressee);
    return one(c, platform, frame, {});
  });

  app.post(urls.incident, async (c) => {
    const frame = await frameOf(c, platform, 'incident.write');
    const body = await c.req.parseBody();
    const [agencyId, incidentId] = [frame.agency.id, c.req.param('incident')];
    const note = field(body, 'note').trim().slice(0, 2000);
    const tick = { agencyId, incidentId, step: field(body, 'step'), note, by: actor(frame.staff) };
    try {
      await transaction(platform.pool, (client) => addStep(client, tick, platform.now()));
      return c.redirect(to('incident', { agency: agencyId, incident: incidentId }), 303);
    } catch (error) {
      return one(c, platform, frame, formErrors(frame.lang, error, 'note').errors);
    }
  });
}

function blank({ agency }: Frame, now: Date): Typed {
  const moment = { date: dateIn(now, agency.zone), time: timeIn(now, agency.zone) };
  return { title: '', what: '', dataKinds: [], people: '', ...moment };
}

function readTyped(body: Record<string, unknown>): Typed {
  return {
    title: field(body, 'title').trim().slice(0, 200),
    what: field(body, 'what').trim().slice(0, 4000),
    dataKinds: fields(body, 'dataKinds'),
    people: field(body, 'people').trim(),
    date: field(body, 'date'),
    time: field(body, 'time'),
  };
}

function faultsOf({ lang, agency }: Frame, typed: Typed): FieldErrors {
  const tr = t(lang);
  const known = /^\d{4}-\d\d-\d\d$/.test(typed.date) && /^\d\d:\d\d$/.test(typed.time);
  const isMoment = known && !Number.isNaN(instantOf(typed.date, typed.time, agency.zone).getTime());
  return {
    ...(typed.title === '' ? { title: tr('privacy.needTitle') } : {}),
    ...(typed.what === '' ? { what: tr('privacy.needWhat') } : {}),
    ...(/^\d{0,9}$/.test(typed.people) ? {} : { people: tr('privacy.needNumber') }),
    ...(isMoment ? {} : { date: tr('privacy.needMoment') }),
  };
}

function wanted({ agency }: Frame, { title, what, dataKinds, people, date, time }: Typed) {
  return {
    ...{ title, what, dataKinds: DATA_KINDS.filter((kind) => dataKinds.includes(kind)) },
    people: people === '' ? null : Number(people),
    knownAt: instantOf(date, time, agency.zone),
  };
}

async function list(c: Ctx, { pool, now }: Platform, frame: Frame, typed: Typed, errors: FieldErrors) {
  const incidents = await incidentsAt(pool, frame.agency.id);
  return showWork(c, {
    title: t(frame.lang)('privacy.incidents'),
    brand: frame.agency.name,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <IncidentsPage {...frame} {...{ incidents, typed, errors, now: now() }} />,
  });
}

async function one(c: Ctx, { pool, now }: Platform, frame: Frame, errors: FieldErrors) {
  const found = await incidentOf(pool, frame.agency.id, c.req.param('incident') ?? '');
  return showWork(c, {
    title: found.incident.title,
    brand: frame.agency.name,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <IncidentPage {...frame} {...found} errors={errors} now={now()} />,
  });
}

async function letter(c: Ctx, { pool, now }: Platform, frame: Frame, addressee: 'people' | 'authority') {
  const found = await incidentOf(pool, frame.agency.id, c.req.param('incident') ?? '');
  const draft = { lang: frame.lang, agency: frame.agency, ...found, to: addressee, now: now() };
  const name = `pemberitahuan-${addressee}-${found.incident.id}`;
  if (c.req.query('berkas') === 'pdf')
    return download(c, new Uint8Array(letterPdf(draft)), 'application/pdf', `${name}.pdf`);
  const text = `${letterText(draft).join('\n\n')}\n`;
  return download(c, text, 'text/plain; charset=utf-8', `${name}.txt`);
}
