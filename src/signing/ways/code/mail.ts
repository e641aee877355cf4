import { formatMoment } from '../../../platform/format.ts';
import type { Lang } from '../../../platform/i18n.ts';
import type { Mail } from '../../../platform/mail/index.ts';
import type { Signatory } from '../../may-sign.ts';
import { t } from '../messages.ts';
import { CODE } from './code.ts';

/**
 * In both languages. It names no number of the person and holds no link: whoever reads the mail alone can sign nothing.
 * The code is not in the subject, which telephones show while they are locked.
 */
export function codeMail(signatory: Signatory, to: string, digits: string): Mail {
  const part = (lang: Lang) => partOf(lang, signatory, digits);
  return { to, subject: t('id')('signing.mail.subject'), text: `${part('id')}\n\n--\n\n${part('en')}\n` };
}

function partOf(lang: Lang, { agency, campaign, person }: Signatory, digits: string): string {
  const tr = t(lang);
  return [
    tr('signing.mail.greeting', { name: person.name }),
    tr('signing.mail.code', { minutes: CODE.minutes }),
    `    ${digits}`,
    tr('signing.mail.purpose', {
      ...{ campaign: campaign.title, agency: agency.name },
      deadline: formatMoment(lang, campaign.deadline, agency.zone),
    }),
    tr('signing.mail.notYou'),
  ].join('\n\n');
}
