import { mayDo } from '../../../access/index.ts';
import { csvRows, jsonOf, LICENCE, type Report } from '../../../coverage/index.ts';
import { csvBytes } from '../../../platform/files/index.ts';
import { download, show } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { type OversightFrame, oversightFrame, showOversight } from '../../pages/frame.tsx';
import { factsOf } from '../facts.ts';
import { openReport } from '../open-report.ts';
import { type OwnFigures, ownReport } from '../own-report.ts';
import { lastQuarter, today } from '../quarters.ts';
import { openFigures } from '../read.ts';
import { batchesOf } from '../suppress.ts';
import { MethodView, OpenFiguresView, OwnFiguresView } from './figures.view.tsx';

/** Figures of one institution for its staff, and of all that show theirs for everybody. */
export function figuresPages(app: App, platform: Platform): void {
  ownPages(app, platform);
  openPages(app, platform);
}

function ownPages(app: App, platform: Platform): void {
  app.get(urls.oversightFigures, async (c) => {
    const frame = await oversightFrame(c, platform, 'oversight.figures');
    const { lang, agency } = frame;
    const own = await ownFigures(c, platform, frame);
    const report = ownReport(lang, own);
    const { exact } = own;
    const cases = exact ? own.facts.length : batchesOf(own.facts).length;
    const body = <OwnFiguresView {...{ lang, agencyId: agency.id, report, cases, exact }} />;
    return showOversight(c, frame, { title: report.title, body, at: 'oversightFigures' });
  });

  app.get(urls.oversightFiguresFile, async (c) => {
    const frame = await oversightFrame(c, platform, 'oversight.figures');
    const report = ownReport(frame.lang, await ownFigures(c, platform, frame));
    return fileOf(c, report, {});
  });
}

/** Exact for inspectors; as everybody might see it for those who may be who is reported. */
async function ownFigures(c: Ctx, { pool, now }: Platform, { agency }: OversightFrame): Promise<OwnFigures> {
  const exact = mayDo(c, 'channel.set') !== null;
  const end = exact ? today(now()) : lastQuarter(now());
  return { name: agency.name, asOf: end.asOf, exact, facts: await factsOf(pool, [agency.id], end) };
}

function openPages(app: App, platform: Platform): void {
  const figures = () => openFigures(platform.reader, platform.now());

  app.get(urls.oversightOpen, async (c) => {
    const { lang } = c.get('visit');
    const found = await figures();
    const report = openReport(lang, found);
    const counted = found.agencies.filter(({ batches }) => batches.length > 0).length;
    const isExample = found.agencies.some((one) => one.isExample);
    const body = (
      <OpenFiguresView {...{ lang, report, institutions: found.agencies.length, counted, isExample }} />
    );
    return show(c, { title: report.title, body });
  });

  app.get(urls.oversightOpenFile, async (c) => {
    const { lang } = c.get('visit');
    if (c.req.param('file') === 'metode') {
      const report = openReport(lang, await figures());
      return show(c, { title: report.title, body: <MethodView lang={lang} report={report} /> });
    }
    // In Indonesian, whoever asks: a program reads the same file everywhere.
    c.header('Cache-Control', 'public, max-age=300');
    return fileOf(c, openReport('id', await figures()), { licence: LICENCE }, ',');
  });
}

/** @throws Refusal figures.noFile (404) */
function fileOf(c: Ctx, report: Report, more: Record<string, string>, delimiter: ',' | ';' = ';'): Response {
  const file = c.req.param('file');
  if (file === `${report.file}.json`)
    return download(
      c,
      `${JSON.stringify({ ...more, ...jsonOf(report) }, null, 1)}\n`,
      'application/json',
      file,
    );
  if (file === `${report.file}.csv`)
    return download(
      c,
      new Uint8Array(csvBytes([...csvRows(report)], { delimiter })),
      'text/csv; charset=utf-8',
      file,
    );
  throw new Refusal('figures.noFile', 404);
}
