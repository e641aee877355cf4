import { z } from 'zod';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { requireFresh } from '../../fresh.ts';
import { admit, aimOf } from '../admit.ts';
import { dropCookie, openCookie, sealCookie } from '../sealed-cookie.ts';
import { spend } from '../spend.ts';
import { accountOf } from './identity.ts';
import { type Claimed, newFlow, oidcProvider, type Provider } from './provider.ts';

const FLOW_SECONDS = 10 * 60;

const Begun = z.object({
  flow: z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
  /** In seconds. */
  at: z.number(),
  purpose: z.enum(['enter', 'again', 'link']),
  to: z.string(),
});

/** Through the provider and back. By links, never by forms: our own policy lets no form end at another site. */
export function oidcPages(app: App, platform: Platform): void {
  const { config, now } = platform;
  const provider = config.oidc && oidcProvider(platform, config.oidc);

  app.get(urls.signInOidc, async (c) => {
    const aim = aimOf(c);
    const purpose = c.req.query('untuk') === 'taut' ? 'link' : aim.again ? 'again' : 'enter';
    if (purpose === 'link') mayLink(c);
    const flow = await newFlow();
    const url = await required(provider).begin(flow, purpose === 'again');
    const at = Math.floor(now().getTime() / 1000);
    const to = aim.again ? aim.to : urls.work;
    sealCookie(c, platform, 'ikrar_sso', { flow, at, purpose, to }, FLOW_SECONDS);
    return c.redirect(url.href, 303);
  });

  app.get(urls.signInOidcBack, async (c) => {
    const begun = openCookie(c, platform, 'ikrar_sso', Begun);
    dropCookie(c, 'ikrar_sso');
    // Attacker: a page elsewhere that sends a browser here with an answer meant for another one.
    if (!begun || c.req.query('state') !== begun.flow.state) throw new Refusal('access.oidcNotBegun', 403);
    if (!(await spend(platform, begun.flow.state, FLOW_SECONDS)))
      throw new Refusal('access.oidcNotBegun', 403);
    const who = await required(provider).finish(new URL(c.req.url).search, begun.flow);
    if (begun.purpose === 'link') return toConfirm(c, platform, who);
    if (begun.purpose === 'again') requireJustNow(who, begun.at);
    const accountId = await accountOf(platform, who);
    return admit(
      c,
      platform,
      { accountId, method: 'oidc' },
      begun.purpose === 'again' ? { again: true, to: begun.to } : { again: false },
    );
  });
}

/** What came back waits for its person's yes. Attacker: who signed this browser in at the provider as themselves. */
function toConfirm(c: Ctx, platform: Platform, { issuer, subject, label }: Claimed): Response {
  mayLink(c);
  const accountId = c.get('visit').account?.id;
  sealCookie(c, platform, 'ikrar_taut', { accountId, issuer, subject, label }, FLOW_SECONDS);
  return c.redirect(urls.ownAccess, 303);
}

function mayLink(c: Ctx): void {
  if (!c.get('visit').account) throw new Refusal('access.signInFirst', 401);
  requireFresh(c);
}

/** A provider that lets people pass by an old sign-in of theirs proves nothing new. Clocks may differ by a minute. */
function requireJustNow({ authTime }: Claimed, begunAt: number): void {
  if (authTime === null || authTime < begunAt - 60) throw new Refusal('access.oidcNotAgain', 403);
}

/** @throws Refusal platform.notFound (404) where no provider is set */
function required(provider: Provider | undefined): Provider {
  if (!provider) throw new Refusal('platform.notFound', 404);
  return provider;
}
