import type { VNode } from 'preact';
import { formatDate } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import type { Confidence, Source } from '../index.ts';
import { t } from '../messages.ts';
import { ConfidenceTag } from './parts.view.tsx';

/** The page's sources, numbered from 1; an address has one number, with all that was seen there. */
export class SourceList {
  readonly all: readonly Source[];

  constructor(sources: readonly Source[]) {
    this.all = [...Map.groupBy(sources, ({ url }) => url)].map(([url, same]) => ({
      url,
      note: [...new Set(same.map(({ note }) => note))].join('; '),
    }));
  }

  /** @throws Error for a source that the page does not list */
  numberOf({ url }: Source): number {
    const at = this.all.findIndex((known) => known.url === url);
    if (at < 0) throw new Error(`The page does not list the source ${url}.`);
    return at + 1;
  }
}

/** What every statement on a page needs to prove itself. */
export interface Proven {
  lang: Lang;
  /** The day for which the page speaks. */
  on: string;
  list: SourceList;
}

/** How sure, on which day it was held to be so, and where it was seen. Stands within a `statement`. */
export function Proof(props: Proven & { confidence: Confidence; sources: readonly Source[] }): VNode {
  const { lang, on, list, confidence, sources } = props;
  const tr = t(lang);
  const numbers = [...new Set(sources.map((source) => list.numberOf(source)))];
  return (
    <p class="proof">
      <ConfidenceTag lang={lang} confidence={confidence} />{' '}
      <time datetime={on}>{tr('law.asOf', { date: formatDate(lang, on) })}</time> · {tr('law.sourceWord')}{' '}
      {numbers.map((number, at) => (
        <span key={number}>
          {at > 0 ? ', ' : ''}
          <a href={`#sumber-${number}`}>{number}</a>
        </span>
      ))}
    </p>
  );
}
