import { guard, guardWide, type Overseer } from '../../../access/index.ts';
import { download } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { electionAsked, mustReach } from '../asked.ts';
import { provinceName } from '../figures.ts';
import { CENTRAL, nationReport } from '../nation-report.ts';
import { rememberedNation } from '../read-nation.ts';
import { regionOf } from '../read-region.ts';
import type { Report } from '../report.ts';
import { FORMATS, type Format, reportFile } from '../report-files.ts';
import { unitsReport } from '../units-report.ts';
import { agencyFigures } from './agency.page.tsx';
import { campaignsCompared, nationCompared } from './compare.page.tsx';
import { unitFigures } from './unit.page.tsx';

/** A file holds every row; a page shows the first fifty. */
const ALL = { limit: 1_000_000, offset: 0 };

export function figureFiles(app: App, platform: Platform): void {
  app.get(urls.nationExport, async (c) => {
    const overseer = guardWide(c, 'nation.read');
    const { name, format } = fileAsked(c);
    return send(c, await nationFile(c, platform, overseer, name), format);
  });

  app.get(urls.coverageFile, async (c) => {
    const staff = guard(c, 'coverage.read');
    const { name, format } = fileAsked(c);
    if (name === 'banding') return send(c, (await campaignsCompared(c, platform, staff)).report, format);
    if (name !== 'unit') return send(c, null, format);
    const { figures } = await unitFigures(c, platform, staff, c.req.query('unit') || null, ALL);
    return send(
      c,
      unitsReport(c.get('visit').lang, figures, () => null),
      format,
    );
  });
}

/** `negara`, `wilayah-62`, `instansi-ID`, `banding`: what the page of the same name shows. */
async function nationFile(
  c: Ctx,
  platform: Platform,
  overseer: Overseer,
  name: string,
): Promise<Report | null> {
  const { lang } = c.get('visit');
  const [kind, of = ''] = split(name);
  if (kind === 'banding') return nationCompared(c, platform, overseer);
  const { election } = await electionAsked(c, platform);
  if (kind === 'negara') {
    mustReach(overseer, null);
    return nationReport(lang, await rememberedNation(platform.reader, election, platform.now()), null);
  }
  if (kind === 'wilayah' && (of === CENTRAL || provinceName(of))) {
    mustReach(overseer, of);
    return nationReport(lang, await regionOf(platform.reader, election, of, platform.now()), of);
  }
  if (kind !== 'instansi') return null;
  const { read } = await agencyFigures(c, platform, overseer, election, ALL, of);
  return unitsReport(lang, read.figures, () => null);
}

function split(name: string): [string, string?] {
  const at = name.indexOf('-');
  return at < 0 ? [name] : [name.slice(0, at), name.slice(at + 1)];
}

/** @throws Refusal nation.noFile (404) */
export function fileAsked(c: Ctx): { name: string; format: Format } {
  const file = c.req.param('file') ?? '';
  const at = file.lastIndexOf('.');
  const format = FORMATS.find((one) => one === file.slice(at + 1));
  if (at < 1 || !format) throw new Refusal('nation.noFile', 404);
  return { name: file.slice(0, at), format };
}

/** @throws Refusal nation.noFile (404) */
async function send(c: Ctx, report: Report | null, format: Format): Promise<Response> {
  if (!report) throw new Refusal('nation.noFile', 404);
  const { bytes, type, name } = await reportFile(c.get('visit').lang, report, format);
  return download(c, bytes, type, name);
}
