import type { VNode } from 'preact';
import { Choices, ErrorSummary, type FieldErrors } from '../../platform/html/form.view.tsx';
import { Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to as path } from '../../urls.ts';
import { t } from '../messages.ts';
import type { Standing } from './gate.ts';
import { nextQuestion } from './progress.ts';
import type { Question } from './questions.ts';
import type { Addresses } from './take.page.tsx';

export function QuestionForm(props: {
  lang: Lang;
  standing: Standing;
  to: Addresses;
  errors: FieldErrors;
}): VNode {
  const { lang, standing, to, errors } = props;
  const tr = t(lang);
  const at = nextQuestion(standing.progress);
  const { quiz } = standing.questions[at] as Question;
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('guidance.check.title')}</h1>
      <p class="quiet">{tr('guidance.check.number', { n: at + 1, all: standing.questions.length })}</p>
      <form method="post" action={to.here}>
        <input type="hidden" name="p" value={String(at)} />
        <Choices
          legend={quiz.ask[lang]}
          name="jawab"
          type="radio"
          error={errors.jawab}
          options={quiz.options.map((option, i) => ({ value: String(i), text: option[lang] }))}
        />
        <button type="submit">{tr('guidance.check.answer')}</button>
      </form>
      {standing.mode === 'on' ? (
        <p>
          <a href={to.sign}>{tr('guidance.check.toSign')}</a>
        </p>
      ) : null}
    </>
  );
}

export function Explained(props: {
  lang: Lang;
  question: Question;
  chosen: number;
  standing: Standing;
  to: Addresses;
}): VNode {
  const { lang, question, chosen, standing, to } = props;
  const tr = t(lang);
  const { quiz, topic } = question;
  const right = chosen === quiz.right;
  const next = standing.passed ? 'done' : right ? 'next' : 'again';
  return (
    <>
      <h1>{tr('guidance.check.title')}</h1>
      <p>{quiz.ask[lang]}</p>
      <Notice tone={right ? 'good' : 'warn'}>
        <p>
          <strong>{tr(right ? 'guidance.check.correct' : 'guidance.check.wrong')}</strong>{' '}
          {quiz.options[chosen]?.[lang]}
        </p>
        <p>{quiz.because[lang]}</p>
      </Notice>
      <p>
        <a href={path('guideTopic', { topic: topic.id })}>{tr('guidance.check.readMore')}</a>
      </p>
      <p>
        <a class="button" href={to.here}>
          {tr(`guidance.check.${next}`)}
        </a>
      </p>
    </>
  );
}

export function Done({ lang, sign }: { lang: Lang; sign: string }): VNode {
  const tr = t(lang);
  return (
    <>
      <h1>{tr('guidance.check.done')}</h1>
      <Notice tone="good">
        <p>{tr('guidance.check.doneText')}</p>
      </Notice>
      <p>
        <a class="button" href={sign}>
          {tr('guidance.check.toSign')}
        </a>
      </p>
    </>
  );
}

/** On the signing page: the offer, or what must come first; nothing where the check is off or passed. */
export function CheckNotice(props: { lang: Lang; standing: Standing; here: string }): VNode | null {
  const { lang, standing, here } = props;
  if (standing.passed) return null;
  const tr = t(lang);
  const required = standing.mode === 'required';
  return (
    <Notice tone={required ? 'warn' : 'info'}>
      <p>{tr(required ? 'guidance.check.mustFirst' : 'guidance.check.offer')}</p>
      <p>
        <a class={required ? 'button' : undefined} href={here}>
          {tr('guidance.check.begin')}
        </a>
      </p>
    </Notice>
  );
}
