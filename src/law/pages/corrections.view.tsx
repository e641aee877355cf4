import type { VNode } from 'preact';
import { formatNumber } from '../../platform/format.ts';
import { DataTable } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to, urls } from '../../urls.ts';
import { ARTICLE_FIELDS, type Field, INSTRUMENT_FIELDS } from '../corrections/fields.ts';
import type { RegisterNow } from '../corrections/register-now.ts';
import { type Article, type Instrument, printArticle, type Register } from '../index.ts';
import { t } from '../messages.ts';
import { fieldText } from './field-text.ts';
import { HistoryTable, type ShownCorrection } from './history.view.tsx';

/** Every instrument, how often it was corrected, and what was corrected last. */
export function CorrectionsView(props: {
  lang: Lang;
  current: RegisterNow;
  history: readonly ShownCorrection[];
}): VNode {
  const { lang, current, history } = props;
  const tr = t(lang);
  const count = (id: string) => current.history.filter((one) => one.instrumentId === id).length;
  return (
    <>
      <h1>{tr('law.correctTitle')}</h1>
      <p class="prose">{tr('law.correctIntro')}</p>
      <p>
        <a class="button" href={urls.lawInstrumentNew}>
          {tr('law.addInstrument')}
        </a>
      </p>
      <DataTable
        caption={tr('law.correctList')}
        columns={[
          { head: tr('law.name'), cell: ({ id, name }) => <a href={to('lawCorrection', { id })}>{name}</a> },
          { head: tr('law.instrumentTitle'), cell: ({ title }) => title ?? tr('law.titleUnknown') },
          { head: tr('law.correctCount'), cell: ({ id }) => formatNumber(lang, count(id)), number: true },
        ]}
        rows={current.register.instruments}
      />
      <h2>{tr('law.corrections')}</h2>
      {history.length > 0 ? <HistoryTable lang={lang} history={history} /> : <p>{tr('law.correctNone')}</p>}
    </>
  );
}

interface Correctable {
  lang: Lang;
  register: Register;
  instrument: Instrument;
}

/** The fields of one instrument and of its articles as they stand, each with the way to correct it. */
export function CorrectableView(props: Correctable & { history: readonly ShownCorrection[] }): VNode {
  const { lang, register, instrument, history } = props;
  const tr = t(lang);
  const { id, name } = instrument;
  const undo = ({ id: correction, state }: ShownCorrection) =>
    state === 'replaced' ? '–' : <a href={to('lawUndo', { id, correction })}>{tr('law.undo')}</a>;
  return (
    <>
      <p>
        <a href={urls.lawCorrections}>{tr('law.correctTitle')}</a>
      </p>
      <h1>{name}</h1>
      <p>
        <a href={to('instrument', { id })}>{tr('law.publicPage')}</a>
      </p>
      <Fields
        {...props}
        entry={instrument}
        fields={INSTRUMENT_FIELDS}
        pasal={null}
        caption={tr('law.fields')}
      />
      {register.articlesOf(id).map((article) => (
        <ArticleFields key={printArticle(article.ref)} {...props} article={article} />
      ))}
      <p>
        <a class="button second" href={`${to('lawCorrection', { id })}?bidang=article`}>
          {tr('law.addArticle')}
        </a>
      </p>
      <h2>{tr('law.corrections')}</h2>
      {history.length > 0 ? (
        <HistoryTable lang={lang} history={history} act={undo} />
      ) : (
        <p>{tr('law.correctNone')}</p>
      )}
    </>
  );
}

function ArticleFields({ article, ...props }: Correctable & { article: Article }): VNode {
  const pasal = printArticle(article.ref);
  return (
    <details>
      <summary>{pasal}</summary>
      <Fields {...props} entry={article} fields={ARTICLE_FIELDS} pasal={pasal} caption={pasal} />
    </details>
  );
}

function Fields(
  props: Correctable & {
    entry: Instrument | Article;
    fields: readonly Field[];
    pasal: string | null;
    caption: string;
  },
): VNode {
  const { lang, register, instrument, entry, fields, pasal, caption } = props;
  const tr = t(lang);
  const value = (field: Field) => (entry as unknown as Record<string, unknown>)[field];
  const href = (field: Field) => {
    const query = new URLSearchParams({ bidang: field, ...(pasal ? { pasal } : {}) });
    return `${to('lawCorrection', { id: instrument.id })}?${query}`;
  };
  return (
    <DataTable
      caption={caption}
      columns={[
        { head: tr('law.fields'), cell: (field) => tr(`law.field.${field}`) },
        { head: tr('law.now'), cell: (field) => fieldText(lang, field, value(field), register) },
        {
          head: tr('law.action'),
          cell: (field) => (
            <a
              href={href(field)}
              aria-label={`${tr('law.correct')}: ${caption}, ${tr(`law.field.${field}`)}`}
            >
              {tr('law.correct')}
            </a>
          ),
        },
      ]}
      rows={fields}
    />
  );
}
