import { actor, guard } from '../../../access/index.ts';
import { ownUnits } from '../../../campaigns/index.ts';
import { minutesFile, sealOf } from '../../../evidence/index.ts';
import { sealDocument } from '../../../evidence/pdf/index.ts';
import { transaction } from '../../../platform/db/index.ts';
import { happened } from '../../../platform/events.ts';
import { download } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { absentPaper } from '../absent-pdf.ts';
import { type Draft, draftOf, type Version, versionsOf, type Where } from '../minutes.ts';

export function minutesFiles(app: App, platform: Platform): void {
  app.get(urls.minutesPdf, async (c) => {
    const { agencyId } = guard(c, 'minutes.read');
    const { version, receipt } = await versionAt(c, platform, agencyId);
    const bytes = await minutesFile(platform, agencyId, receipt);
    return download(c, new Uint8Array(bytes), 'application/pdf', `berita-acara-${version}-${receipt}.pdf`);
  });

  // Names of people who were not there. Who sees figures may not see names: an auditor's grant gives none.
  app.get(urls.absentPdf, async (c) => {
    const staff = guard(c, 'minutes.absent');
    const { agencyId } = staff;
    const { version, receipt, draft, where } = await versionAt(c, platform, agencyId);
    const frozen = (await draftOf(platform.pool, where, draft)) as Draft;
    const unitIds = await ownUnits(platform.pool, staff);
    const part = unitIds && frozen.absent.filter(({ unitId }) => unitIds.includes(unitId));
    const now = platform.now();
    const paper = { draft: frozen, version, receipt, part, copyFor: staff.account.name, now };
    const { signer } = await sealOf(platform, agencyId);
    const { bytes } = await sealDocument(absentPaper(c.get('visit').lang, paper), signer);
    const data = { version, whole: part === null, listed: (part ?? frozen.absent).length };
    await transaction(platform.pool, (client) =>
      happened(client, {
        ...{ agencyId, at: now, actor: actor(staff), kind: 'minutes.annexTaken' },
        ...{ subject: where.ceremonyId, data },
      }),
    );
    return download(c, new Uint8Array(bytes), 'application/pdf', `lampiran-terbatas-${version}.pdf`);
  });
}

/** @throws Refusal minutes.noSuchVersion (404) */
async function versionAt(c: Ctx, { pool }: Platform, agencyId: string): Promise<Version & { where: Where }> {
  const where = { agencyId, ceremonyId: c.req.param('ceremony') ?? '' };
  const found = (await versionsOf(pool, where)).find(
    ({ version }) => String(version) === c.req.param('version'),
  );
  if (!found) throw new Refusal('minutes.noSuchVersion', 404);
  return { ...found, where };
}
