import { actor, mayDo, showWork } from '../../access/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { field, fields } from '../../platform/http/form.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import type { Campaign } from '../campaign.ts';
import { campaignFrame, type Frame, formErrors } from '../pages/frame.ts';
import { exempt } from '../standing.ts';
import { tidyLine } from '../tidy.ts';
import { addToAudience } from './add-to-audience.ts';
import {
  countDifference,
  DIFFERENCE_PAGE,
  DIFFERENCES,
  type DifferenceKind,
  differenceOf,
} from './difference.ts';
import { DifferencePage } from './difference.view.tsx';
import { t } from './messages.ts';

type Here = Frame & { campaign: Campaign };

/** Who came, left or changed since the campaign opened, and what the officer does about it. */
export function differencePage(app: App, platform: Platform): void {
  app.get(urls.difference, async (c) =>
    show(c, platform, await campaignFrame(c, platform, 'difference.view')),
  );

  app.post(urls.difference, async (c) => {
    const here = await campaignFrame(c, platform, 'difference.settle');
    const { agency, campaign, staff, lang } = here;
    const body = await c.req.parseBody({ all: true });
    const persons = fields(body, 'orang').slice(0, DIFFERENCE_PAGE);
    const reason = tidyLine(field(body, 'reason'));
    const about = { agencyId: agency.id, campaignId: campaign.id, reason, by: actor(staff) };
    const kind = field(body, 'aksi') === 'tambah' ? 'hired' : 'gone';
    try {
      await transaction(platform.pool, async (client) => {
        if (kind === 'hired') await addToAudience(client, { ...about, persons }, platform.now());
        else await exemptAll(client, about, persons, platform.now());
      });
    } catch (error) {
      const { errors, status } = formErrors(lang, error, 'reason');
      return show(c, platform, here, { errors, status, kind, reason, persons });
    }
    return c.redirect(`${to('difference', { agency: agency.id, campaign: campaign.id })}?jenis=${kind}`, 303);
  });
}

async function exemptAll(
  client: Parameters<typeof exempt>[0],
  about: Omit<Parameters<typeof exempt>[1], 'personId'>,
  persons: readonly string[],
  now: Date,
): Promise<void> {
  if (persons.length === 0) throw new Refusal('campaigns.difference.nobody', 422);
  for (const personId of persons) await exempt(client, { ...about, personId }, now);
}

export interface Typed {
  errors: FieldErrors;
  status: 200 | 409 | 422;
  kind: DifferenceKind;
  reason: string;
  persons: readonly string[];
}

async function show(c: Ctx, { pool }: Platform, here: Here, wrong?: Typed): Promise<Response> {
  const { campaign, agency, lang } = here;
  if (!campaign.opening) throw new Refusal('campaigns.difference.notOpen', 409);
  const asked = DIFFERENCES.find((kind) => kind === c.req.query('jenis')) ?? 'hired';
  const typed: Typed = wrong ?? { errors: {}, status: 200, kind: asked, reason: '', persons: [] };
  const page = Math.max(1, Math.min(1_000_000, Math.trunc(Number(c.req.query('hal') ?? 1)) || 1));
  const counts = await countDifference(pool, campaign);
  const people = await differenceOf(pool, campaign, typed.kind, page);
  const mayWrite = campaign.state === 'open' && mayDo(c, 'difference.settle') !== null;
  return showWork(c, {
    title: t(lang)('campaigns.difference.title'),
    brand: agency.name,
    status: typed.status,
    body: <DifferencePage {...{ ...here, counts, people, page, typed, mayWrite }} />,
  });
}
