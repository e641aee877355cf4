import { publicAddress } from '../../../platform/config.ts';
import { csvBytes } from '../../../platform/files/index.ts';
import { dateIn, instantOf } from '../../../platform/format.ts';
import { show } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { electionAsked } from '../../nation/asked.ts';
import { NATION_ZONE } from '../../nation/nation-report.ts';
import { fileAsked } from '../../nation/pages/files.page.ts';
import { cellValue, type Report } from '../../nation/report.ts';
import { jsonOf } from '../../nation/report-files.ts';
import { feedXml } from '../feed.ts';
import { t } from '../messages.ts';
import { LICENCE, openAgencyReport, openReport } from '../open-report.ts';
import { dailyFigures, openNation } from '../read-open.ts';
import { OpenDataView } from './data.view.tsx';
import { openAgencyAsked } from './open.page.tsx';

export function openDataPages(app: App, platform: Platform): void {
  app.get(urls.openData, async (c) => {
    const { lang } = c.get('visit');
    const { election } = await electionAsked(c, platform);
    return show(c, {
      title: t(lang)('open.dataTitle'),
      body: <OpenDataView lang={lang} election={election} />,
    });
  });

  // Before the files: its name would be taken for one of them.
  app.get(urls.openFeed, async (c) => {
    const now = platform.now();
    const today = instantOf(dateIn(now, NATION_ZONE), '00:00', NATION_ZONE);
    const rows = await dailyFigures(platform.reader, today, now);
    const feed = feedXml(publicAddress(platform.config), rows, today);
    return file(c, feed, 'application/atom+xml; charset=utf-8');
  });

  app.get(urls.openDataFile, async (c) => {
    const { name, format } = fileAsked(c);
    const report = await reportAsked(c, platform, name);
    if (format === 'json')
      return file(c, `${JSON.stringify({ licence: LICENCE, ...jsonOf(report) })}\n`, 'application/json');
    if (format === 'csv')
      return file(c, csvBytes([...lines(report)], { delimiter: ',' }), 'text/csv; charset=utf-8');
    throw new Refusal('nation.noFile', 404);
  });
}

/** In Indonesian, whoever asks: a program reads the same file everywhere. @throws Refusal nation.noFile, open.nothing */
async function reportAsked(c: Ctx, platform: Platform, name: string): Promise<Report> {
  const now = platform.now();
  if (name.startsWith('instansi-'))
    return openAgencyReport('id', await openAgencyAsked(c, platform, name.slice('instansi-'.length)), now);
  const { election } = await electionAsked(c, platform);
  const report = openReport('id', election, await openNation(platform.reader, election, now), null, now);
  const key = { provinsi: 'provinces', instansi: 'institutions' }[name];
  if (!key) throw new Refusal('nation.noFile', 404);
  return { ...report, sheets: report.sheets.filter((sheet) => sheet.key === key) };
}

/** One table, a heading of machine names, and in every row what it was counted for and under which licence. */
function* lines({ sheets, asOf, title }: Report): Generator<(string | number | null)[]> {
  const [first] = sheets;
  if (!first) return;
  const columns = first.columns.map(({ key }) => key);
  yield ['table', ...columns, 'checked_at', 'source', 'licence'];
  for (const sheet of sheets) {
    if (sheet.columns.length !== columns.length) continue;
    for (const row of sheet.rows) {
      const values = sheet.columns.map((column, at) => cellValue(column, row[at] ?? null));
      yield [sheet.key, ...values, asOf.toISOString(), title, LICENCE];
    }
  }
}

function file(c: Ctx, body: string | Uint8Array, type: string): Response {
  c.header('Content-Type', type);
  c.header('Cache-Control', 'public, max-age=300');
  return c.body(typeof body === 'string' ? body : new Uint8Array(body));
}
