import type { VNode } from 'preact';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors } from '../../platform/html/form.view.tsx';
import { type Column, DataTable, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { Agency } from '../agency.ts';
import { t as agencyText } from '../messages.ts';
import { t } from '../moves/messages.ts';
import { MOVES_PAGE, type Move } from '../moves/moves.ts';
import { formatNip } from '../roster/index.ts';
import { ListPager } from './pages.view.tsx';

interface Props {
  lang: Lang;
  agency: Agency;
  out: { moves: readonly Move[]; total: number };
  into: { moves: readonly Move[]; total: number };
  /** Today's names of the other institutions. */
  names: ReadonlyMap<string, string>;
  page: number;
  errors: FieldErrors;
  mayDecide: boolean;
}

export function MovesPage(props: Props): VNode {
  const { lang, agency, out, into, page, errors, mayDecide } = props;
  const tr = t(lang);
  const path = to('moves', { agency: agency.id });
  const answer = {
    head: tr('agencies.moves.answer'),
    cell: (move: Move) => <Answer {...props} move={move} />,
  };
  return (
    <>
      <p>
        <a href={to('roster', { agency: agency.id })}>{agencyText(lang)('agencies.roster')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('agencies.moves.title')}</h1>
      <p class="prose">{tr('agencies.moves.lead')}</p>
      {mayDecide ? (
        <form method="post" action={path}>
          <button type="submit" class="second" name="aksi" value="cari">
            {tr('agencies.moves.look')}
          </button>
        </form>
      ) : null}
      <h2>{tr('agencies.moves.out', { count: formatNumber(lang, out.total) })}</h2>
      <List
        {...props}
        moves={out.moves}
        last={answer}
        caption={tr('agencies.moves.out', { count: formatNumber(lang, out.total) })}
      />
      <h2>{tr('agencies.moves.in', { count: formatNumber(lang, into.total) })}</h2>
      <List
        {...props}
        moves={into.moves}
        last={{ head: tr('agencies.moves.answer'), cell: (move) => <Decided {...props} move={move} /> }}
        caption={tr('agencies.moves.in', { count: formatNumber(lang, into.total) })}
      />
      <ListPager
        lang={lang}
        page={page}
        size={MOVES_PAGE}
        total={Math.max(out.total, into.total)}
        href={(at) => `${path}?hal=${at}`}
      />
    </>
  );
}

function List(props: Props & { moves: readonly Move[]; last: Column<Move>; caption: string }): VNode {
  const { lang, agency, names, moves, last, caption } = props;
  const tr = t(lang);
  if (moves.length === 0) return <p>{tr('agencies.moves.none')}</p>;
  return (
    <DataTable
      caption={caption}
      columns={[
        { head: tr('agencies.moves.name'), cell: ({ name }) => name },
        {
          head: tr('agencies.moves.number'),
          cell: ({ idNumber, idKind }) => <span class="num">{formatNip(idNumber, idKind)}</span>,
        },
        {
          head: tr('agencies.moves.other'),
          cell: ({ otherAgency }) => names.get(otherAgency) ?? otherAgency,
        },
        {
          head: tr('agencies.moves.seen'),
          cell: ({ proposedAt }) => formatMoment(lang, proposedAt, agency.zone),
        },
        last,
      ]}
      rows={moves}
    />
  );
}

function Decided({ lang, agency, move }: Props & { move: Move }): VNode {
  const tr = t(lang);
  const { decision, reason, decidedAt } = move;
  if (!decision) return <Tag>{tr('agencies.moves.open')}</Tag>;
  return (
    <>
      <Tag tone={decision === 'left' ? 'good' : 'warn'}>{tr(`agencies.moves.${decision}`)}</Tag>{' '}
      {decidedAt ? formatMoment(lang, decidedAt, agency.zone) : null}: {reason}
    </>
  );
}

function Answer(props: Props & { move: Move }): VNode {
  const { lang, agency, move, mayDecide } = props;
  const tr = t(lang);
  if (move.decision || !mayDecide) return <Decided {...props} />;
  return (
    <details>
      <summary>{tr('agencies.moves.open')}</summary>
      <form method="post" action={to('moves', { agency: agency.id })}>
        <input type="hidden" name="id" value={move.id} />
        <label>
          {tr('agencies.moves.from')} <input type="date" name="from" />
        </label>
        <label>
          {tr('agencies.moves.why')} <input name="reason" required />
        </label>
        <button type="submit" name="aksi" value="pindah">
          {tr('agencies.moves.left')}
        </button>
        <button type="submit" class="second" name="aksi" value="tetap">
          {tr('agencies.moves.stays')}
        </button>
      </form>
    </details>
  );
}
