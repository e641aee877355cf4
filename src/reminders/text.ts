import { formatMoment, formatNumber, type Zone } from '../platform/format.ts';
import type { Lang } from '../platform/i18n.ts';
import type { UnitShare } from './due.ts';
import { t } from './messages.ts';

/** What every message names. */
export interface About {
  agency: { name: string; zone: Zone };
  campaign: { title: string; deadline: Date; isExample: boolean };
  plan: { replyTo: string | null };
  origin: string;
}

export interface Words {
  subject: string;
  id: string;
  en: string;
}

/** To one person. `link` null: by the slip that they have. It names no number of theirs and asks for nothing but to sign. */
export function personWords(about: About, to: { name: string; link: string | null }): Words {
  const { name, link } = to;
  const { origin } = about;
  return words(about, 'person', (lang) => {
    const tr = t(lang);
    return [
      tr('reminders.mail.greeting', { name }),
      tr('reminders.mail.what', named(about)),
      tr('reminders.mail.until', { deadline: moment(about, lang) }),
      link ? tr('reminders.mail.link') : tr('reminders.mail.slip', { address: `${origin}/s` }),
      ...(link ? [`    ${link}`, tr('reminders.mail.own')] : []),
      tr('reminders.mail.never', { origin }),
      tr('reminders.mail.mistaken'),
    ];
  });
}

/** To whoever runs units, or heads the institution: figures, no names. */
export function staffWords(
  about: About,
  level: 'unit' | 'head',
  to: { name: string; units: readonly UnitShare[]; page: string },
): Words {
  return words(about, level, (lang) => {
    const tr = t(lang);
    const n = (value: number) => formatNumber(lang, value);
    const line = ({ unitName, wanted, signed }: UnitShare) =>
      tr('reminders.mail.unitLine', { unit: unitName, left: n(wanted - signed), wanted: n(wanted) });
    const left = to.units.reduce((sum, { wanted, signed }) => sum + wanted - signed, 0);
    return [
      tr('reminders.mail.greeting', { name: to.name }),
      tr(`reminders.mail.${level}`, { ...named(about), left: n(left) }),
      to.units.slice(0, MOST_UNITS).map(line).join('\n'),
      ...(to.units.length > MOST_UNITS
        ? [tr('reminders.mail.moreUnits', { n: to.units.length - MOST_UNITS })]
        : []),
      tr('reminders.mail.until', { deadline: moment(about, lang) }),
      tr('reminders.mail.page', { page: to.page }),
    ];
  });
}

const MOST_UNITS = 40;

function words(about: About, level: 'person' | 'unit' | 'head', paragraphs: (lang: Lang) => string[]): Words {
  const example = (lang: Lang) => (about.campaign.isExample ? [t(lang)('reminders.mail.example')] : []);
  const answers = (lang: Lang) =>
    about.plan.replyTo
      ? t(lang)('reminders.mail.answers', { address: about.plan.replyTo })
      : t(lang)('reminders.mail.noAnswers');
  const part = (lang: Lang) => [...example(lang), ...paragraphs(lang), answers(lang)].join('\n\n');
  return {
    subject: t('id')(`reminders.mail.subject.${level}`, { campaign: about.campaign.title }),
    id: part('id'),
    en: part('en'),
  };
}

/** Indonesian first. */
export function bothLanguages({ id, en }: Words): string {
  return `${id}\n\n--\n\n${en}\n`;
}

function named({ agency, campaign }: About) {
  return { agency: agency.name, campaign: campaign.title };
}

function moment({ agency, campaign }: About, lang: Lang): string {
  return formatMoment(lang, campaign.deadline, agency.zone);
}
