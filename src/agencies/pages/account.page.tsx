import { randomInt } from 'node:crypto';
import {
  firstPassword,
  guard,
  rolesOf,
  type Staff,
  showWork,
  tiesAt,
  worksOnlyHere,
} from '../../access/index.ts';
import { forAll, transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { messageOf } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { givePassword, giveRole, takeRole } from '../accounts/change.ts';
import { tieToPerson } from '../accounts/tie-account.ts';
import { agencyOn } from '../agency.ts';
import { unitsOf } from '../unit.ts';
import { AccountPage, type AccountTyped } from './account.view.tsx';
import { checkPlace, checkReason, EMPTY, readAccountForm } from './accounts-form.ts';
import { showGiven } from './given.view.tsx';
import { field } from './staff.ts';

const NOTHING: AccountTyped = { form: EMPTY, grantId: '', reason: '', number: '' };

const FIELD_OF: Readonly<Record<string, string>> = { akhiri: 'grantId', orang: 'number' };

/** One account: whose it is, one role more, one role less, a new password. */
export function accountPage(app: App, platform: Platform): void {
  const { now } = platform;
  app.get(urls.account, (c) => show(c, platform, guard(c, 'accounts.view'), NOTHING, {}));

  app.post(urls.account, async (c) => {
    const staff = guard(c, 'accounts.manage');
    const accountId = c.req.param('account');
    const body = await c.req.parseBody();
    const typed: AccountTyped = {
      form: readAccountForm(body),
      grantId: field(body, 'grantId'),
      reason: field(body, 'reason'),
      number: field(body, 'number').slice(0, 40),
    };
    if (body.aksi === 'sandi') return reset(c, platform, staff, accountId);
    const errors = await change(c, platform, staff, {
      aksi: field(body, 'aksi'),
      typed,
      accountId,
      at: now(),
    });
    if (Object.keys(errors).length > 0) return show(c, platform, staff, typed, errors);
    return c.redirect(`${to('account', { agency: staff.agencyId, account: accountId })}?tersimpan=1`, 303);
  });
}

interface Change {
  aksi: string;
  typed: AccountTyped;
  accountId: string;
  at: Date;
}

/** @returns what is wrong, by field; nothing when it is done */
async function change(c: Ctx, { pool }: Platform, staff: Staff, wish: Change): Promise<FieldErrors> {
  const { lang } = c.get('visit');
  const { aksi, accountId, at } = wish;
  const { form, grantId, reason } = wish.typed;
  const { zone } = await agencyOn(pool, staff.agencyId, null);
  const { place, errors } = checkPlace(lang, form, { zone, now: at });
  const wrong = aksi === 'orang' ? {} : aksi === 'akhiri' ? checkReason(lang, reason) : errors;
  if (Object.keys(wrong).length > 0) return wrong;
  try {
    if (aksi === 'orang') await tieToPerson(pool, staff, { accountId, number: wish.typed.number }, at);
    else if (aksi === 'akhiri') await takeRole(pool, staff, { accountId, grantId, reason }, at);
    else if (place) await giveRole(pool, staff, accountId, place, at);
    return {};
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 404 || error.status === 403) throw error;
    return { [FIELD_OF[aksi] ?? 'role']: messageOf(lang, error.code) ?? error.code };
  }
}

async function reset(c: Ctx, { pool, now }: Platform, staff: Staff, accountId: string): Promise<Response> {
  const password = firstPassword(randomInt);
  await givePassword(pool, staff, { accountId, password }, now());
  const [known] = await rolesOf(pool, staff.agencyId, accountId, now());
  const { name, username } = known as NonNullable<typeof known>;
  return showGiven(c, await agencyOn(pool, staff.agencyId, null), { name, username, password });
}

async function show(c: Ctx, { pool, now }: Platform, staff: Staff, typed: AccountTyped, errors: FieldErrors) {
  const { lang } = c.get('visit');
  const roles = await rolesOf(pool, staff.agencyId, c.req.param('account') ?? '', now());
  const tie = (await tiesAt(pool, staff.agencyId)).find(({ accountId }) => accountId === roles[0]?.accountId);
  const agency = await agencyOn(pool, staff.agencyId, null);
  const units = await unitsOf(pool, agency.id);
  const place = { agencyId: agency.id, accountId: c.req.param('account') ?? '' };
  const onlyHere = await forAll(() => transaction(pool, (client) => worksOnlyHere(client, place, now())));
  const wrong = Object.keys(errors).length > 0;
  const saved = !wrong && c.req.query('tersimpan') === '1';
  return showWork(c, {
    title: roles[0]?.name ?? '',
    brand: agency.name,
    status: wrong ? 422 : 200,
    body: (
      <AccountPage {...{ lang, agency, units, roles, tie: tie ?? null, onlyHere, typed, errors, saved }} />
    ),
  });
}
