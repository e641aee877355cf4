import type { VNode } from 'preact';
import { formatDate } from '../../platform/format.ts';
import { DataTable, Facts, Notice, type Tone } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to, urls } from '../../urls.ts';
import {
  type Article,
  type CitedBy,
  type Confidence,
  type Instrument,
  inForce,
  printArticle,
  printCitation,
  type Register,
  type Standing,
  standingConfidence,
} from '../index.ts';
import { t } from '../messages.ts';
import { relationsOf } from '../relations.ts';
import { timelineOf } from '../timeline.ts';
import { ArticleList } from './articles.view.tsx';
import { CitedHereList } from './cited-here.view.tsx';
import { CorrectionHistory, type ShownCorrection } from './history.view.tsx';
import { ConfidenceTag, DayForm, Sources } from './parts.view.tsx';
import { Proof, type Proven, SourceList } from './proof.view.tsx';
import { Timeline } from './timeline.view.tsx';

export interface InstrumentShown {
  lang: Lang;
  on: string;
  register: Register;
  instrument: Instrument;
  cited: readonly CitedBy[];
  history: readonly ShownCorrection[];
  /** Where the visitor may correct it; null for everybody else. */
  correct: string | null;
  error: string | null;
}

type Part = Proven & { register: Register; instrument: Instrument };

const TONE: Record<Standing, Tone> = {
  'in-force': 'good',
  'not-yet': 'warn',
  revoked: 'bad',
  unknown: 'warn',
};

/** Everything known of one instrument, judged on one day; each statement with its source, date and confidence. */
export function instrumentView(shown: InstrumentShown): VNode {
  const { lang, on, register, instrument, cited, history, correct, error } = shown;
  const tr = t(lang);
  const articles = register.articlesOf(instrument.id);
  const events = timelineOf(register, instrument);
  const list = new SourceList([instrument, ...events, ...articles].flatMap(({ sources }) => sources));
  const part: Part = { lang, on, list, register, instrument };
  return (
    <>
      <p class="no-print">
        <a href={`${urls.law}?pada=${on}`}>{tr('law.back')}</a>
      </p>
      <h1>{instrument.name}</h1>
      <Answer {...part} />
      <DayForm lang={lang} on={on} error={error} />
      <Conflicts lang={lang} instrument={instrument} articles={articles} />
      <Timeline lang={lang} on={on} list={list} name={instrument.name} events={events} />
      <Identity {...part} />
      <h2>{tr('law.articles')}</h2>
      {articles.length > 0 ? <ArticleList {...part} articles={articles} /> : <p>{tr('law.noArticles')}</p>}
      <CitedHereList lang={lang} cited={cited} />
      <CorrectionHistory lang={lang} history={history} correct={correct} />
      <h2 id="sumber">{tr('law.sources')}</h2>
      <Sources sources={list.all} />
    </>
  );
}

/** The title, and whether it is in force on the day. */
function Answer({ instrument, ...proven }: Part): VNode {
  const { lang, on } = proven;
  const tr = t(lang);
  const standing = inForce(instrument, on);
  const sure = standingConfidence(instrument, on);
  return (
    <>
      <p>{instrument.title ?? <span class="quiet">{tr('law.titleUnknown')}</span>}</p>
      <Notice tone={TONE[standing]}>
        <div class="statement">
          <strong>{tr(`law.answer.${standing}`, { date: formatDate(lang, on) })}</strong>{' '}
          {tr(`law.means.${sure}`)}
          <Proof {...proven} confidence={sure} sources={instrument.sources} />
        </div>
      </Notice>
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

/** Names, numbers and what stands around it: one block, one proof. */
function Identity({ register, instrument, ...proven }: Part): VNode {
  const { lang, on } = proven;
  const tr = t(lang);
  const { note, nicknames, lastPasal } = instrument;
  const { replaced, replacedBy, amended, amendedBy } = relationsOf(register, instrument);
  const links = (found: readonly Instrument[]) =>
    found.length > 0 ? <Links found={found} on={on} /> : undefined;
  const last = lastPasal && (
    <>
      {lastPasal.number} <ConfidenceTag lang={lang} confidence={lastPasal.confidence} />
    </>
  );
  const rows: [string, VNode | string | undefined][] = [
    [tr('law.instrumentTitle'), instrument.title ?? tr('law.titleUnknown')],
    [tr('law.citation'), printCitation({ instrument }, 'full')],
    [tr('law.nicknames'), nicknames?.join('; ')],
    [tr('law.status'), tr(`law.status.${instrument.status}`)],
    [tr('law.replaces'), links(replaced)],
    [tr('law.revokedBy'), links(replacedBy)],
    [tr('law.amends'), links(amended)],
    [tr('law.touchedBy'), links(amendedBy)],
    [tr('law.lastPasal'), last],
    [tr('law.note'), note && <span lang="en">{note}</span>],
  ];
  return (
    <section class="statement" aria-labelledby="identitas">
      <h2 id="identitas">{tr('law.identity')}</h2>
      <Proof {...proven} confidence={instrument.confidence} sources={instrument.sources} />
      <Numbers lang={lang} instrument={instrument} />
      <Facts rows={rows.filter(([, value]) => value !== undefined && value !== '')} />
    </section>
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

function Links({ found, on }: { found: readonly Instrument[]; on: string }): VNode {
  return (
    <>
      {found.map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 ? ', ' : ''}
          <a href={`${to('instrument', { id })}?pada=${on}`}>{name}</a>
        </span>
      ))}
    </>
  );
}
