import { randomInt } from 'node:crypto';
import { endOfDay } from '../../platform/days.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { type Body, lineField } from '../../platform/http/form.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { USERNAME } from '../accounts.ts';
import { firstPassword } from '../first-password.ts';
import { t } from '../grants/messages.ts';
import { endWide, giveWide, WIDE_ROLES, type WideRole, wideGrants } from '../grants/wide.ts';
import { actor, guardWide } from '../guard.ts';
import { showWork } from '../shell.tsx';
import { GivenPage, NationGrantsPage, type WideTyped } from './nation-grants.view.tsx';

const EMPTY: WideTyped = {
  ...{ username: '', name: '', role: 'overseer', regionCode: '', why: '', until: '' },
  ...{ grantId: '', reason: '' },
};
const FIELD_OF: Readonly<Record<string, string>> = {
  ...{
    'access.usernameTaken': 'username',
    'access.usernameForm': 'username',
    'access.usernameUnknown': 'username',
  },
  ...{ 'access.roleHeld': 'role', 'access.roleEnded': 'grantId', 'access.lastSteward': 'grantId' },
};

/** Who sees figures of the nation and the provinces: given and ended by stewards. */
export function nationGrantPages(app: App, platform: Platform): void {
  const { pool, now } = platform;
  app.get(urls.nationGrants, (c) => {
    guardWide(c, 'nation.grants.read');
    return page(c, platform, EMPTY, {});
  });

  // The password is in this answer alone, as for accounts of an institution.
  app.post(urls.nationGrants, async (c) => {
    const by = actor(guardWide(c, 'nation.grants'));
    const { lang } = c.get('visit');
    const body = await c.req.parseBody();
    const typed = readTyped(body);
    try {
      if (body.aksi === 'akhiri') {
        if (typed.reason === '') return page(c, platform, typed, { reason: t(lang)('wide.reasonMissing') });
        await endWide(pool, { grantId: typed.grantId, reason: typed.reason, by }, now());
        return c.redirect(`${urls.nationGrants}?tersimpan=1`, 303);
      }
      const errors = wrongIn(c, typed, now());
      if (Object.keys(errors).length > 0) return page(c, platform, typed, errors);
      const password = firstPassword(randomInt);
      const { username, name } = typed;
      const wish = { username, name, role: typed.role as WideRole, reason: typed.why, until: untilOf(typed) };
      const regionCode = typed.regionCode || null;
      const { made } = await giveWide(pool, { ...wish, regionCode, password, by }, now());
      if (!made) return c.redirect(`${urls.nationGrants}?tersimpan=1`, 303);
      const title = t(lang)('wide.given', { name });
      return showWork(c, { title, body: <GivenPage {...{ lang, title, username, password }} /> });
    } catch (error) {
      const at = error instanceof Refusal ? FIELD_OF[error.code] : undefined;
      if (!(error instanceof Refusal) || !at) throw error;
      return page(c, platform, typed, { [at]: refusalText(lang, error) });
    }
  });
}

function readTyped(body: Body): WideTyped {
  const line = (name: string) => lineField(body, name).slice(0, 500);
  return {
    ...{ username: line('username').toLowerCase(), name: line('name'), role: line('role') },
    ...{ regionCode: line('regionCode'), why: line('why'), until: line('until') },
    ...{ grantId: line('grantId'), reason: line('reason') },
  };
}

function wrongIn(c: Ctx, typed: WideTyped, now: Date): FieldErrors {
  const { lang } = c.get('visit');
  const tr = t(lang);
  const errors: Record<string, string> = {};
  const role = WIDE_ROLES.find((known) => known === typed.role);
  if (!USERNAME.test(typed.username))
    errors.username = refusalText(lang, { code: 'access.usernameForm', params: {} });
  if (!role) errors.role = tr('wide.roleMissing');
  if (typed.regionCode !== '' && !/^\d\d$/.test(typed.regionCode)) errors.regionCode = tr('wide.regionForm');
  if (role === 'steward' && typed.regionCode !== '') errors.regionCode = tr('wide.stewardNation');
  if (typed.why === '') errors.why = tr('wide.reasonMissing');
  const until = untilOf(typed);
  if (until && !(until > now)) errors.until = tr('wide.untilPast');
  return errors;
}

function untilOf({ until }: WideTyped): Date | null {
  return until === '' ? null : endOfDay(until, 'Asia/Jakarta');
}

async function page(c: Ctx, { pool, now }: Platform, typed: WideTyped, errors: FieldErrors) {
  const { lang } = c.get('visit');
  const grants = await wideGrants(pool, now());
  const wrong = Object.keys(errors).length > 0;
  const saved = !wrong && c.req.query('tersimpan') === '1';
  return showWork(c, {
    title: t(lang)('wide.title'),
    status: wrong ? 422 : 200,
    body: <NationGrantsPage {...{ lang, grants, typed, errors, saved }} />,
  });
}
