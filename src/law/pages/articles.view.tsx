import type { VNode } from 'preact';
import { DataTable } from '../../platform/html/parts.view.tsx';
import { anchorOf } from '../anchor.ts';
import { type Article, type ArticleRef, printArticle, type Register } from '../index.ts';
import { t } from '../messages.ts';
import { otherNumbers } from '../relations.ts';
import { Proof, type Proven } from './proof.view.tsx';

type Props = Proven & { register: Register; articles: readonly Article[] };

/** Every article with an address of its own; an act that has two numbers shows both. */
export function ArticleList(props: Props): VNode {
  const { lang, articles } = props;
  const tr = t(lang);
  return (
    <>
      <p class="quiet">{tr('law.articlesNote')}</p>
      <TwoNumbers {...props} />
      {articles.map((article) => (
        <section key={anchorOf(article.ref)} class="statement article" id={anchorOf(article.ref)}>
          <h3>
            <a href={`#${anchorOf(article.ref)}`}>{printArticle(article.ref)}</a>
          </h3>
          <p>{article.gist[lang]}</p>
          <Others {...props} article={article} />
          {article.note ? (
            <p class="quiet" lang="en">
              {article.note}
            </p>
          ) : null}
          <Proof {...props} confidence={article.confidence} sources={article.sources} />
        </section>
      ))}
    </>
  );
}

function Others({ lang, register, article }: Props & { article: Article }): VNode | null {
  const others = otherNumbers(register, article);
  if (others.length === 0) return null;
  return (
    <p>
      {t(lang)('law.sameAct')} <Refs refs={others} />
    </p>
  );
}

/** Prohibition and sanction side by side, where the sanction articles number the same acts anew. */
function TwoNumbers({ lang, register, articles }: Props): VNode | null {
  const tr = t(lang);
  const pasal = (ref: ArticleRef) => Number.parseInt(ref.pasal, 10);
  const rows = articles.flatMap((article) => {
    const later = otherNumbers(register, article).filter((ref) => pasal(ref) > pasal(article.ref));
    return later.length > 0 && article.ref.angka ? [{ article, later }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={tr('law.twoNumbers')}
      columns={[
        { head: tr('law.prohibition'), cell: ({ article }) => <Refs refs={[article.ref]} /> },
        { head: tr('law.sanction'), cell: ({ later }) => <Refs refs={later} /> },
      ]}
      rows={rows}
    />
  );
}

function Refs({ refs }: { refs: readonly ArticleRef[] }): VNode {
  return (
    <>
      {refs.map((ref, at) => (
        <span key={anchorOf(ref)}>
          {at > 0 ? ', ' : ''}
          <a href={`#${anchorOf(ref)}`}>{printArticle(ref)}</a>
        </span>
      ))}
    </>
  );
}
