import type { ComponentChildren, VNode } from 'preact';
import { formatDate, formatNumber, formatShare } from '../../platform/format.ts';
import { Bar, type Column, DataTable, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { type Counts, STATES, signedShare, UNSIGNED, worstFirst } from '../counts.ts';
import { t } from '../messages.ts';
import type { Contribution } from '../people.ts';
import type { Recap } from '../recap.ts';

interface Line {
  head: ComponentChildren;
  name: string;
  counts: Counts;
}

/** Share signed as text, or a dash where nobody must sign. */
export function shareText(lang: Lang, counts: Counts): string {
  const share = signedShare(counts);
  return share === null ? '–' : formatShare(lang, share);
}

/** Each state once, with what it means; the lines add up to the denominator. */
export function StateTable({ lang, counts }: { lang: Lang; counts: Counts }): VNode {
  const tr = t(lang);
  const lines = STATES.map((state) => ({
    text: tr(`coverage.state.${state}`),
    means: tr(`coverage.means.${state}`),
    n: counts[state],
  }));
  return (
    <DataTable
      caption={tr('coverage.perState')}
      columns={[
        { head: tr('coverage.state'), cell: (line) => line.text },
        { head: tr('coverage.people'), cell: (line) => formatNumber(lang, line.n), number: true },
        { head: tr('coverage.share'), cell: (line) => part(lang, line.n, counts.audience), number: true },
        { head: tr('coverage.definitions'), cell: (line) => <span class="quiet">{line.means}</span> },
      ]}
      rows={lines}
      total={{ text: tr('coverage.audience'), means: '', n: counts.audience }}
    />
  );
}

/** Units below the opened one with a bar each; a name opens what is below it. */
export function UnitTable({ lang, recap }: { lang: Lang; recap: Recap }): VNode {
  const tr = t(lang);
  const { subject, path, coverage } = recap;
  const params = { agency: subject.agencyId, campaign: subject.campaignId };
  const known = new Set(recap.nodes.map(({ id }) => id));
  const lines = worstFirst(recap.rows).map((row): Line => {
    const name = row.direct && recap.rows.length > 1 ? tr('coverage.direct', { name: row.name }) : row.name;
    const opens = known.has(row.id) && !row.direct;
    return {
      head: opens ? <a href={to('coverageUnit', { ...params, unit: row.id })}>{name}</a> : name,
      name,
      counts: row.counts,
    };
  });
  const focus = path.at(-1);
  const caption = focus ? tr('coverage.perUnitOf', { name: focus.name }) : tr('coverage.perUnit');
  return (
    <CountTable
      lang={lang}
      caption={caption}
      first={tr('coverage.unit')}
      lines={lines}
      total={coverage.total}
    />
  );
}

export function CategoryTable({ lang, recap }: { lang: Lang; recap: Recap }): VNode {
  const tr = t(lang);
  const lines = recap.coverage.perCategory.map(({ category, counts }): Line => {
    const name = tr(`coverage.category.${category}`);
    return { head: name, name, counts };
  });
  const head = tr('coverage.category');
  return (
    <CountTable
      lang={lang}
      caption={tr('coverage.perCategory')}
      first={head}
      lines={lines}
      total={recap.coverage.total}
    />
  );
}

function CountTable(props: {
  lang: Lang;
  caption: string;
  first: string;
  lines: Line[];
  total: Counts;
}): VNode {
  const { lang, caption, first, lines, total } = props;
  const tr = t(lang);
  const columns: Column<Line>[] = [
    { head: first, cell: (line) => line.head },
    { head: tr('coverage.share'), cell: ({ counts }) => shareText(lang, counts), number: true },
    { head: tr('coverage.bar'), cell: ({ counts }) => <Bar share={signedShare(counts) ?? 0} /> },
    {
      head: tr('coverage.state.signed'),
      cell: ({ counts }) => formatNumber(lang, counts.signed),
      number: true,
    },
    {
      head: tr('coverage.audience'),
      cell: ({ counts }) => formatNumber(lang, counts.audience),
      number: true,
    },
    ...UNSIGNED.map((state) => ({
      head: tr(`coverage.state.${state}`),
      cell: ({ counts }: Line) => formatNumber(lang, counts[state]),
      number: true,
    })),
  ];
  const sum = { head: tr('coverage.total'), name: '', counts: total };
  return (
    <div class="units">
      <DataTable caption={caption} columns={columns} rows={lines} total={sum} />
    </div>
  );
}

export function CeremonyTable(props: {
  lang: Lang;
  agencyId: string;
  contributions: readonly Contribution[];
}): VNode {
  const { lang, agencyId, contributions } = props;
  const tr = t(lang);
  const number = (head: string, of: (row: Contribution) => number): Column<Contribution> => ({
    head,
    cell: (row) => formatNumber(lang, of(row)),
    number: true,
  });
  return (
    <DataTable
      caption={tr('coverage.ceremonies')}
      columns={[
        {
          head: tr('coverage.ceremony'),
          cell: (row) => (
            <>
              <a href={to('ceremony', { agency: agencyId, ceremony: row.id })}>{row.title}</a>{' '}
              {row.kind === 'susulan' ? <Tag>{tr('coverage.kind.susulan')}</Tag> : null}
            </>
          ),
        },
        {
          head: tr('coverage.heldOn'),
          cell: (row) => (row.heldOn ? formatDate(lang, row.heldOn) : tr('coverage.dateUnknown')),
        },
        number(tr('coverage.fact.attended'), (row) => row.attended),
        number(tr('coverage.fact.read'), (row) => row.read),
        number(tr('coverage.fact.witnessed'), (row) => row.witnessed),
        number(tr('coverage.fact.symbolic'), (row) => row.symbolic),
        number(tr('coverage.nowSigned'), (row) => row.signed),
      ]}
      rows={contributions}
    />
  );
}

function part(lang: Lang, n: number, audience: number): string {
  return audience === 0 ? '–' : formatShare(lang, n / audience);
}
