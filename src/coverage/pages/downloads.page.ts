import { guard } from '../../access/index.ts';
import { sealOf } from '../../evidence/index.ts';
import { sealDocument } from '../../evidence/pdf/index.ts';
import { dateIn } from '../../platform/format.ts';
import { download } from '../../platform/http/respond.tsx';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { UNSIGNED } from '../counts.ts';
import { peopleOf, sealedOf } from '../people.ts';
import { type Recap, recapOf, snapshot } from '../recap.ts';
import { recapPaper } from '../recap-pdf.ts';
import { recapXlsx } from '../recap-xlsx.ts';
import { narrowed, unitsIn } from '../scope.ts';
import { folderName, pactZip } from '../unit-zip.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ALL = 1_000_000;

export function downloads(app: App, platform: Platform): void {
  xlsx(app, platform);
  pdf(app, platform);
  zip(app, platform);
}

function xlsx(app: App, { pool, now }: Platform): void {
  app.get(urls.recapXlsx, async (c) => {
    const staff = guard(c, ['officer', 'leader', 'auditor', 'operator']);
    const [asOf, unit, campaign] = [now(), c.req.query('unit') || undefined, c.req.param('campaign')];
    const recap = await recapOf(pool, staff.agencyId, campaign, { unitIds: staff.unitIds, unit }, asOf);
    // Who sees figures may not see names: an auditor's grant gives none, an operator's only those of own units.
    const named = ['officer', 'leader', 'operator'].some((role) => staff.has(role as 'officer'));
    const unitIds = named
      ? narrowed(recap.nodes, guard(c, ['officer', 'leader', 'operator']), unit).unitIds
      : null;
    const wanted = { unitIds, states: UNSIGNED, search: '', limit: ALL, offset: 0 };
    const people = named ? (await peopleOf(pool, staff.agencyId, campaign, wanted, asOf)).people : null;
    const reasons = staff.has('officer') || staff.has('leader');
    const shown = people?.map((person) => (reasons ? person : { ...person, exemptionReason: null })) ?? null;
    return download(
      c,
      bytes(await recapXlsx(c.get('visit').lang, recap, shown)),
      XLSX,
      fileName(recap, 'xlsx'),
    );
  });
}

function pdf(app: App, platform: Platform): void {
  app.get(urls.recapPdf, async (c) => {
    const staff = guard(c, ['officer', 'leader', 'auditor']);
    const asOf = platform.now();
    const scope = { unitIds: staff.unitIds };
    const recap = await recapOf(platform.pool, staff.agencyId, c.req.param('campaign'), scope, asOf);
    const { signer } = await sealOf(platform, staff.agencyId);
    const sealed = await sealDocument(recapPaper(c.get('visit').lang, recap), signer);
    return download(c, bytes(sealed.bytes), 'application/pdf', fileName(recap, 'pdf'));
  });
}

function zip(app: App, platform: Platform): void {
  app.get(urls.unitZip, async (c) => {
    const staff = guard(c, ['officer', 'leader', 'auditor', 'operator']);
    const unit = c.req.query('unit');
    const campaign = c.req.param('campaign');
    const { sealed, name } = await snapshot(platform.pool, async (client) => {
      const nodes = await unitsIn(client, staff.agencyId, staff);
      const within = narrowed(nodes, staff, unit);
      const found = await sealedOf(client, staff.agencyId, campaign, within);
      return { sealed: found, name: nodes.find((node) => node.id === unit)?.name ?? campaign };
    });
    if (sealed.length === 0) throw new Refusal('coverage.noneSealed', 404);
    const stream = pactZip(platform, staff.agencyId, sealed);
    return download(c, stream, 'application/zip', `pakta-${folderName(name)}.zip`);
  });
}

function fileName({ subject, coverage, path }: Recap, extension: string): string {
  const parts = [
    'rekap',
    folderName(path.at(-1)?.name ?? subject.title),
    dateIn(coverage.asOf, subject.zone),
  ];
  return `${parts.join('-')}.${extension}`;
}

function bytes(array: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(array);
}
