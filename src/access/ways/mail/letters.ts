import type { Lang } from '../../../platform/i18n.ts';
import type { Mail } from '../../../platform/mail/index.ts';
import { t } from '../messages.ts';
import { type Addressee, LINK_MINUTES, type Purpose } from './links.ts';

/** In both languages. Whoever reads the mail alone can do nothing with it: the link opens in the browser that asked. */
export function linkMail({ name, username, address }: Addressee, purpose: Purpose, link: string): Mail {
  const part = (lang: Lang) => {
    const tr = t(lang);
    return [
      tr('access.letter.greeting', { name }),
      tr(`access.letter.${purpose}`, { username, minutes: LINK_MINUTES }),
      link,
      tr('access.letter.sameBrowser'),
      tr('access.letter.notYou'),
    ].join('\n\n');
  };
  return letter(address, t('id')('access.letter.linkSubject'), part);
}

/** Something about the account changed that its owner should know of. */
export function noticeMail(
  { name, username, address }: Pick<Addressee, 'name' | 'username' | 'address'>,
  what: 'mailChanged' | 'recovered' | 'recoveryMade' | 'passkeyAdded' | 'identityLinked',
): Mail {
  const part = (lang: Lang) => {
    const tr = t(lang);
    return [
      tr('access.letter.greeting', { name }),
      tr(`access.notice.${what}`, { username }),
      tr('access.notice.notYou'),
    ].join('\n\n');
  };
  return letter(address, t('id')('access.notice.subject'), part);
}

function letter(to: string, subject: string, part: (lang: Lang) => string): Mail {
  return { to, subject, text: `${part('id')}\n\n--\n\n${part('en')}\n` };
}
