import { actor, guard, type Staff, showWork } from '../../access/index.ts';
import { agencyOn, unitsBelow, unitsOf } from '../../agencies/index.ts';
import { campaignOf } from '../../campaigns/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { csvBytes } from '../../platform/files/index.ts';
import { formatMoment } from '../../platform/format.ts';
import { download } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { peopleRead } from '../../platform/reads.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { t } from '../messages.ts';
import { replaceSlip, type Slip, slipsOf } from '../slip.ts';
import { Slips } from './slips.view.tsx';

/** How many slips one page prints: twelve sheets of A4. Each QR code takes a millisecond or two to draw. */
const SHEET = 96;

/** Slips to print and links to send: officers, and operators for their own units. */
export function slipPages(app: App, platform: Platform): void {
  app.get(urls.slips, (c) => slips(c, platform));

  app.post(urls.slips, async (c) => {
    const staff = guard(c, 'slips.print');
    const body = await c.req.parseBody();
    const { agencyId } = staff;
    const campaignId = c.req.param('campaign');
    const personId = String(body.person ?? '');
    const unit = String(body.unit ?? '');
    await transaction(platform.pool, async (client) => {
      const mine = await slipsOf(client, platform, {
        agencyId,
        campaignId,
        unitIds: await unitsFor(platform, staff, ''),
        by: actor(staff),
      });
      if (!mine.some((slip) => slip.personId === personId)) throw new Refusal('access.notYours', 403);
      await replaceSlip(client, platform, { agencyId, campaignId, personId }, actor(staff));
    });
    return c.redirect(
      `${to('slips', { agency: agencyId, campaign: campaignId })}?unit=${encodeURIComponent(unit)}`,
      303,
    );
  });
}

async function slips(c: Ctx, platform: Platform): Promise<Response> {
  const staff = guard(c, 'slips.print');
  const { lang } = c.get('visit');
  const { agencyId } = staff;
  const campaignId = c.req.param('campaign') ?? '';
  const campaign = await campaignOf(platform.pool, agencyId, campaignId);
  if (!campaign.opening) throw new Refusal('slips.notOpened', 409);
  const agency = await agencyOn(platform.pool, agencyId, null);
  const allowed = staff.unitIds && (await unitsBelow(platform.pool, agencyId, staff.unitIds));
  const choices = (await unitsOf(platform.pool, agencyId)).filter(
    (unit) => !allowed || allowed.includes(unit.id),
  );
  const unit = c.req.query('unit') ?? choices[0]?.id ?? '';
  const unitIds = await unitsFor(platform, staff, unit);
  const made = await transaction(platform.pool, (client) =>
    slipsOf(client, platform, { agencyId, campaignId, unitIds, by: actor(staff) }),
  );
  const read = { agencyId, actor: actor(staff), list: 'slips', unitIds, count: made.length } as const;
  await peopleRead(platform.pool, read, platform.now());
  const base = platform.config.publicUrl ?? new URL(c.req.url).origin;
  const link = (code: string) => `${base}${to('sign', { code })}`;
  if (c.req.query('csv') === '1') return links(c, made, link, campaignId);
  const unsignedOnly = c.req.query('belum') === '1';
  const wanted = unsignedOnly ? made.filter((slip) => !slip.signed) : made;
  const pages = Math.max(1, Math.ceil(wanted.length / SHEET));
  const page = Math.min(Math.max(Number(c.req.query('hal')) || 1, 1), pages);
  return showWork(c, {
    title: t(lang)('slips.title'),
    brand: agency.name,
    body: (
      <Slips
        lang={lang}
        agency={agencyId}
        campaign={campaignId}
        title={campaign.title}
        agencyName={agency.name}
        ownMachine={/^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(base).hostname)}
        until={formatMoment(lang, campaign.deadline, agency.zone)}
        address={`${base.replace(/^https?:\/\//, '')}${urls.enterCode}`}
        units={choices.map((one) => ({ value: one.id, text: one.name }))}
        unit={unit}
        unsignedOnly={unsignedOnly}
        slips={wanted.slice((page - 1) * SHEET, page * SHEET)}
        total={wanted.length}
        page={page}
        pages={pages}
        link={link}
      />
    ),
  });
}

/** The chosen unit with all below it, never beyond what this account may see. @throws Refusal access.notYours */
async function unitsFor({ pool }: Platform, staff: Staff, unit: string): Promise<string[] | null> {
  const allowed = staff.unitIds && (await unitsBelow(pool, staff.agencyId, staff.unitIds));
  if (unit === '') return allowed;
  const wanted = await unitsBelow(pool, staff.agencyId, [unit]);
  if (allowed && !wanted.every((id) => allowed.includes(id))) throw new Refusal('access.notYours', 403);
  return wanted;
}

function links(c: Ctx, slips: readonly Slip[], link: (code: string) => string, campaignId: string): Response {
  const tr = t(c.get('visit').lang);
  const head = [tr('signing.name'), tr('signing.unit'), tr('signing.code'), 'URL'];
  const rows = slips.map((slip) => [slip.name, slip.unitName, slip.code, link(slip.code)]);
  return download(
    c,
    csvBytes([head, ...rows]) as Uint8Array<ArrayBuffer>,
    'text/csv; charset=utf-8',
    `tautan-${campaignId}.csv`,
  );
}
