import { actor, guard, type Staff, showWork } from '../../access/index.ts';
import { dateIn } from '../../platform/format.ts';
import { download } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { agencyOn } from '../agency.ts';
import { openImports } from '../imports/decide.ts';
import type { Readings } from '../imports/readings.ts';
import { rosterWords, t } from '../messages.ts';
import { explain, type Problem, templateCsv, templateXlsx } from '../roster/index.ts';
import { unitsOf } from '../unit.ts';
import { ImportPage } from './import.view.tsx';
import { field } from './staff.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How long an upload waits for its plan before the progress page takes over, in milliseconds. */
const PATIENCE = 900;

/** Uploading a roster file, and the template for one. */
export function importPages(app: App, platform: Platform, readings: Readings): void {
  const { pool, now } = platform;
  app.get(urls.rosterImport, (c) => uploadPage(c, platform, guard(c, 'roster.import'), []));

  app.post(urls.rosterImport, async (c) => {
    const staff = guard(c, 'roster.import');
    const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
    const file = body.file;
    if (!(file instanceof File) || file.name === '')
      return uploadPage(c, platform, staff, 'agencies.fileMissing');
    const { agencyId } = staff;
    const { zone } = await agencyOn(pool, agencyId, null);
    const unit = (await unitsOf(pool, agencyId)).find(({ id }) => id === field(body, 'unit'));
    const options = { today: dateIn(now(), zone), ...(unit ? { unitName: unit.name } : {}) };
    const bytes = new Uint8Array(await file.arrayBuffer());
    const upload = { agencyId, by: actor(staff), fileName: file.name, bytes, options };
    const reading = await readings.start(upload, PATIENCE);
    if (reading.fault) throw reading.fault;
    if (reading.problems) return uploadPage(c, platform, staff, reading.problems);
    return c.redirect(to('rosterPlan', { agency: agencyId, id: reading.id }), 303);
  });

  app.get(urls.rosterTemplate, async (c) => {
    guard(c, 'roster.plan');
    const format = c.req.param('format');
    if (format === 'xlsx') {
      const bytes = await templateXlsx(rosterWords[c.get('visit').lang]);
      return download(c, bytes as Uint8Array<ArrayBuffer>, XLSX, 'templat-pegawai.xlsx');
    }
    if (format !== 'csv') throw new Refusal('platform.notFound', 404);
    return download(
      c,
      templateCsv() as Uint8Array<ArrayBuffer>,
      'text/csv; charset=utf-8',
      'templat-pegawai.csv',
    );
  });
}

/** The upload form; with what was wrong with the last file, if anything was. */
export async function uploadPage(
  c: Ctx,
  { pool }: Platform,
  staff: Staff,
  wrong: readonly Problem[] | 'agencies.fileMissing',
): Promise<Response> {
  const { lang } = c.get('visit');
  const tr = t(lang);
  const agency = await agencyOn(pool, staff.agencyId, null);
  const units = await unitsOf(pool, agency.id);
  const open = await openImports(pool, agency.id);
  const problems =
    typeof wrong === 'string'
      ? [tr(wrong)]
      : wrong
          .filter(({ severity }) => severity === 'refuse')
          .map((problem) => explain(problem, rosterWords[lang]));
  return showWork(c, {
    title: tr('agencies.import'),
    brand: agency.name,
    status: problems.length > 0 ? 422 : 200,
    body: <ImportPage {...{ lang, agency, units, open, problems }} />,
  });
}
