import type { ClientBase } from 'pg';
import { actor, showWork } from '../../access/index.ts';
import { fieldErrors, formErrors } from '../../campaigns/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import { addOfficer, addParticipation } from '../add-line.ts';
import { checkOfficer, checkParticipation } from '../check-ceremony.ts';
import { ceremonyOf } from '../find-ceremony.ts';
import { CeremonyPage, type LineForms, NO_LINES } from './ceremony.view.tsx';
import { OFFICER_NAMES, officerValues, PARTICIPATION_NAMES, participationValues, typedOf } from './form.ts';
import { ceremonyFrame } from './frame.ts';

type Here = Awaited<ReturnType<typeof ceremonyFrame>>;

export function ceremonyPage(app: App, platform: Platform): void {
  app.get(urls.ceremony, async (c) => {
    const here = await ceremonyFrame(c, platform, 'ceremony.read');
    return page(c, platform, here, NO_LINES);
  });

  app.post(urls.ceremony, async (c) => {
    const here = await ceremonyFrame(c, platform, 'ceremony.plan');
    const line = lineOf(here, await c.req.parseBody());
    const { act, typed, problems } = line;
    if (problems.length > 0)
      return page(c, platform, here, { act, typed, errors: fieldErrors(here.lang, problems) }, 422);
    try {
      await transaction(platform.pool, (client) => line.add(client, platform.now()));
    } catch (error) {
      const { errors, status } = formErrors(here.lang, error);
      return page(c, platform, here, { act, typed, errors }, status);
    }
    return c.redirect(to('ceremony', { agency: here.agency.id, ceremony: here.head.id }), 303);
  });
}

/** The one line that the form adds: an official or a group of participants. */
function lineOf({ agency, head, staff }: Here, body: Record<string, unknown>) {
  const about = { agencyId: agency.id, ceremonyId: head.id, by: actor(staff) };
  if (body.act === 'officer') {
    const typed = typedOf(body, OFFICER_NAMES);
    const values = officerValues(typed);
    const add = (client: ClientBase, now: Date) => addOfficer(client, { ...values, ...about }, now);
    return { act: 'officer' as const, typed, problems: checkOfficer(values), add };
  }
  const typed = typedOf(body, PARTICIPATION_NAMES);
  const values = participationValues(typed);
  const add = (client: ClientBase, now: Date) => addParticipation(client, { ...values, ...about }, now);
  const problems = checkParticipation(values).map((problem) =>
    problem.field === 'employer' ? { ...problem, field: 'groupEmployer' } : problem,
  );
  return { act: 'participation' as const, typed, problems, add };
}

async function page(
  c: Ctx,
  { pool }: Platform,
  here: Here,
  lines: LineForms,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const ceremony = await ceremonyOf(pool, here.agency.id, here.head.id);
  return showWork(c, {
    title: ceremony.title,
    brand: here.agency.name,
    status,
    body: <CeremonyPage {...here} ceremony={ceremony} lines={lines} />,
  });
}
