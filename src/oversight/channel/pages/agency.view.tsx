import type { VNode } from 'preact';
import type { Agency } from '../../../agencies/index.ts';
import { TOPICS } from '../../../guidance/index.ts';
import { SelectField, TextField } from '../../../platform/html/form.view.tsx';
import { Notice, type Tone } from '../../../platform/html/parts.view.tsx';
import { inLang } from '../../../platform/http/apart.ts';
import type { Lang } from '../../../platform/i18n.ts';
import { to, urls } from '../../../urls.ts';
import { t } from '../messages.ts';
import type { Checked, Verdict } from '../self-check.ts';
import { OtherBodies } from './bodies.view.tsx';

const TONE: Record<Verdict, Tone> = { allowed: 'good', bawaslu: 'warn', may: 'info' };

interface Shown {
  lang: Lang;
  agency: Agency;
  asked: { words: string; topicId: string } | null;
  checked: readonly Checked[];
}

/** The first step: whether it is a violation at all, by the guide. Nothing of it stops anybody. */
export function CheckView(props: Shown): VNode {
  const { lang, agency, asked, checked } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={inLang(lang, urls.report)}>{tr('reporting.backToList')}</a>
      </p>
      <h1>{tr('reporting.agencyTitle', { agency: agency.name })}</h1>
      <ExampleNotice lang={lang} agency={agency} />
      <p>{tr('reporting.agencyLead', { agency: agency.name })}</p>
      {asked ? <Answers lang={lang} checked={checked} /> : null}
      {asked ? <Write {...props} /> : <Check {...props} />}
      {asked ? <Check {...props} /> : <Write {...props} />}
      <details>
        <summary>{tr('reporting.bodies')}</summary>
        <OtherBodies lang={lang} />
      </details>
    </>
  );
}

function Check({ lang, agency, asked }: Shown): VNode {
  const tr = t(lang);
  const action = inLang(lang, to('reportAgency', { agency: agency.id }));
  return (
    <section class="card" aria-labelledby="periksa">
      <h2 id="periksa">{tr('reporting.checkTitle')}</h2>
      <p>{tr('reporting.checkText')}</p>
      <form method="post" action={action} autocomplete="off">
        <TextField
          name="saw"
          label={tr('reporting.checkField')}
          hint={tr('reporting.checkHint')}
          value={asked?.words}
          maxLength={200}
        />
        <SelectField
          name="topic"
          label={tr('reporting.checkTopic')}
          value={asked?.topicId}
          options={[
            { value: '', text: '–' },
            ...TOPICS.map(({ id, title }) => ({ value: id, text: title[lang] })),
          ]}
        />
        <button class="second" type="submit" name="act" value="check">
          {tr('reporting.checkAsk')}
        </button>
      </form>
    </section>
  );
}

function Write({ lang, agency, checked }: Shown): VNode {
  const tr = t(lang);
  const action = inLang(lang, to('reportAgency', { agency: agency.id }));
  return (
    <section class="card" aria-labelledby="tulis">
      <h2 id="tulis">{tr('reporting.writeTitle')}</h2>
      <p>{tr('reporting.writeText')}</p>
      <form method="post" action={action}>
        <input type="hidden" name="topic" value={checked[0]?.topic.id ?? ''} />
        <button class="big" type="submit" name="act" value="write">
          {tr('reporting.write')}
        </button>
      </form>
    </section>
  );
}

function Answers({ lang, checked }: { lang: Lang; checked: readonly Checked[] }): VNode {
  const tr = t(lang);
  const [first, ...others] = checked;
  if (!first)
    return (
      <Notice tone="warn">
        <p>
          <strong>{tr('reporting.checkUnknown')}</strong> {tr('reporting.checkUnknownText')}
        </p>
      </Notice>
    );
  return (
    <div role="status">
      {[first, ...others.slice(0, 1)].map(({ topic, verdict }) => (
        <Notice key={topic.id} tone={TONE[verdict]}>
          <p>
            <strong>{topic.title[lang]}</strong>
          </p>
          <p>
            <strong>{tr(`reporting.verdict.${verdict}`)}.</strong> {tr(`reporting.verdict.${verdict}Text`)}
          </p>
          <p>{topic.short[lang]}</p>
        </Notice>
      ))}
    </div>
  );
}

/** For whoever takes an example for the real thing. */
export function ExampleNotice({ lang, agency }: { lang: Lang; agency: Agency }): VNode | null {
  if (!agency.isExample) return null;
  return (
    <Notice tone="warn">
      <p>{t(lang)('reporting.example')}</p>
    </Notice>
  );
}

/** Where no report can come in: who else takes one. */
export function ClosedView({ lang, agency, why }: { lang: Lang; agency: Agency; why: string }): VNode {
  const tr = t(lang);
  return (
    <>
      <h1>{tr('reporting.agencyTitle', { agency: agency.name })}</h1>
      <Notice tone="warn">
        <p>{why}</p>
        <p>{tr('reporting.closedText')}</p>
      </Notice>
      <p>
        <a href={inLang(lang, urls.report)}>{tr('reporting.backToList')}</a>
      </p>
      <OtherBodies lang={lang} />
    </>
  );
}
