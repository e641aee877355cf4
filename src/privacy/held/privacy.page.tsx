import { show } from '../../platform/http/respond.tsx';
import type { App } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { t } from '../messages.ts';
import { PrivacyPage } from './held.view.tsx';

export function privacyPage(app: App): void {
  app.get(urls.privacy, (c) => {
    const { lang } = c.get('visit');
    return show(c, { title: t(lang)('privacy.title'), body: <PrivacyPage lang={lang} /> });
  });
}
