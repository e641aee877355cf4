import { exampleAccounts, isClaimed } from '../access/index.ts';
import { agenciesOf } from '../agencies/index.ts';
import { exampleSlip } from '../examples/index.ts';
import { forAll } from '../platform/db/index.ts';
import { show } from '../platform/http/respond.tsx';
import type { App, Ctx } from '../platform/http/visit.ts';
import type { Platform } from '../platform/platform.ts';
import { urls } from '../urls.ts';
import { type ExampleAccess, Home } from './home.view.tsx';
import { t } from './messages.ts';

export function homePages(app: App, platform: Platform): void {
  app.get(urls.home, async (c) => {
    const { lang, account } = c.get('visit');
    return show(c, {
      title: t(lang)('home.title'),
      body: <Home lang={lang} signedIn={account !== null} unclaimed={await unclaimed(c, platform)} />,
    });
  });

  app.get(urls.health, async (c) => {
    try {
      await platform.pool.query('select 1');
      return c.json({ ready: true });
    } catch {
      return c.json({ ready: false, why: 'database' }, 503);
    }
  });
}

/** How to sign in as each example: only while nobody owns the installation, and only on this machine. */
async function unclaimed(c: Ctx, platform: Platform): Promise<ExampleAccess | null> {
  const { pool } = platform;
  if (!c.get('visit').local || (await isClaimed(pool))) return null;
  const accounts = await forAll(() => exampleAccounts(pool));
  const agencies = await agenciesOf(pool, [...new Set(accounts.map((account) => account.agencyId))]);
  const name = (id: string) => agencies.find((agency) => agency.id === id)?.name ?? id;
  return {
    accounts: [...Map.groupBy(accounts, (account) => account.username)].map(([username, grants]) => ({
      username,
      role: grants[0]?.role ?? 'auditor',
      agencies: grants.map((grant) => name(grant.agencyId)),
    })),
    slip: await forAll(() => exampleSlip(platform)),
  };
}
