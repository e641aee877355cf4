import type { VNode } from 'preact';
import { formatDate } from '../../platform/format.ts';
import { DataTable, Facts, Notice, type Tone } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to, urls } from '../../urls.ts';
import {
  type Article,
  articlesOf,
  type Confidence,
  findInstrument,
  type Instrument,
  inForce,
  printArticle,
  printCitation,
  type Standing,
  standingConfidence,
} from '../index.ts';
import { t } from '../messages.ts';
import { ConfidenceTag, Dated, DayForm, Sources } from './parts.view.tsx';

interface InstrumentShown {
  lang: Lang;
  on: string;
  instrument: Instrument;
  error: string | null;
}

const TONE: Record<Standing, Tone> = {
  'in-force': 'good',
  'not-yet': 'warn',
  revoked: 'bad',
  unknown: 'warn',
};

export function instrumentView({ lang, on, instrument, error }: InstrumentShown): VNode {
  const tr = t(lang);
  const standing = inForce(instrument, on);
  const sure = standingConfidence(instrument, on);
  const articles = articlesOf(instrument.id);
  return (
    <>
      <p class="no-print">
        <a href={`${urls.law}?pada=${on}`}>{tr('law.back')}</a>
      </p>
      <h1>{instrument.name}</h1>
      <p>{instrument.title ?? <span class="quiet">{tr('law.titleUnknown')}</span>}</p>
      <Notice tone={TONE[standing]}>
        <p>
          <strong>{tr(`law.answer.${standing}`, { date: formatDate(lang, on) })}</strong>
        </p>
        <p>{tr(`law.means.${sure}`)}</p>
      </Notice>
      <DayForm lang={lang} on={on} error={error} />
      <Conflicts lang={lang} instrument={instrument} articles={articles} />
      <Numbers lang={lang} instrument={instrument} />
      <InstrumentFacts lang={lang} on={on} instrument={instrument} />
      <h2>{tr('law.articles')}</h2>
      {articles.length > 0 ? <Articles lang={lang} articles={articles} /> : <p>{tr('law.noArticles')}</p>}
      <h2>{tr('law.sources')}</h2>
      <Sources sources={instrument.sources} />
    </>
  );
}

/** What sources disagree on, above everything that might be copied from here. */
function Conflicts(props: {
  lang: Lang;
  instrument: Instrument;
  articles: readonly Article[];
}): VNode | null {
  const { lang, instrument, articles } = props;
  const tr = t(lang);
  const facts: readonly (readonly [string, Confidence | undefined])[] = [
    [instrument.name, instrument.confidence],
    [tr('law.signed'), instrument.signed?.confidence],
    [tr('law.from'), instrument.inForceFrom?.confidence],
    [tr('law.until'), instrument.inForceUntil?.confidence],
    ...articles.map(({ ref, confidence }) => [printArticle(ref), confidence] as const),
  ];
  const found = facts.filter(([, confidence]) => confidence === 'conflict').map(([what]) => what);
  if (found.length === 0) return null;
  return (
    <Notice tone="bad">
      <p>
        <strong>{tr('law.conflicts')}.</strong> {tr('law.conflictsNote')} {found.join('; ')}.
      </p>
    </Notice>
  );
}

/** A joint decree has one line for each of its issuers. */
function Numbers({ lang, instrument }: { lang: Lang; instrument: Instrument }): VNode {
  const tr = t(lang);
  return (
    <DataTable
      caption={tr('law.numbers')}
      columns={[
        { head: tr('law.issuer'), cell: (number) => number.issuer },
        { head: tr('law.number'), cell: (number) => <span class="mono">{number.number}</span> },
        { head: tr('law.year'), cell: (number) => number.year ?? '–' },
      ]}
      rows={instrument.numbers}
    />
  );
}

function InstrumentFacts({
  lang,
  on,
  instrument,
}: {
  lang: Lang;
  on: string;
  instrument: Instrument;
}): VNode {
  const tr = t(lang);
  const { signed, inForceFrom, inForceUntil, revokedBy, note, nicknames } = instrument;
  const links = (ids: readonly string[] | undefined) => <Links ids={ids ?? []} on={on} />;
  const rows: [string, VNode | string | undefined][] = [
    [tr('law.citation'), printCitation({ instrument }, 'full')],
    [tr('law.nicknames'), nicknames?.join('; ')],
    [tr('law.signed'), <Dated lang={lang} fact={signed} />],
    [tr('law.from'), <Dated lang={lang} fact={inForceFrom} />],
    [tr('law.until'), inForceUntil && <Dated lang={lang} fact={inForceUntil} />],
    [tr('law.revokedBy'), revokedBy && links([revokedBy])],
    [tr('law.replaces'), instrument.replaces && links(instrument.replaces)],
    [tr('law.amends'), instrument.amends && links(instrument.amends)],
    [tr('law.touchedBy'), instrument.touchedBy && links(instrument.touchedBy)],
    [tr('law.note'), note && <span lang="en">{note}</span>],
    [tr('law.confidence'), <ConfidenceTag lang={lang} confidence={instrument.confidence} />],
  ];
  return <Facts rows={rows.filter(([, value]) => value !== undefined && value !== '')} />;
}

function Links({ ids, on }: { ids: readonly string[]; on: string }): VNode {
  return (
    <>
      {ids.map((id, at) => {
        const known = findInstrument(id);
        return (
          <span key={id}>
            {at > 0 ? ', ' : ''}
            {known ? <a href={`${to('instrument', { id })}?pada=${on}`}>{known.name}</a> : id}
          </span>
        );
      })}
    </>
  );
}

function Articles({ lang, articles }: { lang: Lang; articles: readonly Article[] }): VNode {
  const tr = t(lang);
  return (
    <>
      <p class="quiet">{tr('law.articlesNote')}</p>
      <DataTable
        caption={tr('law.articles')}
        columns={[
          { head: tr('law.article'), cell: ({ ref }) => printArticle(ref) },
          { head: tr('law.gist'), cell: (article) => <Gist lang={lang} article={article} /> },
          {
            head: tr('law.confidence'),
            cell: (one) => <ConfidenceTag lang={lang} confidence={one.confidence} />,
          },
        ]}
        rows={articles}
      />
    </>
  );
}

function Gist({ lang, article }: { lang: Lang; article: Article }): VNode {
  const same = article.mapsTo?.map((ref) => printArticle(ref)).join(', ');
  return (
    <>
      {article.gist[lang]}
      {same ? <span class="quiet"> {t(lang)('law.sameAs', { ref: same })}.</span> : null}
      {article.note ? (
        <span class="quiet" lang="en">
          {' '}
          {article.note}
        </span>
      ) : null}
    </>
  );
}
