import { randomInt } from 'node:crypto';
import { actor, firstPassword, guardWide, showWork } from '../../access/index.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { messageOf } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { agenciesOf, agencyIds } from '../agency.ts';
import { addInstitution } from '../claim.ts';
import { t } from '../messages.ts';
import { check, EMPTY, readTyped } from './claim.page.tsx';
import type { ClaimTyped } from './claim.view.tsx';
import { showFirstOfficer } from './given.view.tsx';
import { InstitutionsPage } from './institutions.view.tsx';

/** The institutions of this installation, and adding one with its first officer. */
export function institutionPages(app: App, platform: Platform): void {
  const { pool, now } = platform;
  app.get(urls.nationAgencies, (c) => {
    guardWide(c, 'nation.grants.read');
    return page(c, platform, EMPTY, {});
  });

  // The first password is in this answer alone, as for every account.
  app.post(urls.nationAgencies, async (c) => {
    const by = actor(guardWide(c, 'nation.grants'));
    const typed = readTyped(await c.req.parseBody());
    const password = firstPassword(randomInt);
    const { errors, claim } = check(c, typed, password);
    if (!claim) return page(c, platform, typed, errors);
    try {
      await addInstitution(pool, claim, by, now());
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'access.usernameTaken') throw error;
      const taken = messageOf(c.get('visit').lang, error.code) ?? error.code;
      return page(c, platform, typed, { username: taken });
    }
    const { name, username } = claim.officer;
    return showFirstOfficer(c, { name, username, password });
  });
}

async function page(c: Ctx, { pool }: Platform, typed: ClaimTyped, errors: Record<string, string>) {
  const { lang } = c.get('visit');
  const agencies = await agenciesOf(pool, await agencyIds(pool));
  return showWork(c, {
    title: t(lang)('agencies.institutions'),
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <InstitutionsPage {...{ lang, agencies, typed, errors }} />,
  });
}
