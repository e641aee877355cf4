import type { Pool } from 'pg';
import { actor, guard, mayDo, type Staff, useApproval } from '../../access/index.ts';
import { agencyOn } from '../../agencies/index.ts';
import { sealOf } from '../../evidence/index.ts';
import { sealDocument } from '../../evidence/pdf/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { dateIn } from '../../platform/format.ts';
import { download } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { peopleRead } from '../../platform/reads.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { UNSIGNED } from '../counts.ts';
import { isEverybody, peopleOf, sealedOf } from '../people.ts';
import { type Recap, recapOf, snapshot } from '../recap.ts';
import { recapPaper } from '../recap-pdf.ts';
import { recapXlsx } from '../recap-xlsx.ts';
import { both, expand, narrowed, unitsIn } from '../scope.ts';
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
    const staff = guard(c, 'coverage.read');
    const [asOf, unit, campaign] = [now(), c.req.query('unit') || undefined, c.req.param('campaign')];
    const recap = await recapOf(pool, staff.agencyId, campaign, { unitIds: staff.unitIds, unit }, asOf);
    const people = await namesOf(c, pool, staff, recap, unit, asOf);
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

/**
 * Names for the workbook: who sees figures may not see names. An auditor's grant gives none, an operator's only those
 * of own units, also where the same account sees all figures by another grant.
 */
async function namesOf(c: Ctx, pool: Pool, staff: Staff, recap: Recap, unit: string | undefined, asOf: Date) {
  const named = mayDo(c, 'remaining.read');
  if (!named) return null;
  const { agencyId, campaignId } = recap.subject;
  const asked = await expand(pool, agencyId, narrowed(recap.nodes, staff, unit));
  const unitIds = both(asked, await expand(pool, agencyId, named));
  const wanted = { unitIds, states: UNSIGNED, search: '', limit: ALL, offset: 0 };
  const { people } = await peopleOf(pool, agencyId, campaignId, wanted);
  const read = { agencyId, actor: actor(staff), list: 'export', unitIds, count: people.length } as const;
  await peopleRead(pool, read, asOf);
  return people;
}

function pdf(app: App, platform: Platform): void {
  app.get(urls.recapPdf, async (c) => {
    const staff = guard(c, 'coverage.paper');
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
    const staff = guard(c, 'pacts.export');
    const unit = c.req.query('unit');
    const campaign = c.req.param('campaign');
    const { sealed, all, name, unitIds } = await snapshot(platform.pool, async (client) => {
      const nodes = await unitsIn(client, staff.agencyId, staff);
      const within = narrowed(nodes, staff, unit);
      const found = await sealedOf(client, staff.agencyId, campaign, within);
      const all =
        within.unitIds === null ||
        (staff.unitIds === null && (await isEverybody(client, staff.agencyId, campaign, within)));
      const { unitIds } = within;
      return { sealed: found, all, unitIds, name: nodes.find((node) => node.id === unit)?.name ?? campaign };
    });
    if (sealed.length === 0) throw new Refusal('coverage.noneSealed', 404);
    const free = !all || (await takenByTwo(platform, staff, campaign));
    if (!free && mayDo(c, 'approvals.decide')) return c.redirect(askAt(staff.agencyId, campaign), 303);
    if (!free) throw new Refusal('access.twoPersons', 409);
    const [agencyId, count] = [staff.agencyId, sealed.length];
    const read = { agencyId, actor: actor(staff), list: 'export', unitIds, count } as const;
    await peopleRead(platform.pool, read, platform.now());
    const stream = pactZip(platform, agencyId, sealed);
    return download(c, stream, 'application/zip', `pakta-${folderName(name)}.zip`);
  });
}

/** All pacts in one file are for two people to want; used up here, before the first byte. Examples need nobody. */
async function takenByTwo({ pool, now }: Platform, staff: Staff, campaign: string): Promise<boolean> {
  const { agencyId } = staff;
  if ((await agencyOn(pool, agencyId, null)).isExample) return true;
  const wanted = { agencyId, kind: 'everything.export', subject: campaign, by: actor(staff) } as const;
  try {
    await transaction(pool, (client) => useApproval(client, wanted, now()));
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'access.twoPersons') return false;
    throw error;
  }
}

function askAt(agency: string, campaign: string): string {
  return `${to('approvals', { agency })}?hal=everything.export&tentang=${encodeURIComponent(campaign)}`;
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
