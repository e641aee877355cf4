import type { ApartShell } from '../../../platform/http/apart.ts';
import { inLang } from '../../../platform/http/apart.ts';
import type { Lang } from '../../../platform/i18n.ts';
import { urls } from '../../../urls.ts';
import { t } from '../messages.ts';

/** Around every page of reports: the way out at its edge, and links to nothing else of this site. */
export function reportShell(lang: Lang): ApartShell {
  const tr = t(lang);
  return {
    home: inLang(lang, urls.report),
    foot: [
      { href: inLang(lang, urls.report), text: tr('reporting.footReport') },
      { href: inLang(lang, urls.reportBack), text: tr('reporting.footBack') },
    ],
    leave: (
      <a class="leave button no-print" href={urls.reportLeave} rel="noreferrer" data-leave>
        {tr('reporting.leave')}
      </a>
    ),
    islands: ['leave'],
  };
}
