import type { ClientBase } from 'pg';
import { actor, guard, mayDo, showWork } from '../../access/index.ts';
import { agencyOn } from '../../agencies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { deliveriesOf, hookOf, type OfHook, replaceSecret, replay, sendTest, setState } from '../hooks.ts';
import { t } from '../messages.ts';
import { HookPage } from './hook.view.tsx';
import { GivenSecret } from './hooks.view.tsx';

type Act = (client: ClientBase, hook: OfHook, now: Date, delivery: string) => Promise<unknown>;

/** What the buttons of the page do. */
const ACTS: Readonly<Record<string, Act>> = {
  pause: (client, hook, now) => setState(client, hook, 'paused', now),
  resume: (client, hook, now) => setState(client, hook, 'active', now),
  end: (client, hook, now) => setState(client, hook, 'ended', now),
  test: (client, hook, now) => sendTest(client, hook, now),
  replay: (client, hook, now, delivery) => replay(client, hook, delivery || null, now),
};

/** One hook: its last deliveries, and what can be done with it. */
export function hookPage(app: App, platform: Platform): void {
  const { pool, now } = platform;

  app.get(urls.hook, async (c) => {
    const { agencyId } = guard(c, 'hooks.read');
    const { lang } = c.get('visit');
    const agency = await agencyOn(pool, agencyId, null);
    const hook = await hookOf(pool, agencyId, c.req.param('hook'));
    const deliveries = await deliveriesOf(pool, agencyId, hook.id, 50);
    const may = mayDo(c, 'hooks.change') !== null;
    const body = <HookPage {...{ lang, agency, hook, deliveries, may }} />;
    return showWork(c, { title: t(lang)('hooks.title'), brand: agency.name, body });
  });

  app.post(urls.hook, async (c) => {
    const staff = guard(c, 'hooks.change');
    const { agencyId } = staff;
    const hook: OfHook = { agencyId, hookId: c.req.param('hook'), by: actor(staff) };
    const body = await c.req.parseBody();
    const name = String(body.act ?? '');
    if (name === 'replace') {
      const { lang } = c.get('visit');
      const secret = await transaction(pool, (client) => replaceSecret(client, platform, hook, now()));
      const given = <GivenSecret {...{ lang, agencyId, hookId: hook.hookId, secret, both: true }} />;
      const { name: brand } = await agencyOn(pool, agencyId, null);
      return showWork(c, { title: t(lang)('hooks.given'), brand, body: given });
    }
    const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
    if (!act) throw new Refusal('platform.unreadable', 400);
    await transaction(pool, (client) => act(client, hook, now(), String(body.delivery ?? '')));
    return c.redirect(to('hook', { agency: agencyId, hook: hook.hookId }), 303);
  });
}
