import type { VNode } from 'preact';
import { DataTable, Facts, Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { urls } from '../../urls.ts';
import { printArticle } from '../citations/article-ref.ts';
import type { ArticleRef } from '../types.ts';
import {
  type Basis,
  BINDINGS,
  type CriminalSide,
  criminalSideOf,
  SIDES,
  type Violation,
} from '../violations/index.ts';
import { t } from '../violations/messages.ts';
import { BindingTable } from './violations.bindings.view.tsx';
import { Cited, Grounds, Levels, LevelTag } from './violations.parts.view.tsx';
import { SideCell } from './violations.view.tsx';

/** One item: what it is on each side of the line, its level, its basis in two numberings, whom it binds. */
export function violationView(lang: Lang, item: Violation): VNode {
  const tr = t(lang);
  return (
    <>
      <p class="no-print">
        <a href={urls.violations}>{tr('violations.back')}</a>
      </p>
      <h1>
        {item.id}. {tr(`violations.kind.${item.kind}`)}
      </h1>
      <p class="prose">{item.gist[lang]}</p>
      <Facts
        rows={[
          [tr('violations.group'), tr(`violations.group.${item.group}`)],
          [tr('violations.level'), <Levels lang={lang} item={item} />],
          [
            tr('violations.concerns'),
            item.concerns.map((one) => tr(`violations.concerns.${one}`)).join(', '),
          ],
          [tr('violations.grounds'), <Grounds lang={lang} stated={item} />],
        ]}
      />
      <Disputes lang={lang} item={item} />
      <h2>{tr('violations.beforeAfter')}</h2>
      <div class="grid">
        <div class="card">
          <h3>{tr('violations.before')}</h3>
          <p>
            <SideCell lang={lang} kind={item.kind} id={SIDES[item.kind].before} />
          </p>
        </div>
        <div class="card">
          <h3>{tr('violations.after')}</h3>
          <p>
            <SideCell lang={lang} kind={item.kind} id={SIDES[item.kind].after} />
          </p>
        </div>
      </div>
      <LevelClaims lang={lang} item={item} />
      <h2>{tr('violations.bases')}</h2>
      <Bases lang={lang} bases={item.bases} />
      <h2>{tr('violations.who')}</h2>
      <BindingTable lang={lang} bindings={BINDINGS.filter((one) => one.group === item.group)} />
      <h2>{tr('violations.criminal')}</h2>
      <Criminal lang={lang} sides={criminalSideOf(item.id)} />
    </>
  );
}

function Disputes({ lang, item }: { lang: Lang; item: Violation }): VNode | null {
  if (item.disputes.length === 0) return null;
  return (
    <Notice tone="warn">
      <p>
        <strong>{t(lang)('violations.disputes')}</strong>
      </p>
      {item.disputes.map((one) => (
        <div key={one.text.id}>
          <p>{one.text[lang]}</p>
          <Grounds lang={lang} stated={one} />
        </div>
      ))}
    </Notice>
  );
}

function LevelClaims({ lang, item }: { lang: Lang; item: Violation }): VNode | null {
  const tr = t(lang);
  if (item.levels.length === 0) return null;
  return (
    <>
      <h2>{tr('violations.level')}</h2>
      <p>
        <a href={urls.sanctions}>{tr('violations.toSanctions')}</a>
      </p>
      <DataTable
        caption={tr('violations.level')}
        columns={[
          { head: tr('violations.level'), cell: ({ level }) => <LevelTag lang={lang} level={level} /> },
          { head: tr('violations.grounds'), cell: (claim) => <Grounds lang={lang} stated={claim} /> },
        ]}
        rows={item.levels}
      />
    </>
  );
}

function Bases({ lang, bases }: { lang: Lang; bases: readonly Basis[] }): VNode {
  const tr = t(lang);
  if (bases.length === 0) return <p>{tr('violations.noBasis')}</p>;
  const number = (ref: ArticleRef | undefined, printed: string | undefined) =>
    ref
      ? printArticle(ref)
      : printed
        ? tr('violations.printed', { text: printed })
        : tr('violations.notSeen');
  return (
    <>
      <p class="quiet">{tr('violations.basesNote')}</p>
      <DataTable
        caption={tr('violations.bases')}
        columns={[
          { head: tr('violations.instrument'), cell: ({ instrument }) => <Cited id={instrument} /> },
          { head: tr('violations.prohibition'), cell: ({ prohibition }) => number(prohibition, undefined) },
          { head: tr('violations.sanctionRef'), cell: ({ sanction, printed }) => number(sanction, printed) },
          { head: tr('violations.grounds'), cell: (basis) => <Grounds lang={lang} stated={basis} /> },
        ]}
        rows={bases}
      />
    </>
  );
}

function Criminal({ lang, sides }: { lang: Lang; sides: readonly CriminalSide[] }): VNode {
  const tr = t(lang);
  if (sides.length === 0) return <p>{tr('violations.noCriminal')}</p>;
  return (
    <>
      <p class="quiet">{tr('violations.criminalNote')}</p>
      <DataTable
        caption={tr('violations.criminal')}
        columns={[
          {
            head: tr('violations.instrument'),
            cell: ({ instrument, ref }) => <Cited id={instrument} article={ref} />,
          },
          {
            head: tr('violations.punishes'),
            cell: ({ punishes, election }) =>
              `${tr(`violations.punishes.${punishes}`)}, ${tr(`violations.election.${election}`)}`,
          },
          { head: tr('violations.gist'), cell: ({ text }) => text[lang] },
          { head: tr('violations.grounds'), cell: (side) => <Grounds lang={lang} stated={side} /> },
        ]}
        rows={sides}
      />
    </>
  );
}
