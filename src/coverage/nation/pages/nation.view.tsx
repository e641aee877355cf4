import type { VNode } from 'preact';
import { formatMoment, formatNumber } from '../../../platform/format.ts';
import { Bar, Notice, Pager, Tag } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to, urls } from '../../../urls.ts';
import { OverTime } from '../../charts/over-time.view.tsx';
import { Legend, TileMap } from '../../charts/tile-map.view.tsx';
import { biggest } from '../../charts/tree-map.ts';
import { TreeMap } from '../../charts/tree-map.view.tsx';
import { signedShare } from '../../counts.ts';
import { shareText } from '../../pages/tables.view.tsx';
import { type Asked, PAGE } from '../asked.ts';
import { type Nation, perProvince, provinceName, type Sum, sumOf } from '../figures.ts';
import { t } from '../messages.ts';
import {
  agencyHref,
  CENTRAL,
  denominatorText,
  NATION_ZONE,
  outsideText,
  regionHref,
} from '../nation-report.ts';
import type { Report } from '../report.ts';
import { FileLinks, Meanings, SheetTable } from '../report.view.tsx';
import { ElectionChoice } from './election-choice.view.tsx';

export interface NationShown {
  lang: Lang;
  nation: Nation;
  report: Report;
  asked: Asked;
  /** Provinces that the viewer is limited to; null: none. */
  regions: readonly string[] | null;
  /** null: the whole nation. */
  region: string | null;
  page: number;
}

export function NationView(shown: NationShown): VNode {
  const { lang, nation, report, asked, region } = shown;
  const tr = t(lang);
  const here = region === null ? urls.nation : to('nationRegion', { region });
  const sheet = (key: string) => report.sheets.find((one) => one.key === key);
  return (
    <>
      <Regions {...shown} />
      <h1>{report.title}</h1>
      {nation.example ? (
        <p>
          <Tag tone="warn">{tr('nation.example')}</Tag>
        </p>
      ) : null}
      <ElectionChoice
        lang={lang}
        action={here}
        fields={[{ name: 'pemilu', label: tr('nation.election'), value: asked.election }]}
        choices={asked.choices}
      />
      <Headline lang={lang} nation={nation} sum={sumOf(nation.institutions, nation.asOf)} />
      <FileLinks lang={lang} href={(format) => fileHref(region, asked.election, format)} />
      {region === null ? <NationMap lang={lang} nation={nation} /> : null}
      {sheet('provinces') ? <SheetTable lang={lang} sheet={sheet('provinces')!} /> : null}
      <Institutions {...shown} here={here} />
      {sheet('categories') ? <SheetTable lang={lang} sheet={sheet('categories')!} /> : null}
      {region === CENTRAL ? null : <Days lang={lang} nation={nation} />}
      <Meanings lang={lang} report={report} />
    </>
  );
}

/** Up to the nation, or between the provinces of one's own. */
function Regions({ lang, regions, region, asked }: NationShown): VNode | null {
  const tr = t(lang);
  const links =
    regions === null
      ? region === null
        ? []
        : [{ href: `${urls.nation}?pemilu=${asked.election}`, text: tr('nation.toNation') }]
      : regions
          .filter((code) => code !== region)
          .map((code) => ({ href: regionHref(asked.election, code), text: provinceName(code) ?? code }));
  const compare = { href: `${urls.nationCompare}?dengan=${asked.election}`, text: tr('nation.compare') };
  return (
    <nav class="row no-print" aria-label={tr('nation.pages')}>
      {[...links, compare].map(({ href, text }) => (
        <a key={href} href={href}>
          {text}
        </a>
      ))}
    </nav>
  );
}

function Headline({ lang, nation, sum }: { lang: Lang; nation: Nation; sum: Sum }): VNode {
  const tr = t(lang);
  if (sum.opened === 0)
    return (
      <Notice>
        <p>{tr('nation.nobodyOpened')}</p>
        {sum.notOpened > 0 ? <p>{outsideText(lang, sum)}</p> : null}
      </Notice>
    );
  return (
    <div class="card">
      <p class="figure">{shareText(lang, sum.counts)}</p>
      <p>{denominatorText(lang, sum)}</p>
      <p>
        <Bar share={signedShare(sum.counts) ?? 0} />
      </p>
      {sum.notOpened > 0 ? <p>{outsideText(lang, sum)}</p> : null}
      <p>
        {tr('nation.overdueCount', { institutions: formatNumber(lang, sum.overdue) })}{' '}
        {tr('nation.asOf', { at: formatMoment(lang, nation.asOf, NATION_ZONE) })}
      </p>
      <p class="quiet">{tr('nation.whichText')}</p>
    </div>
  );
}

function NationMap({ lang, nation }: { lang: Lang; nation: Nation }): VNode {
  const tr = t(lang);
  const provinces = perProvince(nation.institutions).flatMap(({ code, name, institutions }) => {
    if (code === null || name === null) return [];
    const { counts } = sumOf(institutions, nation.asOf);
    const href = institutions.length > 0 ? regionHref(nation.electionId, code) : null;
    return [{ code, name, share: signedShare(counts), href }];
  });
  return (
    <>
      <h2>{tr('nation.map')}</h2>
      <TileMap
        lang={lang}
        title={tr('nation.mapTitle')}
        description={tr('nation.mapText')}
        provinces={provinces}
        noFigure={tr('nation.noFigure')}
      />
      <Legend lang={lang} title={tr('nation.legend')} noFigure={tr('nation.noFigure')} />
    </>
  );
}

function Institutions({ lang, nation, report, page, here, asked }: NationShown & { here: string }): VNode {
  const tr = t(lang);
  const sheet = report.sheets.find(({ key }) => key === 'institutions');
  const pages = Math.max(1, Math.ceil(nation.institutions.length / PAGE));
  const parts = nation.institutions.map(({ id, name, counts, campaign }) => ({
    ...{ name, size: counts.audience, signed: counts.signed, share: signedShare(counts) },
    href: campaign && agencyHref(nation.electionId, id),
  }));
  return (
    <>
      <h2 id="instansi">{tr('nation.institutions')}</h2>
      <TreeMap
        lang={lang}
        title={tr('nation.treeTitle')}
        description={tr('nation.treeText')}
        parts={biggest(parts, (count) => tr('nation.others', { count: formatNumber(lang, count) }))}
        noFigure={tr('nation.noFigure')}
      />
      {sheet ? <SheetTable lang={lang} sheet={sheet} /> : null}
      <Pager
        page={page}
        pages={pages}
        href={(next) => `${here}?pemilu=${asked.election}&halaman=${next}#instansi`}
        texts={[tr('nation.previous'), tr('nation.page', { page, pages }), tr('nation.next')]}
      />
    </>
  );
}

function Days({ lang, nation }: { lang: Lang; nation: Nation }): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('nation.overTime')}</h2>
      <p class="quiet">{tr('nation.overTimeText')}</p>
      <OverTime lang={lang} title={tr('nation.overTime')} days={nation.days} words={dayWords(lang)} />
    </>
  );
}

export function dayWords(lang: Lang) {
  const tr = t(lang);
  return {
    none: tr('nation.noDays'),
    table: tr('nation.dayTable'),
    day: tr('nation.until'),
    signed: tr('nation.daySigned'),
    sum: tr('nation.daySum'),
  };
}

function fileHref(region: string | null, election: string, format: string): string {
  const file = `${region === null ? 'negara' : `wilayah-${region}`}.${format}`;
  return `${to('nationExport', { file })}?pemilu=${encodeURIComponent(election)}`;
}
