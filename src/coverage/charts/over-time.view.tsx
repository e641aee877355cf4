import type { VNode } from 'preact';
import { formatDate, formatNumber } from '../../platform/format.ts';
import { DataTable } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { type Day, pointsOf } from './over-time.ts';

const WIDTH = 960;
const HEIGHT = 240;

/** Signatures so far as an area over time, with the same steps as a table that folds. */
export function OverTime(props: {
  lang: Lang;
  title: string;
  days: readonly Day[];
  words: { none: string; table: string; day: string; signed: string; sum: string };
}): VNode {
  const { lang, title, words } = props;
  const points = pointsOf(props.days);
  const top = points.at(-1)?.sum ?? 0;
  if (top === 0) return <p>{words.none}</p>;
  const x = (at: number) => (points.length === 1 ? WIDTH : (at / (points.length - 1)) * WIDTH);
  const y = (sum: number) => HEIGHT - (sum / top) * (HEIGHT - 12);
  const line = points.map((point, at) => `${x(at).toFixed(1)} ${y(point.sum).toFixed(1)}`).join(' L');
  const [first, last] = [points[0]!, points.at(-1)!];
  const said = `${title}: ${formatDate(lang, first.day)} – ${formatDate(lang, last.day)}, ${formatNumber(lang, top)}`;
  return (
    <>
      <figure class="over-time">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={said}>
          <path class="area" d={`M0 ${HEIGHT} L${line} L${WIDTH} ${HEIGHT} Z`} />
          <path class="line" d={`M${points.length === 1 ? `0 ${HEIGHT} L` : ''}${line}`} />
        </svg>
        <figcaption class="row">
          <span>{formatDate(lang, first.day)}</span>
          <span>
            {formatDate(lang, last.day)}: {formatNumber(lang, top)}
          </span>
        </figcaption>
      </figure>
      <details>
        <summary>{words.table}</summary>
        <DataTable
          caption={title}
          columns={[
            { head: words.day, cell: (point) => formatDate(lang, point.day) },
            { head: words.signed, cell: (point) => formatNumber(lang, point.signed), number: true },
            { head: words.sum, cell: (point) => formatNumber(lang, point.sum), number: true },
          ]}
          rows={points}
        />
      </details>
    </>
  );
}
