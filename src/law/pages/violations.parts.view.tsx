import type { ComponentChildren, VNode } from 'preact';
import { Tag, type Tone } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { printArticle } from '../citations/article-ref.ts';
import { SHIPPED } from '../register.ts';
import type { ArticleRef } from '../types.ts';
import type { Level, Stated, Violation } from '../violations/index.ts';
import { t } from '../violations/messages.ts';
import { ConfidenceTag, Dated, Sources } from './parts.view.tsx';

/** How sure a statement is, since when it holds, and where it was seen: beside every statement of law. */
export function Grounds({ lang, stated }: { lang: Lang; stated: Stated }): VNode {
  const tr = t(lang);
  return (
    <>
      <ConfidenceTag lang={lang} confidence={stated.confidence} />
      <details>
        <summary>{tr('violations.sources')}</summary>
        <p class="quiet">
          {tr('violations.since')} <Dated lang={lang} fact={stated.since} />
          {stated.until ? (
            <>
              ; {tr('violations.until')} <Dated lang={lang} fact={stated.until} />
            </>
          ) : null}
        </p>
        <Sources sources={stated.sources} />
      </details>
    </>
  );
}

const TONE: Record<Level, Tone> = {
  moral: 'info',
  ringan: 'info',
  sedang: 'warn',
  berat: 'bad',
  ptdh: 'bad',
  contract: 'warn',
};

export function LevelTag({ lang, level }: { lang: Lang; level: Level }): VNode {
  return <Tag tone={TONE[level]}>{t(lang)(`violations.level.${level}`)}</Tag>;
}

/** The levels that sources state for an item; two different ones are shown side by side. */
export function Levels({ lang, item }: { lang: Lang; item: Violation }): VNode {
  const levels = [...new Set(item.levels.map((claim) => claim.level))];
  if (levels.length === 0) return <Tag>{t(lang)('violations.level.none')}</Tag>;
  return (
    <>
      {levels.map((level, at) => (
        <span key={level}>
          {at > 0 ? ' / ' : ''}
          <LevelTag lang={lang} level={level} />
        </span>
      ))}
    </>
  );
}

/** An instrument's name, linked to its page, with the article where one is known. */
export function Cited({ id, article }: { id: string; article?: ArticleRef | undefined }): VNode {
  const name = SHIPPED.findInstrument(id)?.name ?? id;
  return (
    <>
      <a href={to('instrument', { id })}>{name}</a>
      {article ? ` ${printArticle(article)}` : null}
    </>
  );
}

export function ItemLink({ id, children }: { id: string; children?: ComponentChildren }): VNode {
  return <a href={to('violation', { id })}>{children ?? id}</a>;
}
