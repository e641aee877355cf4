import type { VNode } from 'preact';
import { ErrorSummary, Field, TextField } from '../../platform/html/form.view.tsx';
import { Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { t } from '../messages.ts';
import type { Found } from '../search/search.ts';
import { GROUPS, type Topic } from '../topic.ts';
import { TOPICS } from '../topics/index.ts';
import { AnswerTag } from './answer-tag.view.tsx';
import type { AskedFor } from './circumstances.ts';
import { CircumstanceFields } from './fields.view.tsx';

interface Shown {
  lang: Lang;
  question: string;
  found: Found | null;
  asked: AskedFor;
  topicId: string;
}

export function GuideView(props: Shown): VNode {
  const { lang, question, found, asked } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{tr('guidance.title')}</h1>
      <ErrorSummary lang={lang} errors={asked.errors} />
      <p class="prose">{tr('guidance.lead')}</p>
      <form method="get">
        <TextField
          name="q"
          label={tr('guidance.search')}
          hint={tr('guidance.searchHint')}
          value={question}
          maxLength={200}
        />
        <p>
          <button type="submit">{tr('guidance.find')}</button>
        </p>
      </form>
      {found ? <Results lang={lang} question={question} found={found} /> : null}
      <Steps {...props} />
      {found ? null : <AllTopics lang={lang} />}
      <p class="quiet prose">{tr('guidance.notAdvice')}</p>
    </>
  );
}

function Results({ lang, question, found }: { lang: Lang; question: string; found: Found }): VNode {
  const tr = t(lang);
  const [first, ...others] = found.hits;
  if (!found.known || !first)
    return (
      <section aria-labelledby="hasil">
        <h2 id="hasil">{tr('guidance.unknown', { q: question })}</h2>
        <Notice tone="warn">
          <p>{tr('guidance.unknownText')}</p>
        </Notice>
        {first ? <h3>{tr('guidance.nearest')}</h3> : null}
        <TopicLinks lang={lang} topics={found.hits.map((hit) => hit.topic)} />
      </section>
    );
  return (
    <section aria-labelledby="hasil">
      <h2 id="hasil">{tr('guidance.found', { q: question })}</h2>
      <div class="card">
        <h3>
          <a href={to('guideTopic', { topic: first.topic.id })}>{first.topic.title[lang]}</a>
        </h3>
        <p>
          <AnswerTag lang={lang} answer={first.topic.answer} />
        </p>
        <p>{first.topic.short[lang]}</p>
      </div>
      {others.length > 0 ? <h3>{tr('guidance.alsoNear')}</h3> : null}
      <TopicLinks lang={lang} topics={others.map((hit) => hit.topic)} />
    </section>
  );
}

function Steps({ lang, asked, topicId }: Shown): VNode {
  const tr = t(lang);
  return (
    <details open={topicId !== '' || Object.keys(asked.errors).length > 0}>
      <summary>{tr('guidance.walk')}</summary>
      <form method="get">
        <Field name="apa" label={tr('guidance.what')} errors={asked.errors}>
          <select id="f-apa" name="apa">
            <option value="">–</option>
            {GROUPS.map((group) => (
              <optgroup key={group} label={tr(`guidance.group.${group}`)}>
                {inGroup(group).map(({ id, title }) => (
                  <option key={id} value={id} selected={id === topicId}>
                    {title[lang]}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </Field>
        <CircumstanceFields lang={lang} asked={asked} />
        <button type="submit" class="second">
          {tr('guidance.show')}
        </button>
      </form>
    </details>
  );
}

function AllTopics({ lang }: { lang: Lang }): VNode {
  const tr = t(lang);
  return (
    <section aria-labelledby="semua">
      <h2 id="semua">{tr('guidance.all')}</h2>
      {GROUPS.map((group) => (
        <section key={group}>
          <h3>{tr(`guidance.group.${group}`)}</h3>
          <TopicLinks lang={lang} topics={inGroup(group)} />
        </section>
      ))}
    </section>
  );
}

function TopicLinks({ lang, topics }: { lang: Lang; topics: readonly Topic[] }): VNode | null {
  if (topics.length === 0) return null;
  return (
    <ul>
      {topics.map(({ id, title }) => (
        <li key={id}>
          <a href={to('guideTopic', { topic: id })}>{title[lang]}</a>
        </li>
      ))}
    </ul>
  );
}

function inGroup(group: Topic['group']): readonly Topic[] {
  return TOPICS.filter((topic) => topic.group === group);
}
