import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { actor, guard, mayDo, type Staff, showWork } from '../../access/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { dateIn } from '../../platform/format.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { download } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { agencyOn } from '../agency.ts';
import { isStatusKind, recordStatus } from '../moves/status.ts';
import { badRows, badRowsCsv } from '../stream/bad-rows.ts';
import { addLoad, type Load, latestLoads, loadOf, sumsOf } from '../stream/load.ts';
import { t } from '../stream/messages.ts';
import { missingFrom } from '../stream/missing.ts';
import { keepUpload, uploadPath } from '../stream/upload.ts';
import { field, pageNumber } from './staff.ts';
import { StreamedPage, StreamPage } from './stream.view.tsx';

const SHOWN_BAD = 100;
const MISSING_PAGE = 50;

/** A roster file of any size: sent, loaded in the background by whichever process takes it, followed here. */
export function streamPages(app: App, platform: Platform): void {
  const { pool, now } = platform;

  app.get(urls.rosterStream, (c) => uploadPage(c, platform, guard(c, 'roster.stream'), {}));

  app.post(urls.rosterStream, async (c) => {
    const staff = guard(c, 'roster.stream');
    const { agencyId } = staff;
    const id = newId(now());
    const path = uploadPath(platform, id);
    try {
      const fileName = await keepUpload(c.req.raw, path);
      const { size } = await stat(path);
      await addLoad(pool, { id, agencyId, fileName, path: `upload:${id}`, size, by: actor(staff) }, now());
    } catch (error) {
      await rm(path, { force: true });
      if (!(error instanceof Refusal)) throw error;
      return uploadPage(c, platform, staff, { file: refusalText(c.get('visit').lang, error) });
    }
    return c.redirect(to('rosterStreamed', { agency: agencyId, id }), 303);
  });

  app.get(urls.rosterStreamed, async (c) => {
    const staff = guard(c, 'roster.streamed');
    const load = await asked(c, platform, staff);
    if (c.req.query('berkas') !== 'ditolak') return streamedPage(c, platform, staff, load, {});
    const lines = Readable.toWeb(
      Readable.from(badRowsCsv(pool, load, c.get('visit').lang), { objectMode: false }),
    );
    return download(c, lines as ReadableStream, 'text/csv; charset=utf-8', `ditolak-${load.id}.csv`);
  });

  app.post(urls.rosterStreamed, async (c) => {
    const staff = guard(c, 'roster.stream');
    const load = await asked(c, platform, staff);
    const { lang } = c.get('visit');
    const body = await c.req.parseBody({ all: true });
    const people = [body.orang ?? []].flat().filter((one) => typeof one === 'string');
    const kind = field(body, 'kind');
    try {
      if (people.length === 0) throw new Refusal('agencies.stream.nobody', 422);
      if (!isStatusKind(kind)) throw new Refusal('agencies.moves.day', 422);
      const { zone } = await agencyOn(pool, staff.agencyId, null);
      const change = {
        agencyId: staff.agencyId,
        kind,
        from: field(body, 'from'),
        until: null,
        by: actor(staff),
      };
      const reason = field(body, 'reason');
      await transaction(pool, async (client) => {
        for (const personId of people.slice(0, MISSING_PAGE))
          await recordStatus(client, { ...change, personId, reason }, dateIn(now(), zone), now());
      });
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error;
      const typed = { kind, from: field(body, 'from'), reason: field(body, 'reason'), people };
      return streamedPage(c, platform, staff, load, { '': refusalText(lang, error) }, typed);
    }
    return c.redirect(`${to('rosterStreamed', { agency: staff.agencyId, id: load.id })}#hilang`, 303);
  });
}

async function asked(c: Ctx, { pool, now }: Platform, { agencyId }: Staff): Promise<Load> {
  const load = await loadOf(pool, agencyId, c.req.param('id') ?? '', now());
  if (!load) throw new Refusal('platform.notFound', 404);
  return load;
}

async function uploadPage(
  c: Ctx,
  { pool, now }: Platform,
  staff: Staff,
  errors: FieldErrors,
): Promise<Response> {
  const { lang } = c.get('visit');
  const agency = await agencyOn(pool, staff.agencyId, null);
  const loads = await latestLoads(pool, agency.id, now());
  return showWork(c, {
    title: t(lang)('agencies.stream.title'),
    brand: agency.name,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <StreamPage {...{ lang, agency, loads, errors }} />,
  });
}

export interface TypedLeaving {
  kind: string;
  from: string;
  reason: string;
  people: readonly string[];
}

async function streamedPage(
  c: Ctx,
  { pool }: Platform,
  staff: Staff,
  load: Load,
  errors: FieldErrors,
  typed: TypedLeaving = { kind: 'retired', from: '', reason: '', people: [] },
): Promise<Response> {
  const { lang } = c.get('visit');
  const agency = await agencyOn(pool, staff.agencyId, null);
  const sums = await sumsOf(pool, agency.id, load.id);
  const bad = await badRows(pool, load, SHOWN_BAD);
  const page = pageNumber(c);
  const compared = load.outcome === 'done' && load.populated.includes(agency.id);
  const missing = compared ? await missingFrom(pool, agency.id, load.id, page, MISSING_PAGE) : null;
  const mayChange = mayDo(c, 'roster.stream') !== null;
  return showWork(c, {
    title: t(lang)('agencies.stream.title'),
    brand: agency.name,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    ...(load.outcome ? {} : { refresh: 2 }),
    body: (
      <StreamedPage
        {...{ lang, agency, load, sums, bad, missing, page, size: MISSING_PAGE, errors, typed, mayChange }}
      />
    ),
  });
}
