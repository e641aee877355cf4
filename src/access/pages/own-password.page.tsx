import { forAll } from '../../platform/db/index.ts';
import { field } from '../../platform/http/form.ts';
import type { Account, App, Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { changeOwnPassword } from '../change-password.ts';
import { guardOwn } from '../guard.ts';
import { t } from '../messages.ts';
import { sessionToken } from '../sessions/cookie.ts';
import { showWork } from '../shell.tsx';
import { OwnPasswordForm } from './own-password.view.tsx';

const FIELD_OF: Readonly<Record<string, string>> = {
  'access.oldWrong': 'old',
  'access.slowDown': 'old',
  'access.passwordShort': 'next',
  'access.passwordLong': 'next',
  'access.passwordAgain': 'again',
};

/** Changing the own password, for whoever is signed in. */
export function ownPasswordPage(app: App, { pool, now }: Platform): void {
  app.get(urls.ownPassword, (c) => form(c, guardOwn(c, 'own.password'), {}));

  app.post(urls.ownPassword, async (c) => {
    const account = guardOwn(c, 'own.password');
    const body = await c.req.parseBody();
    const [old, next, again] = [field(body, 'old'), field(body, 'next'), field(body, 'again')];
    try {
      const wish = { old, next, again, token: sessionToken(c) ?? '' };
      await forAll(() => changeOwnPassword(pool, account, wish, now()));
    } catch (error) {
      const at = error instanceof Refusal ? FIELD_OF[error.code] : undefined;
      if (!(error instanceof Refusal) || !at) throw error;
      const text = refusalText(c.get('visit').lang, error);
      return form(c, account, { [at]: text }, error.status === 429 ? 429 : 422);
    }
    return c.redirect(`${urls.ownPassword}?tersimpan=1`, 303);
  });
}

function form(c: Ctx, { username }: Account, errors: Record<string, string>, status: 200 | 422 | 429 = 200) {
  const { lang } = c.get('visit');
  const saved = status === 200 && c.req.query('tersimpan') === '1';
  return showWork(c, {
    title: t(lang)('access.ownPassword'),
    narrow: true,
    status,
    body: <OwnPasswordForm {...{ lang, username, errors, saved }} />,
  });
}
