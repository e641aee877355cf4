import type { Lang } from '../platform/i18n.ts';
import { urls } from '../urls.ts';
import { t } from './messages.ts';

/** The links at the foot of every page. */
export function foot(lang: Lang): { href: string; text: string }[] {
  const tr = t(lang);
  return [
    { href: urls.verify, text: tr('home.verify') },
    { href: urls.logs, text: tr('home.logs') },
    { href: urls.guide, text: tr('home.guide') },
    { href: urls.report, text: tr('home.report') },
    { href: urls.law, text: tr('home.law') },
    { href: urls.documentCheck, text: tr('home.documentCheck') },
    { href: urls.releases, text: tr('home.releases') },
    { href: urls.open, text: tr('home.open') },
    { href: urls.oversightOpen, text: tr('home.oversight') },
    { href: urls.privacy, text: tr('home.privacy') },
    { href: urls.apiDocs, text: tr('home.api') },
    { href: urls.signIn, text: tr('home.staff') },
  ];
}
