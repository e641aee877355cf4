import type { VNode } from 'preact';
import type { Basis } from '../../law/index.ts';
import { printArticle, type Source } from '../../law/index.ts';
import { formatDate } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { type Ground, groundOn } from '../answer-on.ts';
import { t } from '../messages.ts';
import type { Cited } from '../topic.ts';
import { SureTag } from './answer-tag.view.tsx';
import type { TopicShown } from './topic.view.tsx';

/** The articles as they stood that day, linked to the register, and where each statement was seen. */
export function Grounds(props: TopicShown): VNode | null {
  const { lang, asked } = props;
  const tr = t(lang);
  const grounds = allGrounds(props);
  const sources = sourcesOf(props, grounds);
  return (
    <>
      <h2>{tr('guidance.sources')}</h2>
      <ul>
        {grounds.map((ground) => (
          <li key={keyOf(ground)}>
            <Citation lang={lang} ground={ground} on={asked.on} />: <Gist lang={lang} ground={ground} />{' '}
            <SureTag lang={lang} confidence={ground.confidence} />
          </li>
        ))}
      </ul>
      <ul class="quiet">
        {sources.map(({ url, note }) => (
          <li key={url}>
            {url.startsWith('https://') && !url.includes('…') ? <a href={url}>{url}</a> : <span>{url}</span>}
            <span lang="en"> ({note})</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the topic cites, then the bases of its acts, each place once. */
function allGrounds({ asked, found, register }: TopicShown): readonly Ground[] {
  const bases = [...found.before, ...found.after].flatMap((act) => act.bases).flatMap(citedBy);
  const grounds = [...found.grounds, ...bases.flatMap((cited) => groundOn(cited, asked.on, register))];
  return [...new Map(grounds.map((ground) => [keyOf(ground), ground])).values()];
}

function citedBy({ instrument, prohibition, sanction }: Basis): Cited[] {
  return [prohibition, sanction].flatMap((ref) => (ref ? [{ instrument, ref }] : []));
}

function keyOf({ cited }: Ground): string {
  return `${cited.instrument} ${cited.ref ? printArticle(cited.ref) : ''}`;
}

/** The pages a reader can open: of the answer itself, of its items, and of the articles shown. */
function sourcesOf({ found }: TopicShown, grounds: readonly Ground[]): readonly Source[] {
  const { topic } = found;
  const all = [
    ...topic.sources,
    ...[...found.before, ...found.after].flatMap((act) => act.levels.flatMap((claim) => claim.sources)),
    ...grounds.flatMap((ground) => (ground.article ?? ground.instrument).sources),
  ];
  return [...new Map(all.map((source) => [source.url, source])).values()];
}

function Citation({ lang, ground, on }: { lang: Lang; ground: Ground; on: string }): VNode {
  const { instrument, cited, standing } = ground;
  return (
    <>
      <a href={`${to('instrument', { id: instrument.id })}?pada=${on}`}>
        {cited.ref ? `${printArticle(cited.ref)} ` : ''}
        {instrument.name}
      </a>
      {standing === 'in-force' ? null : (
        <>
          {' '}
          <strong>({t(lang)(`guidance.standing.${standing}`)})</strong>
        </>
      )}
    </>
  );
}

function Gist({ lang, ground }: { lang: Lang; ground: Ground }): VNode {
  const { article, instrument } = ground;
  return <>{article?.gist[lang] ?? instrument.title ?? t(lang)('guidance.wholeInstrument')}</>;
}

/** 2024 · 2018-05 · 7 Mei 2018, as far as it is known. */
export function shortDate(lang: Lang, date: string): string {
  return date.length === 10 ? formatDate(lang, date) : date;
}
