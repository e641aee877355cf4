import type { VNode } from 'preact';
import { firstDay, type Register } from '../../law/index.ts';
import { formatDate } from '../../platform/format.ts';
import { ErrorSummary } from '../../platform/html/form.view.tsx';
import { Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to, urls } from '../../urls.ts';
import type { AnswerOn } from '../answer-on.ts';
import { t } from '../messages.ts';
import { CHECKED_ON, type Side } from '../topic.ts';
import { ANSWER_TONE, AnswerTag, SureTag } from './answer-tag.view.tsx';
import { type AskedFor, queryOf } from './circumstances.ts';
import { CircumstanceFields } from './fields.view.tsx';
import { Grounds, shortDate } from './grounds.view.tsx';
import { Ranges } from './ranges.view.tsx';

export interface TopicShown {
  lang: Lang;
  asked: AskedFor;
  found: AnswerOn;
  register: Register;
  /** Before the path in the address to share. */
  origin: string;
}

export function TopicView(props: TopicShown): VNode {
  const { lang, asked, found, origin } = props;
  const tr = t(lang);
  const { topic, answer } = found;
  const address = `${origin}${to('guideTopic', { topic: topic.id })}${queryOf(asked, true)}`;
  return (
    <>
      <p class="no-print">
        <a href={urls.guide}>{tr('guidance.back')}</a>
      </p>
      <h1>{topic.title[lang]}</h1>
      <ErrorSummary lang={lang} errors={asked.errors} />
      <Notice tone={ANSWER_TONE[answer]}>
        <p>
          <AnswerTag lang={lang} answer={answer} />{' '}
          {tr('guidance.trueOn', { date: formatDate(lang, asked.on) })}
        </p>
        <p>{topic.short[lang]}</p>
      </Notice>
      <p>
        {tr('guidance.answerSure')}: <SureTag lang={lang} confidence={topic.confidence} />
      </p>
      <Warnings {...props} />
      <Own {...props} />
      <Sides lang={lang} on={asked.on} sides={topic.sides ?? []} />
      <h2>{tr('guidance.allowed')}</h2>
      <ul>
        <li>{tr('guidance.voting')}</li>
        {topic.allowed.map((one) => (
          <li key={one.id}>{one[lang]}</li>
        ))}
      </ul>
      <Ranges {...props} />
      <Grounds {...props} />
      <Desks {...props} />
      <details class="no-print" open={Object.keys(asked.errors).length > 0}>
        <summary>{tr('guidance.change')}</summary>
        <form method="get">
          <CircumstanceFields lang={lang} asked={asked} />
          <button class="second" type="submit">
            {tr('guidance.show')}
          </button>
        </form>
      </details>
      <p class="quiet">
        {tr('guidance.share')}: <a href={address}>{address}</a>
        <br />
        {tr('guidance.checked', { date: formatDate(lang, CHECKED_ON) })} {tr('guidance.notAdvice')}
      </p>
    </>
  );
}

function Warnings({ lang, asked, found }: TopicShown): VNode {
  const tr = t(lang);
  return (
    <>
      {found.listed ? null : (
        <Notice tone="bad">
          <p>{tr('guidance.notListed', { date: formatDate(lang, asked.on) })}</p>
        </Notice>
      )}
      {found.topic.nearest ? (
        <Notice>
          <p>{tr('guidance.isNearest')}</p>
        </Notice>
      ) : null}
    </>
  );
}

/** What is special for the category asked about: the guide's own note, and what binds it by the register. */
function Own({ lang, asked, found }: TopicShown): VNode | null {
  if (!asked.who) return null;
  const tr = t(lang);
  const binding = [...found.after, ...found.before]
    .flatMap(({ bindings }) => bindings)
    .find(({ person }) => person === asked.who);
  if (!found.own && !binding) return null;
  return (
    <>
      <h2>{tr('guidance.forYou', { who: tr(`guidance.who.${asked.who}`) })}</h2>
      {found.own ? <p>{found.own.note[lang]}</p> : null}
      {binding ? (
        <p>
          {binding.text[lang]} <SureTag lang={lang} confidence={binding.confidence} />
        </p>
      ) : null}
    </>
  );
}

/** A disputed matter: who said what, when; never resolved here. */
function Sides({ lang, on, sides }: { lang: Lang; on: string; sides: readonly Side[] }): VNode | null {
  if (sides.length === 0) return null;
  const tr = t(lang);
  return (
    <>
      <h2>{tr('guidance.sides')}</h2>
      {sides.map(({ says, date, source }) => (
        <div class="card" key={source.url}>
          <p>
            <strong>{shortDate(lang, date)}.</strong> {says[lang]}
          </p>
          <p class="quiet">
            {source.url.includes('…') ? source.url : <a href={source.url}>{source.url}</a>}
            {firstDay(date) > on ? ` ${tr('guidance.sideLater')}` : null}
          </p>
        </div>
      ))}
    </>
  );
}

/** KASN ended; who takes its place is read from the register. */
function Desks({ lang, asked, register }: TopicShown): VNode {
  const tr = t(lang);
  const ended = register.findBody('kasn')?.until?.date ?? '2024-08-23';
  const desks = ['bkpsdm', 'bawaslu', asked.on < ended ? 'kasn' : 'bkn'] as const;
  return (
    <>
      <h2>{tr('guidance.ask')}</h2>
      <ul>
        {desks.map((desk) => (
          <li key={desk}>{tr(`guidance.ask.${desk}`)}</li>
        ))}
      </ul>
    </>
  );
}
