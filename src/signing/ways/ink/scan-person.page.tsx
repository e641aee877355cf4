import { actor, showWork } from '../../../access/index.ts';
import { type Frame, frameOf, refuseOtherUnits } from '../../../campaigns/index.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { download } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { refusalText } from '../../../platform/i18n.ts';
import type { Platform } from '../../../platform/platform.ts';
import { personRead } from '../../../platform/reads.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { pactToSign, type Signatory, signatoryOf } from '../../may-sign.ts';
import { waysOn } from '../way-setting.ts';
import { attachScan } from './attach-scan.ts';
import { blankPaper } from './blank-paper.ts';
import { t } from './messages.ts';
import { scansOf } from './scan.ts';
import { bytesOf } from './scan-form.ts';
import { ScanPerson } from './scan-person.view.tsx';

interface Here extends Frame {
  signatory: Signatory;
}

/** One person's scans, and the form that adds one. */
export function scanPersonPage(app: App, platform: Platform): void {
  app.get(urls.scanPerson, async (c) => page(c, platform, await here(c, platform)));

  app.post(urls.scanPerson, async (c) => {
    const { signatory, staff, ...frame } = await here(c, platform);
    const body = await c.req.parseBody().catch((): Record<string, unknown> => ({}));
    const signedOn = typeof body.signedOn === 'string' ? body.signedOn : '';
    try {
      const bytes = await bytesOf(body.file);
      const scan = await attachScan(platform, signatory, { signedOn, bytes, by: actor(staff) });
      const [agency, campaign] = [signatory.agency.id, signatory.campaign.id];
      return c.redirect(to('scan', { agency, campaign, scan }), 303);
    } catch (error) {
      const errors = formErrors(c, error, signedOn);
      if (!errors) throw error;
      return page(c, platform, { signatory, staff, ...frame }, signedOn, errors);
    }
  });

  app.get(urls.scanBlank, async (c) => {
    const { signatory } = await here(c, platform);
    const now = platform.now();
    const pdf = blankPaper({ ...signatory, text: pactToSign(signatory, now) }, signatory.person, now);
    const name = `formulir-${signatory.person.personId}.pdf`;
    return download(c, new Uint8Array(pdf), 'application/pdf', name);
  });
}

/** @throws Refusal 401, 403, 404 */
async function here(c: Ctx, platform: Platform): Promise<Here> {
  const frame = await frameOf(c, platform, 'paper.collect');
  const [campaignId, personId] = [c.req.param('campaign') ?? '', c.req.param('person') ?? ''];
  const holder = { agencyId: frame.agency.id, campaignId, personId };
  const signatory = await signatoryOf(platform.pool, holder).catch(async (error: unknown) => {
    // Somebody limited to units learns nothing of whether a person exists.
    if (error instanceof Refusal) await refuseOtherUnits(platform.pool, frame.staff, null);
    throw error;
  });
  await refuseOtherUnits(platform.pool, frame.staff, signatory.person.unitId);
  const read = { agencyId: frame.agency.id, personId, actor: actor(frame.staff), what: 'scan' } as const;
  await personRead(platform.pool, read, platform.now());
  return { ...frame, signatory };
}

/** A date left empty is named together with what is wrong with the file. */
function formErrors(c: Ctx, error: unknown, signedOn: string): FieldErrors | null {
  if (!(error instanceof Refusal) || error.status !== 422) return null;
  const field = error.code === 'ink.badDate' ? 'signedOn' : 'file';
  const { lang } = c.get('visit');
  return {
    ...(signedOn === '' ? { signedOn: t(lang)('ink.badDate') } : {}),
    [field]: refusalText(lang, error),
  };
}

async function page(
  c: Ctx,
  platform: Platform,
  { lang, agency, signatory }: Here,
  signedOn = '',
  errors: FieldErrors = {},
): Promise<Response> {
  const { campaign, person, signed } = signatory;
  const { personId } = person;
  const scans = await scansOf(platform.pool, agency.id, campaign.id, { personId });
  const allowed = (await waysOn(platform.pool, agency.id, campaign.id)).ink;
  const pact = signed || !allowed ? null : openPact(signatory, platform.now());
  return showWork(c, {
    title: `${t(lang)('ink.attachTitle')} · ${person.name}`,
    brand: agency.name,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <ScanPerson {...{ lang, agency, signatory, scans, pact, signedOn, errors }} />,
  });
}

/** null where nobody may sign now. */
function openPact(signatory: Signatory, now: Date) {
  try {
    return pactToSign(signatory, now);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
