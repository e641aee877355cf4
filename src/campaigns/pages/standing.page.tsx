import { type ActionName, actor, mayDo, showWork } from '../../access/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { field } from '../../platform/http/form.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { personRead } from '../../platform/reads.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { type AudiencePerson, audiencePerson } from '../audience.ts';
import type { Campaign } from '../campaign.ts';
import { t } from '../messages.ts';
import { refuseOtherUnits } from '../own-units.ts';
import { decline, exempt, standingOf } from '../standing.ts';
import { tidyLine } from '../tidy.ts';
import { campaignFrame, type Frame, formErrors } from './frame.ts';
import { PersonStanding } from './standing.view.tsx';

type Here = Frame & { campaign: Campaign; person: AudiencePerson };

export function standingPage(app: App, platform: Platform): void {
  app.get(urls.standing, async (c) => {
    const here = await personFrame(c, platform, 'standing.read');
    const [agencyId, personId] = [here.agency.id, here.person.personId];
    const read = { agencyId, personId, actor: actor(here.staff), what: 'standing' } as const;
    await personRead(platform.pool, read, platform.now());
    return page(c, platform, here, {});
  });

  app.post(urls.standing, async (c) => {
    const here = await personFrame(c, platform, 'standing.decide');
    const { agency, campaign, person, staff, lang } = here;
    const body = await c.req.parseBody();
    const act = field(body, 'act') === 'decline' ? 'decline' : 'exempt';
    const about = {
      agencyId: agency.id,
      campaignId: campaign.id,
      personId: person.personId,
      by: actor(staff),
    };
    const text = tidyLine(field(body, act === 'exempt' ? 'reason' : 'note'));
    try {
      await transaction(platform.pool, (client) =>
        act === 'exempt'
          ? exempt(client, { ...about, reason: text }, platform.now())
          : decline(client, { ...about, note: text }, platform.now()),
      );
    } catch (error) {
      const { errors, status } = formErrors(lang, error, act === 'exempt' ? 'reason' : 'note');
      return page(c, platform, here, errors, status);
    }
    return c.redirect(
      to('standing', { agency: agency.id, campaign: campaign.id, person: person.personId }),
      303,
    );
  });
}

/** Someone limited to units is refused alike for a person of another unit and for nobody at all. */
async function personFrame(c: Ctx, platform: Platform, action: ActionName): Promise<Here> {
  const frame = await campaignFrame(c, platform, action);
  const id = c.req.param('person') ?? '';
  const person = await audiencePerson(platform.pool, frame.agency.id, frame.campaign.id, id);
  await refuseOtherUnits(platform.pool, frame.staff, person?.unitId ?? null);
  if (!person) throw new Refusal('campaigns.personUnknown', 404);
  return { ...frame, person };
}

async function page(
  c: Ctx,
  platform: Platform,
  here: Here,
  errors: FieldErrors,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { agency, campaign, person, lang } = here;
  const standing = await standingOf(platform.pool, agency.id, campaign.id, person.personId);
  return showWork(c, {
    title: t(lang)('campaigns.standingTitle'),
    brand: agency.name,
    status,
    body: (
      <PersonStanding
        {...here}
        standing={standing}
        errors={errors}
        mayWrite={await mayWrite(c, platform, here)}
      />
    ),
  });
}

/** Reading and writing may come from different roles, each with its own reach. */
async function mayWrite(c: Ctx, { pool }: Platform, { campaign, person }: Here): Promise<boolean> {
  const deciding = mayDo(c, 'standing.decide');
  if (campaign.state === 'closed' || !deciding) return false;
  try {
    await refuseOtherUnits(pool, deciding, person.unitId);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
