import { actor, guard, type Staff, showWork } from '../../access/index.ts';
import { agencyOn } from '../../agencies/index.ts';
import { campaignOf } from '../../campaigns/index.ts';
import { ceremoniesOf } from '../../ceremonies/index.ts';
import { publicAddress } from '../../platform/config.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { messageOf } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { approveRelease, reviewOf } from '../approve-release.ts';
import { t } from '../messages.ts';
import { createRelease, type Release, releaseOf, releasesOf, saveRelease } from '../release.ts';
import { draftRelease } from '../release-draft.ts';
import { releaseFacts } from '../release-facts.ts';
import { ReleaseEditView, ReleaseListView } from './release-edit.view.tsx';

type Body = Record<string, unknown>;

export function releaseEditPage(app: App, platform: Platform): void {
  app.get(urls.releaseEdit, async (c) => {
    const staff = guard(c, 'release.write');
    const id = c.req.query('id');
    return id ? edit(c, platform, staff, await own(c, platform, staff, id)) : list(c, platform, staff);
  });

  app.post(urls.releaseEdit, async (c) => {
    const staff = guard(c, 'release.write');
    const body = await c.req.parseBody();
    if (body.tindakan === 'rancang') return draft(c, platform, staff, body);
    const release = await own(c, platform, staff, String(body.id ?? ''));
    return body.tindakan === 'setuju'
      ? approve(c, platform, staff, release, body)
      : save(c, platform, staff, release, body);
  });
}

/** A release of this campaign. @throws Refusal newsroom.unknown (404) */
async function own(c: Ctx, { pool }: Platform, staff: Staff, id: string): Promise<Release> {
  const release = await releaseOf(pool, staff.agencyId, id);
  if (release.campaignId !== c.req.param('campaign')) throw new Refusal('newsroom.unknown', 404);
  return release;
}

async function draft(c: Ctx, platform: Platform, staff: Staff, body: Body): Promise<Response> {
  const { pool, config, now } = platform;
  const campaignId = c.req.param('campaign') as string;
  const ceremonyId = String(body.ceremony ?? '');
  if (ceremonyId === '')
    return list(c, platform, staff, { ceremony: t(c.get('visit').lang)('newsroom.chooseCeremony') });
  const { agencyId } = staff;
  const verifyUrl = `${publicAddress(config)}${urls.verify}`;
  const facts = await releaseFacts(pool, { agencyId, campaignId, ceremonyId }, verifyUrl, now());
  const isExample = facts.ceremony.isExample || facts.campaign.isExample;
  const release = { agencyId, campaignId, ceremonyId, isExample, by: actor(staff), ...draftRelease(facts) };
  const id = await transaction(pool, (client) => createRelease(client, release, now()));
  return c.redirect(address(staff, campaignId, id), 303);
}

async function save(
  c: Ctx,
  platform: Platform,
  staff: Staff,
  release: Release,
  body: Body,
): Promise<Response> {
  const typed = { title: String(body.title ?? ''), body: String(body.body ?? '') };
  const next = { ...typed, after: Number(body.version), by: actor(staff) };
  try {
    await transaction(platform.pool, (client) => saveRelease(client, release, next, platform.now()));
    return c.redirect(`${address(staff, release.campaignId, release.id)}&simpan=1`, 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return edit(c, platform, staff, release, { typed, errors: errorsOf(c, error) });
  }
}

async function approve(
  c: Ctx,
  platform: Platform,
  staff: Staff,
  release: Release,
  body: Body,
): Promise<Response> {
  const { agencyId, id, campaignId } = release;
  const approval = { agencyId, id, version: Number(body.version), by: actor(staff) };
  try {
    await transaction(platform.pool, (client) => approveRelease(client, approval, platform.now()));
    return c.redirect(`${address(staff, campaignId, id)}&setuju=1`, 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return edit(c, platform, staff, release, { typed: release, errors: errorsOf(c, error) });
  }
}

async function list(c: Ctx, { pool }: Platform, staff: Staff, errors: FieldErrors = {}): Promise<Response> {
  const { lang } = c.get('visit');
  const { agencyId } = staff;
  const campaign = await campaignOf(pool, agencyId, c.req.param('campaign') as string);
  const releases = await releasesOf(pool, agencyId, campaign.id);
  const ceremonies = await ceremoniesOf(pool, agencyId, campaign.id);
  return showWork(c, {
    title: t(lang)('newsroom.releases'),
    brand: (await agencyOn(pool, agencyId, null)).name,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <ReleaseListView {...{ lang, agencyId, campaign, errors, releases, ceremonies }} />,
  });
}

async function edit(
  c: Ctx,
  { pool }: Platform,
  staff: Staff,
  release: Release,
  failed?: { typed: { title: string; body: string }; errors: FieldErrors },
): Promise<Response> {
  const { lang } = c.get('visit');
  const { agencyId } = staff;
  const campaign = await campaignOf(pool, agencyId, release.campaignId);
  const review = await reviewOf(pool, release, lang);
  const done = c.req.query('setuju') ? 'approved' : c.req.query('simpan') ? 'saved' : null;
  const { typed = release, errors = {} } = failed ?? {};
  return showWork(c, {
    title: t(lang)('newsroom.edit'),
    brand: (await agencyOn(pool, agencyId, null)).name,
    status: failed ? 422 : 200,
    body: <ReleaseEditView {...{ lang, agencyId, campaign, release, review, typed, errors, done }} />,
  });
}

const FIELD_OF: Record<string, string> = { 'newsroom.noTitle': 'title', 'newsroom.noBody': 'body' };

function errorsOf(c: Ctx, { code, params }: Refusal): FieldErrors {
  return { [FIELD_OF[code] ?? '']: messageOf(c.get('visit').lang, code, params) ?? code };
}

function address(staff: Staff, campaign: string, id: string): string {
  return `${to('releaseEdit', { agency: staff.agencyId, campaign })}?id=${encodeURIComponent(id)}`;
}
