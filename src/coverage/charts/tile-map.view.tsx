import type { VNode } from 'preact';
import { formatShare } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { SHADE_BOUNDS, type Shade, shadeOf } from './shade.ts';
import { TILES } from './tiles.ts';

/** What is drawn for a province; without a link the tile only shows. */
export interface Province {
  readonly code: string;
  readonly name: string;
  readonly share: number | null;
  readonly href: string | null;
}

const SIDE = 60;
const GAP = 4;
const COLUMNS = Math.max(...TILES.map((tile) => tile.column)) + 1;
const ROWS = Math.max(...TILES.map((tile) => tile.row)) + 1;

/** The provinces as tiles; the same figures stand in the table beside it. Scrolls inside itself on a narrow screen. */
export function TileMap(props: {
  lang: Lang;
  title: string;
  description: string;
  provinces: readonly Province[];
  noFigure: string;
}): VNode {
  const { lang, title, description, noFigure } = props;
  const known = new Map(props.provinces.map((province) => [province.code, province]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="scroll" aria-label={title} tabIndex={0}>
      <svg
        class="tiles"
        viewBox={`0 0 ${COLUMNS * SIDE} ${ROWS * SIDE}`}
        aria-labelledby="peta-judul peta-isi"
      >
        <title id="peta-judul">{title}</title>
        <desc id="peta-isi">{description}</desc>
        {TILES.map(({ code, letters, column, row }) => {
          const province = known.get(code);
          const share = province?.share ?? null;
          const text = share === null ? '–' : formatShare(lang, share).replace(/[,.]\d/, '');
          const label = `${province?.name ?? letters}: ${share === null ? noFigure : formatShare(lang, share)}`;
          const drawn = (
            <g class={`s${shadeOf(share)}`} transform={`translate(${column * SIDE} ${row * SIDE})`}>
              <title>{label}</title>
              <rect width={SIDE - GAP} height={SIDE - GAP} rx="4" />
              <text x={(SIDE - GAP) / 2} y="19">
                {letters}
              </text>
              <text x={(SIDE - GAP) / 2} y="37">
                {text}
              </text>
              <Meter shade={shadeOf(share)} width={SIDE - GAP} y={SIDE - GAP - 9} />
            </g>
          );
          return province?.href ? (
            <a key={code} href={province.href} aria-label={label}>
              {drawn}
            </a>
          ) : (
            drawn
          );
        })}
      </svg>
    </section>
  );
}

/** Dots that say the class without colour. */
export function Meter({ shade, width, y }: { shade: Shade; width: number; y: number }): VNode {
  const start = width / 2 - (shade - 1) * 4.5;
  return (
    <>
      {Array.from({ length: shade }, (_, at) => (
        <circle key={at} class="dot" cx={start + at * 9} cy={y} r="2.6" />
      ))}
    </>
  );
}

/** What the five classes mean, each with its dots. */
export function Legend({ lang, title, noFigure }: { lang: Lang; title: string; noFigure: string }): VNode {
  const percent = (from: number, to: number) => (lang === 'id' ? `${from}–${to} %` : `${from}–${to}%`);
  const classes: [Shade, string][] = [
    ...SHADE_BOUNDS.map(([shade, from, to]): [Shade, string] => [shade, percent(from, to)]),
    [0, noFigure],
  ];
  return (
    <ul class="legend row" aria-label={title}>
      {classes.map(([shade, text]) => (
        <li key={shade}>
          <svg viewBox="0 0 56 20" aria-hidden="true">
            <g class={`s${shade}`}>
              <rect width="56" height="20" rx="4" />
              <Meter shade={shade} width={56} y={10} />
            </g>
          </svg>{' '}
          {text}
        </li>
      ))}
    </ul>
  );
}
