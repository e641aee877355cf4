import type { ClientBase } from 'pg';
import { actor, showWork } from '../../access/index.ts';
import { findElection } from '../../elections/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { field } from '../../platform/http/form.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { addText } from '../add-text.ts';
import type { Campaign, TextKind } from '../campaign.ts';
import { checkText } from '../check-text.ts';
import { textsOf } from '../find-campaign.ts';
import { t } from '../messages.ts';
import { fieldErrors, type Problem } from '../problem.ts';
import { tidyLine } from '../tidy.ts';
import { withdrawText } from '../withdraw-text.ts';
import { CampaignText } from './campaign-text.view.tsx';
import { campaignFrame, type Frame, formErrors } from './frame.ts';
import { draftNamed, formOfText, readTextForm, type TextForm, textOfForm } from './text-form.ts';

const KINDS: Record<string, TextKind> = { ikrar: 'pledge', pakta: 'pact', pledge: 'pledge', pact: 'pact' };

type Here = Frame & { campaign: Campaign; kind: TextKind };

export function campaignTextPage(app: App, platform: Platform): void {
  app.get(urls.campaignText, async (c) => {
    const here = { ...(await campaignFrame(c, platform, 'campaign.text.read')), kind: kindOf(c) };
    return page(c, platform, here, firstForm(here, c.req.query('draf')), {});
  });

  app.post(urls.campaignText, async (c) => {
    const here = { ...(await campaignFrame(c, platform, 'campaign.text.change')), kind: kindOf(c) };
    const body = await c.req.parseBody();
    const form = readTextForm(body);
    const withdrawing = field(body, 'act') === 'withdraw';
    const problems = withdrawing ? [] : formProblems(form);
    if (problems.length > 0) return page(c, platform, here, form, fieldErrors(here.lang, problems), 422);
    try {
      await transaction(platform.pool, (client) => change(client, here, body, platform.now()));
    } catch (error) {
      const { errors, status } = formErrors(here.lang, error, withdrawing ? 'reason' : '');
      return page(c, platform, here, withdrawing ? firstForm(here) : form, errors, status);
    }
    return c.redirect(
      to('campaignText', { ...at(here), kind: here.kind === 'pledge' ? 'ikrar' : 'pakta' }),
      303,
    );
  });
}

function kindOf(c: Ctx): TextKind {
  const kind = KINDS[c.req.param('kind') ?? ''];
  if (!kind) throw new Refusal('platform.notFound', 404);
  return kind;
}

async function change(
  client: ClientBase,
  here: Here,
  body: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const { agency, campaign, kind, staff } = here;
  const about = { agencyId: agency.id, campaignId: campaign.id, kind, by: actor(staff) };
  if (field(body, 'act') === 'withdraw') {
    const version = Number.parseInt(field(body, 'version'), 10) || 0;
    return withdrawText(client, { ...about, version, reason: tidyLine(field(body, 'reason')) }, now);
  }
  const form = readTextForm(body);
  const source = tidyLine(form.source);
  await addText(client, { ...about, text: textOfForm(form), draft: form.official !== 'yes', source }, now);
}

function formProblems(form: TextForm): Problem[] {
  const source = tidyLine(form.source) === '' ? [{ field: 'source', code: 'campaigns.textNoSource' }] : [];
  return [...checkText(textOfForm(form)), ...source];
}

/** What the form begins with: the current text, else the draft that was asked for, plainly a draft. */
function firstForm({ lang, campaign, kind }: Here, draft?: string): TextForm {
  const current = campaign[kind];
  if (current && draft === undefined)
    return formOfText(current, current.source, current.draft ? 'no' : 'yes');
  const election = findElection(campaign.electionId)?.kind === 'pemilihan' ? 'pilkada' : 'pemilu';
  return formOfText(draftNamed(draft ?? '', kind, election), t(lang)('campaigns.draftSource'), 'no');
}

async function page(
  c: Ctx,
  { pool }: Platform,
  here: Here,
  form: TextForm,
  errors: FieldErrors,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { lang, agency, campaign, kind } = here;
  const versions = (await textsOf(pool, agency.id, campaign.id)).filter((text) => text.kind === kind);
  const tr = t(lang);
  return showWork(c, {
    title: tr('campaigns.textTitle', { kind: tr(`campaigns.kind.${kind}`) }),
    brand: agency.name,
    status,
    body: <CampaignText {...here} versions={versions} form={form} errors={errors} />,
  });
}

function at({ agency, campaign }: Here): { agency: string; campaign: string } {
  return { agency: agency.id, campaign: campaign.id };
}
