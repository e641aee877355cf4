import type { VNode } from 'preact';
import { formatNumber } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { to, urls } from '../../urls.ts';
import { t } from '../messages.ts';
import type { Held as Period } from '../retention/periods.ts';
import { RULES } from '../retention/rules.ts';
import { HELD, type Held, NEVER } from './held.ts';

/** For everybody: what is held, about whom, why, from where, who sees it, how long, and what never. */
export function PrivacyPage({ lang }: { lang: Lang }): VNode {
  const tr = t(lang);
  return (
    <>
      <h1>{tr('privacy.title')}</h1>
      <p>{tr('privacy.intro')}</p>
      <p>
        {tr('privacy.basis')} <a href={to('instrument', { id: 'uu-27-2022' })}>UU 27/2022</a>
      </p>
      <h2>{tr('privacy.rights')}</h2>
      <p>
        {tr('privacy.rightsText')} <a href={urls.enterCode}>{tr('privacy.enterCode')}</a>
      </p>
      <p>{tr('privacy.rightsClock')}</p>
      <h2>{tr('privacy.whatHeld')}</h2>
      {HELD.map((held) => (
        <HeldCard key={held.id} {...{ lang, held }} periods={RULES} />
      ))}
      <h2>{tr('privacy.neverHeld')}</h2>
      <ul>
        {NEVER.map((what) => (
          <li key={what}>{tr(`privacy.never.${what}`)}</li>
        ))}
      </ul>
      <h2>{tr('privacy.whatStays')}</h2>
      <p>{tr('privacy.whatStaysText')}</p>
      <p>{tr('privacy.notRecorded')}</p>
    </>
  );
}

function HeldCard(props: { lang: Lang; held: Held; periods: readonly Kept[] }): VNode {
  const { lang, held, periods } = props;
  const tr = t(lang);
  return (
    <section class="card">
      <h3>{tr(`privacy.held.${held.id}.what`)}</h3>
      <p>{tr(`privacy.held.${held.id}.why`)}</p>
      <p class="quiet">
        {tr('privacy.ofWhom')} {tr(`privacy.about.${held.about}`)}. {tr('privacy.sourced')}{' '}
        {tr(`privacy.held.${held.id}.from`)} {tr('privacy.seenBy')} {tr(`privacy.held.${held.id}.who`)}{' '}
        {tr('privacy.howLong')} {keptText(lang, held, periods)}
      </p>
      <Places {...{ lang, held }} />
    </section>
  );
}

function Places({ lang, held }: { lang: Lang; held: Held }): VNode {
  return (
    <details>
      <summary>{t(lang)('privacy.places')}</summary>
      <p>
        <code>{shown(held)}</code>
      </p>
    </details>
  );
}

/** `agencies › person › name`; what stands in every table by the column alone. */
function shown({ places }: Held): string {
  return places.map((place) => place.replace(/^\*\./, '').replaceAll('.', ' › ')).join(', ');
}

/** The institution's record of processing, with the periods that it set itself. */
export function ProcessingRecord(props: { lang: Lang; agency: string; due: readonly Period[] }): VNode {
  const { lang, agency, due } = props;
  const tr = t(lang);
  return (
    <>
      <h2>{tr('privacy.record')}</h2>
      <p>{tr('privacy.recordText', { agency })}</p>
      {HELD.map((held) => (
        <HeldCard key={held.id} {...{ lang, held }} periods={due} />
      ))}
    </>
  );
}

type Kept = Pick<Period, 'id' | 'days' | 'from'>;

function keptText(lang: Lang, { rule }: Held, rules: readonly Kept[]): string {
  const tr = t(lang);
  const found = rules.find(({ id }) => id === rule);
  if (!found) return tr('privacy.keptWith');
  return tr('privacy.keptDays', {
    days: formatNumber(lang, found.days),
    from: tr(`privacy.from.${found.from}`),
  });
}
