import { actor, showWork } from '../../access/index.ts';
import { type Register, registerNow } from '../../law/index.ts';
import { isDay } from '../../platform/days.ts';
import { transaction } from '../../platform/db/index.ts';
import { dateIn } from '../../platform/format.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { field } from '../../platform/http/form.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import { type BasisCheck, checkBases, jointDecreeLines } from '../bases.ts';
import { CAMPAIGN_LIMITS, checkCampaign } from '../check-campaign.ts';
import { createCampaign } from '../create-campaign.ts';
import { t } from '../messages.ts';
import { fieldErrors } from '../problem.ts';
import { readCircular } from '../read-circular.ts';
import {
  basisLines,
  type CampaignForm,
  campaignValues,
  EMPTY_FORM,
  readCampaignForm,
} from './campaign-form.ts';
import { CampaignNew, type NewExtras } from './campaign-new.view.tsx';
import { type Frame, formErrors, frameOf } from './frame.ts';

export function campaignNewPage(app: App, platform: Platform): void {
  app.get(urls.campaignNew, async (c) => {
    const frame = await frameOf(c, platform, 'campaign.create');
    return page(c, frame, { ...EMPTY_FORM, place: frame.agency.place ?? '' }, {});
  });

  app.post(urls.campaignNew, async (c) => {
    const frame = await frameOf(c, platform, 'campaign.create');
    const body = await c.req.parseBody();
    const { form, problems } = await readCampaignForm(body);
    if (problems.length > 0) return page(c, frame, form, fieldErrors(frame.lang, problems), 422);
    const act = field(body, 'act');
    const register = await registerNow(platform.pool);
    if (act === 'read') return page(c, frame, ...filledIn(frame, form, register));
    if (act === 'skb') return page(c, frame, withLines(form, jointDecreeLines(register)), {});
    if (act === 'check')
      return page(c, frame, form, {}, 200, { checked: checked(frame, form, platform.now(), register) });
    return save(c, platform, frame, form);
  });
}

async function save(c: Ctx, { pool, now }: Platform, frame: Frame, form: CampaignForm): Promise<Response> {
  const { agency, lang, staff } = frame;
  const values = campaignValues(form, agency.zone);
  const problems = checkCampaign(values, agency.zone);
  // Opening refuses a deadline that has passed, and a campaign's deadline is never changed.
  if (values.deadline <= now() && !problems.some(({ field }) => field === 'deadline'))
    problems.push({ field: 'deadline', code: 'campaigns.deadlineGone' });
  if (problems.length > 0) return page(c, frame, form, fieldErrors(lang, problems), 422);
  const campaign = { ...values, agencyId: agency.id, isExample: agency.isExample, by: actor(staff) };
  try {
    const id = await transaction(pool, (client) => createCampaign(client, campaign, now()));
    return c.redirect(to('campaign', { agency: agency.id, campaign: id }), 303);
  } catch (error) {
    const { errors, status } = formErrors(lang, error, 'electionId');
    return page(c, frame, form, errors, status);
  }
}

/** What the circular says, put into the fields that are still empty. */
function filledIn(
  frame: Frame,
  form: CampaignForm,
  register: Register,
): [CampaignForm, FieldErrors, 200 | 422, NewExtras] {
  const { length } = form.circularText;
  const limit = CAMPAIGN_LIMITS.circularText;
  const problem = {
    field: 'circularText',
    code: 'campaigns.circularTooLong',
    params: { length, limit: '200.000' },
  };
  if (length > limit) return [form, fieldErrors(frame.lang, [problem]), 422, {}];
  const { number, date, bases } = readCircular(form.circularText, register);
  const filled = {
    ...form,
    circularNumber: form.circularNumber || (number ?? ''),
    circularDate: form.circularDate || (date ?? ''),
    bases: form.bases.trim() ? form.bases : bases.join('\n'),
  };
  return [filled, {}, 200, { read: number !== null || date !== null || bases.length > 0 }];
}

function withLines(form: CampaignForm, lines: readonly string[]): CampaignForm {
  return { ...form, bases: [...new Set([...basisLines(form), ...lines])].join('\n') };
}

function checked(
  { agency }: Frame,
  form: CampaignForm,
  now: Date,
  register: Register,
): { on: string; today: boolean; rows: BasisCheck[] } {
  const today = !isDay(form.circularDate);
  const on = today ? dateIn(now, agency.zone) : form.circularDate;
  return { on, today, rows: checkBases(basisLines(form), on, register) };
}

function page(
  c: Ctx,
  frame: Frame,
  form: CampaignForm,
  errors: FieldErrors,
  status: 200 | 409 | 422 = 200,
  extras: NewExtras = {},
): Response {
  return showWork(c, {
    title: t(frame.lang)('campaigns.newTitle'),
    brand: frame.agency.name,
    status,
    body: <CampaignNew {...frame} form={form} errors={errors} {...extras} />,
  });
}
