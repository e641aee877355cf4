import { actor, showWork } from '../../../access/index.ts';
import { type Frame, frameOf, refuseOtherUnits } from '../../../campaigns/index.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { storedFile } from '../../../platform/http/stored-file.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { refusalText } from '../../../platform/i18n.ts';
import type { Platform } from '../../../platform/platform.ts';
import { personRead } from '../../../platform/reads.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import type { Signer } from '../../batch.ts';
import { signatoryOf } from '../../may-sign.ts';
import { confirmScan, rejectScan } from './decide-scan.ts';
import { t } from './messages.ts';
import { type Scan, scanBytes, scanOf, scansOf } from './scan.ts';
import { COMPARED, ScanCheck } from './scan.view.tsx';

type Here = Frame & { scan: Scan };

/** Scan, name and text side by side, for somebody else than who attached it. */
export function scanPage(app: App, platform: Platform, signer: Signer): void {
  app.get(urls.scan, async (c) => page(c, platform, await here(c, platform)));

  app.post(urls.scan, async (c) => {
    const { scan, staff, ...frame } = await here(c, platform);
    const body = await c.req.parseBody({ all: true }).catch((): Record<string, unknown> => ({}));
    const reason = typeof body.reason === 'string' ? body.reason : '';
    try {
      if (body.act === 'reject') await rejectScan(platform, staff, scan, reason);
      else {
        if (scan.state === 'waiting') refuseUnread([body.compared ?? []].flat());
        await confirmScan(platform, signer, staff, scan);
      }
    } catch (error) {
      const errors = formErrors(c, error);
      if (!errors) throw error;
      return page(c, platform, { scan, staff, ...frame }, reason, errors);
    }
    const at = { agency: staff.agencyId, campaign: scan.campaignId, scan: scan.id };
    return c.redirect(to('scan', at), 303);
  });

  app.get(urls.scanFile, async (c) => {
    const { scan, agency } = await here(c, platform);
    const { mediaType, bytes } = await scanBytes(platform.pool, agency.id, scan.id);
    const ending = mediaType === 'image/jpeg' ? 'jpg' : mediaType.replace(/^.*\//, '');
    return storedFile(c, bytes, mediaType, `pindaian-${scan.id}.${ending}`);
  });
}

/** @throws Refusal 401, 403, 404 */
async function here(c: Ctx, platform: Platform): Promise<Here> {
  const frame = await frameOf(c, platform, 'paper.collect');
  const [campaign, id] = [c.req.param('campaign') ?? '', c.req.param('scan') ?? ''];
  const scan = await scanOf(platform.pool, frame.agency.id, campaign, id).catch(async (error: unknown) => {
    if (error instanceof Refusal) await refuseOtherUnits(platform.pool, frame.staff, null);
    throw error;
  });
  await refuseOtherUnits(platform.pool, frame.staff, scan.unitId);
  const [agencyId, by] = [frame.agency.id, actor(frame.staff)];
  const read = { agencyId, personId: scan.personId, actor: by, what: 'scan' } as const;
  await personRead(platform.pool, read, platform.now());
  return { ...frame, scan };
}

/** @throws Refusal ink.notCompared */
function refuseUnread(ticked: unknown[]): void {
  if (!COMPARED.every((one) => ticked.includes(one))) throw new Refusal('ink.notCompared');
}

const FIELD_OF: Record<string, string> = { 'ink.notCompared': 'compared', 'ink.noReason': 'reason' };

function formErrors(c: Ctx, error: unknown): FieldErrors | null {
  const field = error instanceof Refusal ? FIELD_OF[error.code] : undefined;
  if (!(error instanceof Refusal) || field === undefined) return null;
  return { [field]: refusalText(c.get('visit').lang, error) };
}

async function page(
  c: Ctx,
  platform: Platform,
  { lang, agency, staff, scan }: Here,
  reason = '',
  errors: FieldErrors = {},
): Promise<Response> {
  const holder = { agencyId: agency.id, campaignId: scan.campaignId, personId: scan.personId };
  const signatory = await signatoryOf(platform.pool, holder);
  const me = actor(staff);
  const own = scan.recordedBy === me;
  const next = await nextOnSheet(platform, scan, agency.id, me);
  return showWork(c, {
    title: `${t(lang)('ink.checkTitle')} · ${scan.name}`,
    brand: agency.name,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <ScanCheck {...{ lang, agency, signatory, scan, own, next, reason, errors }} />,
  });
}

/** The name after this one on the same paper that this person may decide about, then from the top. */
async function nextOnSheet(
  { pool }: Platform,
  { id, sheetId, sheetRow, campaignId }: Scan,
  agencyId: string,
  me: string,
): Promise<Scan | null> {
  if (sheetId === null) return null;
  const open = (await scansOf(pool, agencyId, campaignId, { sheetId, open: true })).filter(
    (scan) => scan.id !== id && scan.recordedBy !== me,
  );
  return open.find((scan) => (scan.sheetRow ?? 0) > (sheetRow ?? 0)) ?? open[0] ?? null;
}
