import type { VNode } from 'preact';
import { formatNumber, formatShare } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { shadeOf } from './shade.ts';
import { Meter } from './tile-map.view.tsx';
import { type Part, type Rectangle, rectangles, TREE_HEIGHT, TREE_WIDTH } from './tree-map.ts';

/** Areas are people who must sign, shades the share who have; the same figures stand in the table below it. */
export function TreeMap(props: {
  lang: Lang;
  title: string;
  description: string;
  parts: readonly Part[];
  noFigure: string;
}): VNode | null {
  const { lang, title, description, noFigure } = props;
  const drawn = rectangles(props.parts);
  if (drawn.length < 2) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="scroll" aria-label={title} tabIndex={0}>
      <svg
        class="tiles"
        viewBox={`0 0 ${TREE_WIDTH} ${TREE_HEIGHT}`}
        aria-labelledby="bidang-judul bidang-isi"
      >
        <title id="bidang-judul">{title}</title>
        <desc id="bidang-isi">{description}</desc>
        {drawn.map((one, at) => {
          const share = one.share === null ? noFigure : formatShare(lang, one.share);
          const label = `${one.name}: ${share} · ${formatNumber(lang, one.size)}`;
          const box = <Box key={at} one={one} label={label} share={share} />;
          return one.href ? (
            <a key={at} href={one.href} aria-label={label}>
              {box}
            </a>
          ) : (
            box
          );
        })}
      </svg>
    </section>
  );
}

function Box({ one, label, share }: { one: Rectangle; label: string; share: string }): VNode {
  const shade = shadeOf(one.share);
  const letters = Math.floor((one.width - 12) / 9);
  const named = letters >= 6 && one.height >= 44;
  return (
    <g class={`s${shade}`} transform={`translate(${one.x.toFixed(1)} ${one.y.toFixed(1)})`}>
      <title>{label}</title>
      <rect width={one.width.toFixed(1)} height={one.height.toFixed(1)} rx="2" />
      {named ? (
        <text class="left" x="6" y="19">
          {cut(one.name, letters)}
        </text>
      ) : null}
      {one.width >= 60 && one.height >= 30 ? (
        <text class="left" x="6" y={named ? 38 : 19}>
          {share}
        </text>
      ) : null}
      {one.width >= 56 && one.height >= 64 ? <Meter shade={shade} width={60} y={one.height - 10} /> : null}
    </g>
  );
}

const KINDS: Record<string, string> = { Kabupaten: 'Kab. ', Kota: 'Kota ', Provinsi: '' };

/** The part of a name that tells it from others, as long as there is room; the title has all of it. */
function cut(name: string, letters: number): string {
  const own = name.replace(
    /^Pemerintah (?:Daerah )?(Kabupaten|Kota|Provinsi) /,
    (_, kind: string) => KINDS[kind]!,
  );
  return own.length > letters ? `${own.slice(0, letters - 1)}…` : own;
}
