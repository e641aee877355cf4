import { actor, showWork } from '../../../access/index.ts';
import { type Frame, fieldErrors, frameOf, refuseOtherUnits, textsOf } from '../../../campaigns/index.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { field, fields } from '../../../platform/http/form.ts';
import { download } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { type Invitation, invitationOf } from '../../may-sign.ts';
import { attachSheet } from './attach-sheet.ts';
import { t } from './messages.ts';
import type { PaperText } from './paper-text.ts';
import { scansOf } from './scan.ts';
import { bytesOf } from './scan-form.ts';
import { type Sheet, sheetCode, sheetOf, sheetRows } from './sheet.ts';
import { SheetView, type TypedSheet } from './sheet.view.tsx';
import { sheetPaper } from './sheet-paper.ts';

type Here = Frame & { sheet: Sheet; invitation: Invitation };

const NOTHING: TypedSheet = { signedOn: '', ticked: [] };

/** One paper for many: to print, to bring back, and what became of each row. */
export function sheetPage(app: App, platform: Platform): void {
  app.get(urls.scanSheet, async (c) => page(c, platform, await here(c, platform)));

  app.post(urls.scanSheet, async (c) => {
    const frame = await here(c, platform);
    const { agency, sheet, staff } = frame;
    const body = await c.req.parseBody({ all: true }).catch((): Record<string, unknown> => ({}));
    const typed = { signedOn: field(body, 'signedOn'), ticked: fields(body, 'person') };
    const who = { agencyId: agency.id, sheet, personIds: typed.ticked, by: actor(staff) };
    try {
      const bytes = await bytesOf(body.file);
      await attachSheet(platform, { ...who, signedOn: typed.signedOn, bytes });
    } catch (error) {
      const { errors, status } = errorsOf(frame, error);
      return page(c, platform, frame, typed, errors, status);
    }
    return c.redirect(addressOf(frame), 303);
  });

  app.get(urls.scanSheetPaper, async (c) => {
    const frame = await here(c, platform);
    const { agency, sheet } = frame;
    const rows = await sheetRows(platform.pool, agency.id, sheet.id);
    const base = platform.config.publicUrl ?? new URL(c.req.url).origin;
    const pdf = sheetPaper(await paperOf(platform, frame), sheet, rows, base + addressOf(frame));
    const name = `lembar-${sheetCode(sheet.id)}.pdf`;
    return download(c, new Uint8Array(pdf), 'application/pdf', name);
  });
}

/** @throws Refusal 401, 403, 404 */
async function here(c: Ctx, platform: Platform): Promise<Here> {
  const { pool } = platform;
  const frame = await frameOf(c, platform, 'paper.collect');
  const [campaign, id] = [c.req.param('campaign') ?? '', c.req.param('sheet') ?? ''];
  const sheet = await sheetOf(pool, frame.agency.id, campaign, id).catch(async (error: unknown) => {
    if (error instanceof Refusal) await refuseOtherUnits(pool, frame.staff, null);
    throw error;
  });
  await refuseOtherUnits(pool, frame.staff, sheet.unitId);
  return { ...frame, sheet, invitation: await invitationOf(pool, frame.agency.id, campaign) };
}

function addressOf({ agency, sheet }: Here): string {
  return to('scanSheet', { agency: agency.id, campaign: sheet.campaignId, sheet: sheet.id });
}

/** The text that was fixed with the paper, whatever stands in the campaign today. */
async function paperOf({ pool }: Platform, { invitation, sheet }: Here): Promise<PaperText> {
  const texts = await textsOf(pool, invitation.agency.id, sheet.campaignId);
  const text = texts.find(({ digest }) => digest === sheet.textDigest);
  if (!text) throw new Error('a sheet carries a text that its campaign does not have');
  return { ...invitation, text };
}

const FIELD_OF: Record<string, string> = {
  'ink.badDate': 'signedOn',
  'ink.noneTicked': 'person',
  'ink.notOnSheet': 'person',
  'ink.onOtherPaper': 'person',
  'ink.signedAlready': 'person',
  'ink.rejectedOnFile': 'person',
};

/** @throws the error itself where it is none of the form's */
function errorsOf({ lang }: Here, error: unknown): { errors: FieldErrors; status: 409 | 422 } {
  if (!(error instanceof Refusal) || (error.status !== 409 && error.status !== 422)) throw error;
  const { code, params, status } = error;
  return { errors: fieldErrors(lang, [{ field: FIELD_OF[code] ?? 'file', code, params }]), status };
}

async function page(
  c: Ctx,
  { pool }: Platform,
  { lang, agency, sheet, invitation }: Here,
  typed: TypedSheet = NOTHING,
  errors: FieldErrors = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const rows = await sheetRows(pool, agency.id, sheet.id);
  const scans = await scansOf(pool, agency.id, sheet.campaignId, { sheetId: sheet.id });
  const current = invitation.campaign.pact?.digest === sheet.textDigest;
  return showWork(c, {
    title: `${t(lang)('ink.sheetTitle')} · ${sheet.unitName}`,
    brand: agency.name,
    status,
    body: <SheetView {...{ lang, agency, sheet, rows, scans, current, typed, errors }} />,
  });
}
