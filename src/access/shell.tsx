import { type Shown, show } from '../platform/http/respond.tsx';
import type { Ctx } from '../platform/http/visit.ts';
import { to, urls } from '../urls.ts';
import type { ActionName } from './actions.ts';
import { allowed } from './guard.ts';
import { t } from './messages.ts';

/** A page of signed-in people: the institution's menu above, who is signed in beside it. */
export function showWork(c: Ctx, shown: Shown): Response {
  const { account, lang } = c.get('visit');
  const tr = t(lang);
  const agency = c.req.param('agency');
  const grants = account?.grants.filter((grant) => grant.agencyId === agency) ?? [];
  const may = (name: ActionName) => allowed(grants, name);
  const steward = account?.wide.some(({ role }) => role === 'steward') && c.req.path.startsWith(urls.nation);
  const nav = steward
    ? [
        { href: urls.nation, text: tr('access.nav.figures') },
        { href: urls.nationAgencies, text: tr('access.nav.institutions') },
        { href: urls.nationGrants, text: tr('access.nav.grants') },
      ]
    : agency && grants.length > 0
      ? [
          { href: to('campaigns', { agency }), text: tr('access.nav.campaigns') },
          ...(may('roster.view') ? [{ href: to('roster', { agency }), text: tr('access.nav.roster') }] : []),
          ...(may('accounts.view')
            ? [{ href: to('accounts', { agency }), text: tr('access.nav.accounts') }]
            : may('approvals.read')
              ? [{ href: to('approvals', { agency }), text: tr('access.nav.approvals') }]
              : []),
          ...(may('cases.list')
            ? [{ href: to('oversight', { agency }), text: tr('access.nav.oversight') }]
            : []),
          ...(may('audit.read') ? [{ href: to('audit', { agency }), text: tr('access.nav.audit') }] : []),
          { href: to('agency', { agency }), text: tr('access.nav.all') },
        ]
      : undefined;
  return show(c, {
    ...shown,
    nav: nav ?? shown.nav,
    person: account
      ? {
          name: account.name,
          href: urls.ownAccess,
          signOut: urls.signOut,
          signOutText: tr('access.signOut'),
        }
      : undefined,
  });
}
