import type { Command } from '../platform/command.ts';
import type { App } from '../platform/http/visit.ts';
import type { Platform } from '../platform/platform.ts';
import { lawCheckCommand } from './commands.ts';
import { ceremonyCheckPage } from './pages/ceremony-check.page.tsx';
import { documentCheckPage } from './pages/document-check.page.tsx';
import { fromTextPage } from './pages/from-text.page.tsx';
import { releaseEditPage } from './pages/release-edit.page.tsx';
import { releasePages } from './pages/releases.page.tsx';

export { approveRelease, type Review, reviewOf } from './approve-release.ts';
export * from './checker/index.ts';
export { citedHere } from './cited-here.ts';
export { lawCheckCommand } from './commands.ts';
export {
  createRelease,
  type NewRelease,
  publishedReleases,
  type Release,
  releaseOf,
  saveRelease,
} from './release.ts';
export { type Draft, draftRelease } from './release-draft.ts';
export { type ReleaseFacts, releaseFacts } from './release-facts.ts';

export const newsroomCommands: readonly Command[] = [
  {
    ...lawCheckCommand,
    usage: 'FILE [--on YYYY-MM-DD] [--lang id|en] [--json]',
    summary: 'Checks a circular, a pledge text or an article: law, articles, dates, points, signing.',
  },
];

export function newsroomPages(app: App, platform: Platform): void {
  releasePages(app, platform);
  releaseEditPage(app, platform);
  ceremonyCheckPage(app, platform);
  documentCheckPage(app, platform);
  fromTextPage(app, platform);
}
