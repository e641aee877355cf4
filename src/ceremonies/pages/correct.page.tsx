import { actor, showWork } from '../../access/index.ts';
import { fieldErrors, formErrors, tidyLine } from '../../campaigns/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import type { CeremonyHead } from '../ceremony.ts';
import { checkCorrection } from '../check-ceremony.ts';
import { correctCeremony, correctionsOf } from '../correct-ceremony.ts';
import { t } from '../plan/messages.ts';
import { CorrectPage } from './correct.view.tsx';
import { CEREMONY_NAMES, ceremonyValues, type Typed, typedOf } from './form.ts';
import { ceremonyFrame } from './frame.ts';

type Here = Awaited<ReturnType<typeof ceremonyFrame>>;

export function correctPage(app: App, platform: Platform): void {
  app.get(urls.ceremonyCorrect, async (c) => {
    const here = await ceremonyFrame(c, platform, 'ceremony.plan');
    return page(c, platform, here, typedFrom(here.head), {});
  });

  app.post(urls.ceremonyCorrect, async (c) => {
    const here = await ceremonyFrame(c, platform, 'ceremony.plan');
    const { agency, head, lang, staff } = here;
    const typed = typedOf(await c.req.parseBody(), [...CEREMONY_NAMES, 'reason']);
    const { kind, minutes, ...facts } = ceremonyValues(typed);
    const values = { ...facts, reason: tidyLine(typed.reason ?? '') };
    const problems = checkCorrection(values);
    if (problems.length > 0) return page(c, platform, here, typed, fieldErrors(lang, problems), 422);
    const about = { agencyId: agency.id, ceremonyId: head.id, by: actor(staff) };
    try {
      await transaction(platform.pool, (client) =>
        correctCeremony(client, { ...values, ...about }, platform.now()),
      );
    } catch (error) {
      const { errors, status } = formErrors(lang, error);
      return page(c, platform, here, typed, errors, status);
    }
    return c.redirect(to('ceremony', { agency: agency.id, ceremony: head.id }), 303);
  });
}

function typedFrom(head: CeremonyHead): Typed {
  const { title, heldOn, heldOnStatus, heldOnNote, startsAt, place, organiser } = head;
  return {
    ...{ title, heldOnStatus, organiser, reason: '' },
    ...{ heldOn: heldOn ?? '', heldOnNote: heldOnNote ?? '', startsAt: startsAt ?? '', place: place ?? '' },
  };
}

async function page(
  c: Ctx,
  { pool }: Platform,
  here: Here,
  typed: Typed,
  errors: FieldErrors,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const corrections = await correctionsOf(pool, here.agency.id, here.head.id);
  return showWork(c, {
    title: t(here.lang)('plan.correct'),
    brand: here.agency.name,
    status,
    body: <CorrectPage {...here} corrections={corrections} typed={typed} errors={errors} />,
  });
}
