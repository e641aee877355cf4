import { guardOwn, showWork } from '../../access/index.ts';
import { narrowTo, transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { addCorrection, reason } from '../corrections/add-correction.ts';
import { ARTICLE_FIELDS, type Field, INSTRUMENT_FIELDS } from '../corrections/fields.ts';
import { type RegisterCache, type RegisterNow, registerWithHistory } from '../corrections/register-now.ts';
import { undoCorrection } from '../corrections/undo-correction.ts';
import { type Corrector, corrector } from '../corrections/who-may.ts';
import { type Instrument, type Neighbours, parseArticle, printArticle } from '../index.ts';
import { t } from '../messages.ts';
import { type Asked, one, readForm, type Typed } from './correction-form.ts';
import { CorrectionForm, UndoForm } from './correction-form.view.tsx';
import { CorrectableView, CorrectionsView } from './corrections.view.tsx';
import { institutionsOf, shownHistory } from './shown-history.ts';

/** Correcting the register: the list, one instrument, one field (`?bidang=…&pasal=…`), a new instrument, undoing. */
export function correctionPages(
  app: App,
  { pool, now }: Platform,
  neighbours: Neighbours,
  cache: RegisterCache,
): void {
  const may = async (c: Ctx) => {
    const who = await corrector(pool, neighbours.institutions, guardOwn(c, 'law.correct'));
    narrowTo(who.agencyId);
    return who;
  };

  app.get(urls.lawCorrections, async (c) => {
    await may(c);
    const { lang } = c.get('visit');
    const current = await registerWithHistory(pool);
    const history = shownHistory(lang, current, null, await institutionsOf(neighbours, current));
    const body = <CorrectionsView lang={lang} current={current} history={history} />;
    return showWork(c, { title: t(lang)('law.correctTitle'), body });
  });

  app.get(urls.lawInstrumentNew, async (c) => {
    await may(c);
    return form(c, await registerWithHistory(pool), NEW, {}, {});
  });

  app.post(urls.lawInstrumentNew, async (c) => save(c, await may(c), NEW));

  app.get(urls.lawCorrection, async (c) => {
    await may(c);
    const { lang } = c.get('visit');
    const current = await registerWithHistory(pool);
    const instrument = found(current, c.req.param('id'));
    if (c.req.query('bidang')) return form(c, current, askedOf(c, instrument), {}, {});
    const history = shownHistory(lang, current, instrument.id, await institutionsOf(neighbours, current));
    const body = (
      <CorrectableView lang={lang} register={current.register} instrument={instrument} history={history} />
    );
    return showWork(c, { title: instrument.name, body });
  });

  app.post(urls.lawCorrection, async (c) => {
    const who = await may(c);
    return save(c, who, askedOf(c, found(await registerWithHistory(pool), c.req.param('id'))));
  });

  app.get(urls.lawUndo, async (c) => {
    await may(c);
    return undoForm(c, {}, {});
  });

  app.post(urls.lawUndo, async (c) => {
    const { account, agencyId } = await may(c);
    const typed: Typed = (await c.req.parseBody()) as Typed;
    const wish = { correctionId: c.req.param('correction'), instrumentId: c.req.param('id'), agencyId };
    const why = { why: one(typed, 'alasan'), source: one(typed, 'sumber') };
    try {
      const by = `account:${account.id}`;
      await transaction(pool, (client) => undoCorrection(client, { ...wish, ...why, by }, now()));
    } catch (error) {
      return undoForm(c, typed, mendable(c, error));
    }
    cache.forget();
    const still = (await registerWithHistory(pool)).register.findInstrument(wish.instrumentId);
    return c.redirect(still ? to('lawCorrection', { id: wish.instrumentId }) : urls.lawCorrections, 303);
  });

  async function save(c: Ctx, { account, agencyId }: Corrector, asked: Asked): Promise<Response> {
    const typed: Typed = (await c.req.parseBody({ all: true })) as Typed;
    const why = { why: one(typed, 'alasan'), source: one(typed, 'sumber') };
    const current = await registerWithHistory(pool);
    try {
      reason(why);
    } catch (error) {
      return form(c, current, asked, typed, mendable(c, error));
    }
    const read = readForm(c.get('visit').lang, asked, typed, current.register);
    if ('errors' in read) return form(c, current, asked, typed, read.errors);
    const wish = { ...read.asked, value: read.value, ...why, agencyId, by: `account:${account.id}` };
    try {
      await transaction(pool, (client) => addCorrection(client, wish, now()));
    } catch (error) {
      return form(c, current, asked, typed, mendable(c, error));
    }
    cache.forget();
    return c.redirect(to('lawCorrection', { id: read.asked.instrumentId }), 303);
  }

  async function undoForm(c: Ctx, typed: Typed, errors: FieldErrors): Promise<Response> {
    const { lang } = c.get('visit');
    const current = await registerWithHistory(pool);
    const [id, correction] = [c.req.param('id') as string, c.req.param('correction')];
    const row = shownHistory(lang, current, id, await institutionsOf(neighbours, current)).find(
      (shown) => shown.id === correction,
    );
    if (!row) throw new Refusal('law.noSuchCorrection', 404);
    return showWork(c, {
      title: t(lang)('law.undoTitle'),
      narrow: true,
      status: statusOf(errors),
      body: <UndoForm lang={lang} id={id} row={row} typed={typed} errors={errors} />,
    });
  }
}

const NEW: Asked = { instrumentId: '', article: null, field: 'instrument' };

function form(c: Ctx, { register }: RegisterNow, asked: Asked, typed: Typed, errors: FieldErrors): Response {
  const { lang } = c.get('visit');
  return showWork(c, {
    title: t(lang)('law.correctTitle'),
    narrow: true,
    status: statusOf(errors),
    body: <CorrectionForm lang={lang} register={register} asked={asked} typed={typed} errors={errors} />,
  });
}

function statusOf(errors: FieldErrors): 200 | 422 {
  return Object.keys(errors).length > 0 ? 422 : 200;
}

/** What to mend, beside its line of the form; anything that is no refusal goes on. */
function mendable(c: Ctx, error: unknown): FieldErrors {
  if (!(error instanceof Refusal) || error.status === 404) throw error;
  const line = LINES[error.code] ?? '';
  return { [line]: refusalText(c.get('visit').lang, error) };
}

const LINES: Readonly<Record<string, string>> = {
  'law.whyMissing': 'alasan',
  'law.sourceMissing': 'sumber',
  'law.sourceNotAddress': 'sumber',
};

/** @throws Refusal law.noSuchInstrument (404) */
function found({ register }: RegisterNow, id: string): Instrument {
  const instrument = register.findInstrument(id);
  if (!instrument) throw new Refusal('law.noSuchInstrument', 404);
  return instrument;
}

/** @throws Refusal law.noSuchField (404), law.articleUnreadable */
function askedOf(c: Ctx, { id }: Instrument): Asked {
  const field = c.req.query('bidang') ?? '';
  const pasal = c.req.query('pasal');
  const fields: readonly string[] = pasal ? ARTICLE_FIELDS : [...INSTRUMENT_FIELDS, 'article'];
  if (!fields.includes(field)) throw new Refusal('law.noSuchField', 404);
  const ref = pasal ? parseArticle(pasal) : undefined;
  if (pasal && !ref) throw new Refusal('law.articleUnreadable', 422, { article: pasal });
  return { instrumentId: id, article: ref ? printArticle(ref) : null, field: field as Field };
}
