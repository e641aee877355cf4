import { recogniseVisitors, signInPages } from './access/index.ts';
import { agenciesOf, agencyPages } from './agencies/index.ts';
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
  startPublisher,
  startStamper,
  startWitnesses,
  timestampRoutes,
  verifyPages,
  witnessPages,
} from './evidence/index.ts';
import { checkPage, guidancePages } from './guidance/index.ts';
import { foot, homePages } from './home/index.ts';
import { lawPages } from './law/pages/index.ts';
import { citedHere, newsroomPages } from './newsroom/index.ts';
import { createApp } from './platform/http/app.tsx';
import { setFoot } from './platform/http/respond.tsx';
import type { App } from './platform/http/visit.ts';
import type { Platform } from './platform/platform.ts';
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

export interface Composed {
  app: App;
  /** Ends the answers that go on by themselves, which a server that closes would wait for. */
  hush(): void;
  /** Ends background work; the database stays open. */
  stop(): Promise<void>;
}

/** Builds the application: the platform first, then each slice's pages, in the order of the house. */
export async function compose(platform: Platform, log: (line: string) => void): Promise<Composed> {
  const key = logKey(platform.config, await originOf(platform.pool));
  const witnesses = startWitnesses(platform, key, log);
  const publisher = startPublisher(platform, key, log);
  const stamper = startStamper(platform, log);
  const signer = createSigner(platform, publisher);
  const app = createApp(platform.config, log);
  setFoot(foot);
  recogniseVisitors(app, platform);
  homePages(app, platform);
  signInPages(app, platform);
  lawPages(app, platform, {
    institutions: (ids) => agenciesOf(platform.pool, ids),
    citedHere: citedHere(platform),
  });
  agencyPages(app, platform);
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
  const screens = screenPages(app, platform, log);
  newsroomPages(app, platform);
  const stop = async () => {
    await publisher.stop();
    await witnesses.stop();
    await stamper.stop();
  };
  return { app, hush: () => screens.stop(), stop };
}
