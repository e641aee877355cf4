import type { VNode } from 'preact';
import { formatNumber, timeIn, type Zone } from '../../platform/format.ts';
import { Bar } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import type { CeremonyCounts } from '../counts.ts';
import { t } from './messages.ts';
import { type UnitBar, unitBars } from './unit-bars.ts';

/** What the picture holds beneath the three figures. */
const ROWS = 6;

export interface CountsProps {
  lang: Lang;
  counts: CeremonyCounts;
  at: Date;
  zone: Zone;
}

/** The three figures and the units. Sent anew to the open page, which puts it in the place of the old one. */
export function Counts({ lang, counts, at, zone }: CountsProps): VNode {
  const tr = t(lang);
  const { expected, present, late, signed } = counts.total;
  const time = clock(lang, at, zone);
  return (
    <>
      {expected === 0 ? (
        <p class="say z7">{tr('screen.nobodyExpected')}</p>
      ) : (
        <>
          <dl class="figures">
            {(
              [
                ['present', present + late],
                ['signed', signed],
                ['expected', expected],
              ] as const
            ).map(([name, value]) => (
              <div key={name}>
                <dt>{tr(`screen.${name}`)}</dt>
                <dd data-figure={name}>{formatNumber(lang, value)}</dd>
              </div>
            ))}
          </dl>
          <Units lang={lang} bars={unitBars(counts.byUnit, ROWS)} />
        </>
      )}
      <p class="as-of">
        <span class="fresh">{tr('screen.asOf', { time })}</span>
        <span class="lost">{tr('screen.lost', { time })}</span>
      </p>
    </>
  );
}

/** The same in one sentence, for those who listen. */
export function countsSentence({ lang, counts }: Pick<CountsProps, 'lang' | 'counts'>): string {
  const { expected, present, late, signed } = counts.total;
  const [a, b, c] = [present + late, signed, expected].map((n) => formatNumber(lang, n));
  return t(lang)('screen.say', { present: a as string, signed: b as string, expected: c as string });
}

function Units({ lang, bars }: { lang: Lang; bars: readonly UnitBar[] }): VNode | null {
  const tr = t(lang);
  if (bars.length === 0) return null;
  return (
    <table class="units">
      <caption class="unseen">{tr('screen.byUnit')}</caption>
      <thead>
        <tr>
          <th scope="col">{tr('screen.unit')}</th>
          <th scope="col">{tr('screen.presentHead')}</th>
          <th scope="col">{tr('screen.signedHead')}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.name}>
            <th scope="row">{bar.name ?? tr('screen.otherUnits')}</th>
            <Cell lang={lang} count={bar.present} expected={bar.expected} />
            <Cell lang={lang} count={bar.signed} expected={bar.expected} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ lang, count, expected }: { lang: Lang; count: number; expected: number }): VNode {
  const figures = { count: formatNumber(lang, count), expected: formatNumber(lang, expected) };
  return (
    <td>
      <Bar share={count / expected} /> <span>{t(lang)('screen.ofExpected', figures)}</span>
    </td>
  );
}

/** 07.12 in Indonesian, 07:12 in English. */
function clock(lang: Lang, at: Date, zone: Zone): string {
  const time = timeIn(at, zone);
  return lang === 'id' ? time.replace(':', '.') : time;
}
