import { type Shown, show } from '../platform/http/respond.tsx';
import type { Ctx } from '../platform/http/visit.ts';
import { to, urls } from '../urls.ts';
import { t } from './messages.ts';

/** A page of signed-in people: the institution's menu above, who is signed in beside it. */
export function showWork(c: Ctx, shown: Shown): Response {
  const { account, lang } = c.get('visit');
  const tr = t(lang);
  const agency = c.req.param('agency');
  const roles = account?.grants.filter((grant) => grant.agencyId === agency).map((grant) => grant.role) ?? [];
  const may = (...wanted: string[]) => wanted.some((role) => roles.includes(role as (typeof roles)[number]));
  const nav =
    agency && roles.length > 0
      ? [
          { href: to('campaigns', { agency }), text: tr('access.nav.campaigns') },
          ...(may('officer', 'auditor')
            ? [{ href: to('roster', { agency }), text: tr('access.nav.roster') }]
            : []),
          ...(may('officer', 'auditor')
            ? [{ href: to('audit', { agency }), text: tr('access.nav.audit') }]
            : []),
        ]
      : undefined;
  return show(c, {
    ...shown,
    nav: nav ?? shown.nav,
    person: account
      ? { name: account.name, signOut: urls.signOut, signOutText: tr('access.signOut') }
      : undefined,
  });
}
