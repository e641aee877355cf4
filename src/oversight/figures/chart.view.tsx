import type { VNode } from 'preact';
import { type Sheet, SheetTable } from '../../coverage/index.ts';
import { formatNumber } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';

const WIDTH = 960;
const HEIGHT = 240;
const GAP = 12;

/** A sheet as bars with its first and last number of each row, and the same numbers as a table below. */
export function BarChart({ lang, title, sheet }: { lang: Lang; title: string; sheet: Sheet }): VNode | null {
  const rows = sheet.rows.map(([name, least, most]) => ({
    name: String(name),
    least: Number(least),
    most: Number(most ?? least),
  }));
  const top = Math.max(0, ...rows.map(({ most }) => most));
  if (top === 0) return null;
  const step = WIDTH / rows.length;
  const said = rows.map(({ name, least, most }) => `${name}: ${numbers(lang, least, most)}`).join('; ');
  const bar = (at: number, value: number) => {
    const height = (value / top) * (HEIGHT - GAP);
    return { x: at * step + GAP / 2, y: HEIGHT - height, width: step - GAP, height };
  };
  return (
    <>
      <figure class="over-time">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${title}. ${said}`}
        >
          {rows.flatMap(({ name, least, most }, at) => [
            <rect key={`m${name}`} class="area" {...bar(at, most)} />,
            <rect key={`l${name}`} class="line" {...bar(at, least)} />,
          ])}
        </svg>
        <figcaption>{title}</figcaption>
      </figure>
      <SheetTable lang={lang} sheet={sheet} />
    </>
  );
}

function numbers(lang: Lang, least: number, most: number): string {
  const [a, b] = [formatNumber(lang, least), formatNumber(lang, most)];
  return a === b ? a : `${a}–${b}`;
}
