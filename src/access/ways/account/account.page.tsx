import { forAll, transaction } from '../../../platform/db/index.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { refusalText } from '../../../platform/i18n.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { requireOnlyHere } from '../../change-password.ts';
import { actor, guard, type Staff } from '../../guard.ts';
import { rolesOf } from '../../roles.ts';
import { showWork } from '../../shell.tsx';
import { enterMail, mailOf } from '../mail/address.ts';
import { notify } from '../mail/notify.ts';
import { t } from '../messages.ts';
import { AccountWays } from './account.view.tsx';
import { claimOf, enterClaim } from './enter.ts';
import { revokeWays } from './revoke.ts';

const FIELD_OF: Readonly<Record<string, string>> = {
  'access.mailForm': 'email',
  'access.claimTaken': 'claim',
  'access.claimLong': 'claim',
};

interface Typed {
  email: string;
  claim: string;
}

/** An officer enters where an account's links go and what the provider calls it: both sign somebody in as that account. */
export function accountWaysPage(app: App, platform: Platform, log: (line: string) => void): void {
  const { pool, now } = platform;
  app.get(urls.accountWays, (c) => page(c, platform, guard(c, 'accounts.ways'), null, {}));

  app.post(urls.accountWays, async (c) => {
    const staff = guard(c, 'accounts.ways');
    const { agencyId } = staff;
    const accountId = c.req.param('account');
    const body = await c.req.parseBody();
    const typed = { email: String(body.email ?? ''), claim: String(body.claim ?? '') };
    const before = await mailOf(pool, accountId);
    try {
      await forAll(() =>
        transaction(pool, async (client) => {
          await rolesOf(client, agencyId, accountId, now());
          await requireOnlyHere(client, { agencyId, accountId }, now());
          const wish = { accountId, by: actor(staff) };
          if (body.aksi === 'cabut') return revokeWays(client, wish, now());
          if (platform.config.mail) await enterMail(client, { ...wish, address: typed.email }, now());
          if (byClaim(platform)) await enterClaim(client, { ...wish, value: typed.claim }, now());
        }),
      );
    } catch (error) {
      const at = error instanceof Refusal ? FIELD_OF[error.code] : undefined;
      if (!(error instanceof Refusal) || !at) throw error;
      return page(c, platform, staff, typed, { [at]: refusalText(c.get('visit').lang, error) });
    }
    const changed =
      body.aksi !== 'cabut' &&
      platform.config.mail &&
      before?.proved &&
      before.address !== typed.email.trim();
    if (changed) notify(platform, log, accountId, 'mailChanged', before.address);
    return c.redirect(`${to('accountWays', { agency: agencyId, account: accountId })}?tersimpan=1`, 303);
  });
}

function byClaim({ config }: Platform): boolean {
  return config.oidc !== undefined && config.oidc.claim !== 'sub';
}

/** @throws Refusal access.accountUnknown (404), access.worksElsewhere (403) */
async function page(
  c: Ctx,
  platform: Platform,
  { agencyId }: Staff,
  typed: Typed | null,
  errors: Record<string, string>,
): Promise<Response> {
  const { lang } = c.get('visit');
  const { pool, config } = platform;
  const accountId = c.req.param('account') ?? '';
  const [known] = await rolesOf(pool, agencyId, accountId, platform.now());
  await forAll(() =>
    transaction(pool, (client) => requireOnlyHere(client, { agencyId, accountId }, platform.now())),
  );
  const email = typed?.email ?? (await mailOf(pool, accountId))?.address ?? '';
  const claim = typed?.claim ?? (await claimOf(pool, accountId)) ?? '';
  const wrong = Object.keys(errors).length > 0;
  return showWork(c, {
    title: t(lang)('access.accountWays'),
    narrow: true,
    status: wrong ? 422 : 200,
    body: (
      <AccountWays
        {...{ lang, errors, email, claim }}
        name={known?.name ?? ''}
        back={to('account', { agency: agencyId, account: accountId })}
        sendsMail={config.mail !== undefined}
        oidc={byClaim(platform) ? (config.oidc ?? null) : null}
        saved={!wrong && c.req.query('tersimpan') === '1'}
      />
    ),
  });
}
