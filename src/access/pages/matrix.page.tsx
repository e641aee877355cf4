import type { App } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { t } from '../grants/messages.ts';
import { guard } from '../guard.ts';
import { showWork } from '../shell.tsx';
import { MatrixPage } from './matrix.view.tsx';

/** Who may do what, for everybody who works at an institution. */
export function matrixPage(app: App): void {
  app.get(urls.accessMatrix, (c) => {
    const { agencyId } = guard(c, 'matrix.read');
    const { lang } = c.get('visit');
    return showWork(c, {
      title: t(lang)('access.matrix'),
      body: <MatrixPage lang={lang} agency={agencyId} />,
    });
  });
}
