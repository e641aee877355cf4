import { randomInt } from 'node:crypto';
import { firstPassword, guard, rolesAt, type Staff, showWork } from '../../access/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { messageOf } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { addStaff } from '../accounts/change.ts';
import { t } from '../accounts/messages.ts';
import { agencyOn } from '../agency.ts';
import { unitsOf } from '../unit.ts';
import { accountPage } from './account.page.tsx';
import { AccountsPage } from './accounts.view.tsx';
import { type AccountForm, checkPlace, checkWho, EMPTY, readAccountForm } from './accounts-form.ts';
import { showGiven } from './given.view.tsx';

const FIELD_OF: Readonly<Record<string, string>> = {
  'access.usernameTaken': 'username',
  'accounts.unitUnknown': 'unitId',
};

/** Who may work at the institution, and letting somebody new in. */
export function accountsPages(app: App, platform: Platform): void {
  const { pool, now } = platform;
  app.get(urls.accounts, (c) => show(c, platform, guard(c, 'accounts.view'), EMPTY, {}));

  // The password is in this answer alone: not stored, not in an address, so there is nothing to be sent on to.
  app.post(urls.accounts, async (c) => {
    const staff = guard(c, 'accounts.manage');
    const { lang } = c.get('visit');
    const form = readAccountForm(await c.req.parseBody());
    const { zone } = await agencyOn(pool, staff.agencyId, null);
    const { place, errors } = checkPlace(lang, form, { zone, now: now() });
    const wrong = { ...checkWho(lang, form), ...errors };
    if (!place || Object.keys(wrong).length > 0) return show(c, platform, staff, form, wrong);
    const { name, username } = form;
    const password = firstPassword(randomInt);
    try {
      await addStaff(pool, staff, { name, username, password, ...place }, now());
    } catch (error) {
      const at = error instanceof Refusal ? FIELD_OF[error.code] : undefined;
      if (!(error instanceof Refusal) || !at) throw error;
      return show(c, platform, staff, form, { [at]: messageOf(lang, error.code) ?? error.code });
    }
    return showGiven(c, await agencyOn(pool, staff.agencyId, null), { name, username, password });
  });

  accountPage(app, platform);
}

async function show(c: Ctx, { pool, now }: Platform, staff: Staff, form: AccountForm, errors: FieldErrors) {
  const { lang } = c.get('visit');
  const agency = await agencyOn(pool, staff.agencyId, null);
  const units = await unitsOf(pool, agency.id);
  const roles = (await rolesAt(pool, agency.id, now())).filter(({ endedAt }) => endedAt === null);
  return showWork(c, {
    title: t(lang)('accounts.title'),
    brand: agency.name,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <AccountsPage {...{ lang, agency, units, roles, form, errors }} />,
  });
}
