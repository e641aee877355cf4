import type { VNode } from 'preact';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { Bar, Notice, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { remainingIn, signedShare } from '../counts.ts';
import { deadlineText } from '../deadline.ts';
import { t } from '../messages.ts';
import type { Contribution } from '../people.ts';
import type { Recap } from '../recap.ts';
import { CategoryTable, CeremonyTable, StateTable, shareText, UnitTable } from './tables.view.tsx';

export interface CoverageShown {
  lang: Lang;
  recap: Recap;
  /** What each ceremony brought; null where nobody asked. */
  contributions: readonly Contribution[] | null;
  now: Date;
  /** Names of the units that the viewer is limited to; null: the whole institution. */
  limitedTo: readonly string[] | null;
  /** How many of the audience were added after the opening. */
  added: number;
  may: { names: boolean; plan: boolean; paper: boolean; pacts: boolean; recount: boolean };
}

export function CoverageView(shown: CoverageShown): VNode {
  const { lang, recap } = shown;
  const tr = t(lang);
  if (recap.subject.state === 'preparing')
    return (
      <>
        <h1>{tr('coverage.of', { title: recap.subject.title })}</h1>
        <Notice>
          <p>{tr('coverage.notOpened')}</p>
        </Notice>
      </>
    );
  return (
    <>
      <p class="no-print">
        <a href={to('campaign', { agency: recap.subject.agencyId, campaign: recap.subject.campaignId })}>
          {tr('coverage.toCampaign')}
        </a>
      </p>
      <Path lang={lang} recap={recap} />
      <h1>{tr('coverage.of', { title: recap.subject.title })}</h1>
      {recap.subject.isExample ? (
        <p>
          <Tag tone="warn">{tr('coverage.example')}</Tag>
        </p>
      ) : null}
      <Headline {...shown} />
      <Downloads {...shown} />
      <StateTable lang={lang} counts={recap.coverage.total} />
      <UnitTable lang={lang} recap={recap} />
      <CategoryTable lang={lang} recap={recap} />
      <h2>{tr('coverage.ceremonies')}</h2>
      <p class="quiet">{tr('coverage.ceremoniesNote')}</p>
      <Ceremonies {...shown} />
      <MakeUp {...shown} />
    </>
  );
}

function Ceremonies({ lang, recap, contributions }: CoverageShown): VNode {
  const tr = t(lang);
  const { agencyId, campaignId } = recap.subject;
  if (contributions === null) {
    const unit = recap.path.at(-1);
    const query = unit ? `&unit=${encodeURIComponent(unit.id)}` : '';
    return (
      <p class="no-print">
        <a href={`${to('coverage', { agency: agencyId, campaign: campaignId })}?apel=1${query}`}>
          {tr('coverage.seeCeremonies')}
        </a>
      </p>
    );
  }
  if (contributions.length === 0) return <p>{tr('coverage.noCeremonies')}</p>;
  return <CeremonyTable lang={lang} agencyId={agencyId} contributions={contributions} />;
}

function Headline({ lang, recap, now, limitedTo, added }: CoverageShown): VNode {
  const tr = t(lang);
  const { subject, coverage } = recap;
  const { total, asOf } = coverage;
  const [signed, audience] = [formatNumber(lang, total.signed), formatNumber(lang, total.audience)];
  return (
    <div class="card">
      <p class="figure">{shareText(lang, total)}</p>
      <p>{total.audience === 0 ? tr('coverage.nobody') : tr('coverage.headline', { signed, audience })}</p>
      <p>
        <Bar share={signedShare(total) ?? 0} />
      </p>
      <p>
        {tr('coverage.asOf', { at: formatMoment(lang, asOf, subject.zone) })}{' '}
        {subject.state === 'closed' ? tr('coverage.closed') : deadlineText(lang, subject, now)}
      </p>
      {limitedTo ? <p>{tr('coverage.scope', { names: limitedTo.join(', ') })}</p> : null}
      <p class="quiet">
        {tr('coverage.definition')}{' '}
        {added > 0 ? tr('coverage.addedLater', { count: formatNumber(lang, added) }) : null}
      </p>
    </div>
  );
}

/** Up the unit tree; only when a unit was opened. */
function Path({ lang, recap }: { lang: Lang; recap: Recap }): VNode | null {
  const tr = t(lang);
  const { subject, path } = recap;
  if (path.length === 0) return null;
  const here = to('coverage', { agency: subject.agencyId, campaign: subject.campaignId });
  return (
    <nav class="row" aria-label={tr('coverage.path')}>
      <a href={here}>{tr('coverage.up')}</a>
      {path.slice(0, -1).map((unit) => (
        <a key={unit.id} href={`${here}?unit=${encodeURIComponent(unit.id)}`}>
          {unit.name}
        </a>
      ))}
      <span aria-current="page">{path.at(-1)?.name}</span>
    </nav>
  );
}

function Downloads({ lang, recap, may }: CoverageShown): VNode {
  const tr = t(lang);
  const { subject, path, coverage } = recap;
  const params = { agency: subject.agencyId, campaign: subject.campaignId };
  const unit = path.at(-1);
  const query = unit ? `?unit=${encodeURIComponent(unit.id)}` : '';
  return (
    <div class="row no-print">
      {may.names ? (
        <a class="button" href={to('remaining', params) + query}>
          {tr('coverage.seeRemaining')}
        </a>
      ) : null}
      <a href={to('recapXlsx', params) + query}>{tr('coverage.recapXlsx')}</a>
      {may.paper ? <a href={to('recapPdf', params)}>{tr('coverage.recapPdf')}</a> : null}
      <a href={to('coverageCompare', params)}>{tr('coverage.compare')}</a>
      {may.paper ? (
        <a href={to('publicFigures', { agency: subject.agencyId })}>{tr('coverage.publicFigures')}</a>
      ) : null}
      {may.pacts && coverage.total.signed > 0 ? (
        <a href={to('unitZip', params) + query}>{tr(unit ? 'coverage.unitZip' : 'coverage.allZip')}</a>
      ) : null}
      {may.recount ? <a href={to('coverageRecount', params)}>{tr('coverage.recount')}</a> : null}
    </div>
  );
}

const MAKE_UP_LINES = 8;

/** Where a make-up session would reach most people. */
function MakeUp({ lang, recap, may }: CoverageShown): VNode {
  const tr = t(lang);
  const names = new Map(recap.nodes.map((node) => [node.id, node.name]));
  const left = recap.coverage.perUnit
    .map((unit) => ({
      name: names.get(unit.unitId) ?? unit.name,
      id: unit.unitId,
      n: remainingIn(unit.counts),
    }))
    .filter((unit) => unit.n > 0)
    .sort((a, b) => b.n - a.n);
  const params = { agency: recap.subject.agencyId, campaign: recap.subject.campaignId };
  const people = formatNumber(lang, remainingIn(recap.coverage.total));
  return (
    <>
      <h2>{tr('coverage.makeUp')}</h2>
      <p>
        {left.length > 0
          ? tr('coverage.makeUpNote', { people, units: formatNumber(lang, left.length) })
          : tr('coverage.makeUpNone')}
      </p>
      <ul>
        {left.slice(0, MAKE_UP_LINES).map((unit) => (
          <li key={unit.id}>
            {tr('coverage.makeUpLine', { name: unit.name, n: formatNumber(lang, unit.n) })}
          </li>
        ))}
      </ul>
      {may.plan && left.length > 0 ? (
        <a class="button second no-print" href={`${to('ceremonyNew', params)}?jenis=susulan`}>
          {tr('coverage.plan')}
        </a>
      ) : null}
    </>
  );
}
