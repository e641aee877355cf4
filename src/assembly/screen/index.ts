import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { clickerPage } from './clicker.page.tsx';
import { createLive } from './live.tsx';
import { screenPage } from './screen.page.tsx';
import { screensPage } from './screens.page.tsx';

/** Every page of the reading screen. @returns how to end the answers that go on */
export function screenPages(app: App, platform: Platform, log: (line: string) => void): { stop(): void } {
  const live = createLive(platform, log);
  screensPage(app, platform);
  screenPage(app, platform, live);
  clickerPage(app, platform);
  return live;
}
