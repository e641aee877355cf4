import type { VNode } from 'preact';
import { formatMoment, type Zone } from '../../platform/format.ts';
import { Notice, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to, urls } from '../../urls.ts';
import { type ArticlePart, articleParts } from '../article.ts';
import { t } from '../messages.ts';
import type { Release } from '../release.ts';

export interface Published {
  release: Release;
  agency: string;
  zone: Zone;
}

export function ReleasesView(props: {
  lang: Lang;
  found: readonly Published[];
  page: number;
  more: boolean;
}): VNode {
  const { lang, found, page, more } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{tr('newsroom.releases')}</h1>
      <p>{tr('newsroom.releasesIntro')}</p>
      {found.length === 0 ? <p>{tr('newsroom.noReleases')}</p> : null}
      {found.map(({ release, agency, zone }) => (
        <article class="card" key={release.agencyId + release.id}>
          <h2>
            <a href={to('release', { agency: release.agencyId, id: release.id })}>{release.title}</a>
          </h2>
          <p class="quiet">
            {release.isExample ? <Tag tone="warn">{tr('newsroom.example')}</Tag> : null}{' '}
            {tr('newsroom.byAgency', { agency, at: formatMoment(lang, release.approvedAt as Date, zone) })}
          </p>
        </article>
      ))}
      {page > 1 || more ? (
        <nav class="row" aria-label={tr('newsroom.page', { page })}>
          {page > 1 ? <a href={`${urls.releases}?hal=${page - 1}`}>{tr('newsroom.previous')}</a> : null}
          <span>{tr('newsroom.page', { page })}</span>
          {more ? <a href={`${urls.releases}?hal=${page + 1}`}>{tr('newsroom.next')}</a> : null}
        </nav>
      ) : null}
    </>
  );
}

export function ReleaseView({ lang, release, agency, zone }: Published & { lang: Lang }): VNode {
  const tr = t(lang);
  return (
    <>
      <p class="no-print">
        <a href={urls.releases}>{tr('newsroom.allReleases')}</a>
      </p>
      <article lang="id">
        <h1>{release.title}</h1>
        <p class="quiet" lang={lang}>
          {tr('newsroom.byAgency', { agency, at: formatMoment(lang, release.approvedAt as Date, zone) })}
        </p>
        {release.isExample ? (
          <Notice tone="warn">
            <p lang={lang}>
              <strong>{tr('newsroom.example')}.</strong> {tr('newsroom.exampleNote')}
            </p>
          </Notice>
        ) : null}
        {articleParts(release.body).map((part, at) => (
          <Part key={at} part={part} />
        ))}
      </article>
      <p class="quiet">
        {tr('newsroom.madeFromRecords', { version: release.version })}{' '}
        <a href={urls.verify}>{tr('newsroom.verifyLink')}</a>
      </p>
    </>
  );
}

function Part({ part }: { part: ArticlePart }): VNode {
  if (part.kind === 'paragraph') return <p>{part.text}</p>;
  const items = part.items.map((item) => <li key={item}>{item}</li>);
  return part.kind === 'numbered' ? <ol>{items}</ol> : <ul>{items}</ul>;
}
