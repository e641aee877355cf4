import type { VNode } from 'preact';
import { formatDate } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import type { Confidence, Source } from '../index.ts';
import { t } from '../messages.ts';
import { ConfidenceTag } from './parts.view.tsx';

/** The page's sources, numbered from 1; the same source has one number. */
export class SourceList {
  readonly all: readonly Source[];

  constructor(sources: readonly Source[]) {
    this.all = [...new Map(sources.map((source) => [keyOf(source), source])).values()];
  }

  /** @throws Error for a source that the page does not list */
  numberOf(source: Source): number {
    const at = this.all.findIndex((known) => keyOf(known) === keyOf(source));
    if (at < 0) throw new Error(`The page does not list the source ${source.url}.`);
    return at + 1;
  }
}

function keyOf({ url, note }: Source): string {
  return `${url} ${note}`;
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
  return (
    <p class="proof">
      <ConfidenceTag lang={lang} confidence={confidence} />{' '}
      <time datetime={on}>{tr('law.asOf', { date: formatDate(lang, on) })}</time> · {tr('law.sourceWord')}{' '}
      {sources.map((source, at) => {
        const number = list.numberOf(source);
        return (
          <span key={number}>
            {at > 0 ? ', ' : ''}
            <a href={`#sumber-${number}`}>{number}</a>
          </span>
        );
      })}
    </p>
  );
}
