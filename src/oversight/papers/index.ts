import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { casePapers } from './pages/papers.page.tsx';
import { paperTexts } from './pages/texts.page.tsx';

export function papersPages(app: App, platform: Platform): void {
  casePapers(app, platform);
  paperTexts(app, platform);
}
