import { grantPages, recogniseVisitors, signInPages, tokensPage } from './access/index.ts';
import { agenciesOf, agencyPages, institutionOf } from './agencies/index.ts';
import { apiRoutes } from './api.ts';
import {
  afterPages,
  doorPages,
  minutesPages,
  paperPages,
  photoPages,
  screenPages,
} from './assembly/index.ts';
import { campaignOf, campaignPages } from './campaigns/index.ts';
import { ceremonyPages } from './ceremonies/index.ts';
import { coveragePages } from './coverage/index.ts';
import {
  logKey,
  logPages,
  logRoutes,
  originOf,
  timestampRoutes,
  verifyPages,
  witnessPages,
} from './evidence/index.ts';
import { checkPage, guidancePages } from './guidance/index.ts';
import { foot, homePages } from './home/index.ts';
import { hookPages } from './hooks/index.ts';
import { lawPages } from './law/pages/index.ts';
import { citedHere, newsroomPages } from './newsroom/index.ts';
import { oversightPages } from './oversight/index.ts';
import { createApp } from './platform/http/app.tsx';
import { setFoot } from './platform/http/respond.tsx';
import type { App } from './platform/http/visit.ts';
import type { Platform } from './platform/platform.ts';
import { privacyPages } from './privacy/index.ts';
import { reminderPages } from './reminders/index.ts';
import {
  createSigner,
  devicePages,
  devicesPage,
  inkPages,
  signPages,
  slipPages,
  tabletPages,
  waysPage,
} from './signing/index.ts';
import type { Work } from './worker.ts';

export interface Composed {
  app: App;
  /** Ends the answers that go on by themselves, which a server that closes would wait for. */
  hush(): void;
}

/** Builds the application: the platform first, then each slice's pages, in the order of the house. */
export async function compose(
  platform: Platform,
  { publisher }: Pick<Work, 'publisher'>,
  log: (line: string) => void,
): Promise<Composed> {
  const key = logKey(platform.config, await originOf(platform.pool));
  const signer = createSigner(platform, publisher);
  const app = createApp(platform.config, log);
  setFoot(foot);
  recogniseVisitors(app, platform);
  homePages(app, platform);
  signInPages(app, platform, log);
  grantPages(app, platform);
  lawPages(app, platform, {
    institutions: (ids) => agenciesOf(platform.pool, ids),
    citedHere: citedHere(platform),
  });
  agencyPages(app, platform);
  tokensPage(app, platform, institutionOf(platform));
  guidancePages(app, platform);
  checkPage(app, platform, async (agency, id) => (await campaignOf(platform.pool, agency, id)).title);
  campaignPages(app, platform);
  ceremonyPages(app, platform);
  logPages(app, platform, key);
  logRoutes(app, platform, key);
  timestampRoutes(app, platform);
  verifyPages(app, platform, key);
  witnessPages(app, platform, key);
  signPages(app, platform, signer);
  // Before the tablet's own pages: their last part would be taken for a person.
  devicePages(app, platform, signer);
  tabletPages(app, platform, signer);
  devicesPage(app, platform);
  slipPages(app, platform);
  waysPage(app, platform);
  inkPages(app, platform, signer);
  coveragePages(app, platform);
  doorPages(app, platform);
  photoPages(app, platform);
  minutesPages(app, platform);
  paperPages(app, platform);
  afterPages(app, platform);
  reminderPages(app, platform);
  const screens = screenPages(app, platform, log);
  apiRoutes(app, platform);
  hookPages(app, platform);
  privacyPages(app, platform);
  oversightPages(app, platform);
  newsroomPages(app, platform);
  return { app, hush: () => screens.stop() };
}
