import type { VNode } from 'preact';
import { formatDate } from '../../platform/format.ts';
import { DataTable, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import type { RunningElection } from '../answer-on.ts';
import { type Classification, findViolation } from '../law.ts';
import { t } from '../messages.ts';
import { SureTag } from './answer-tag.view.tsx';
import type { TopicShown } from './topic.view.tsx';

interface Row {
  side: 'before' | 'after';
  mine: boolean;
  act: Classification;
}

/** Ethics or discipline, and how far it may go, on both sides of the determination of candidates. */
export function Ranges(props: TopicShown): VNode | null {
  const { lang, asked, found } = props;
  if (found.topic.acts.length === 0) return null;
  const tr = t(lang);
  const row = (side: Row['side'], act: Classification): Row => ({
    ...{ side, act },
    mine: asked.target === (side === 'before' ? 'bakal-calon' : 'calon'),
  });
  const rows = [
    ...found.before.map((act) => row('before', act)),
    ...withoutTwins(found.after).map((act) => row('after', act)),
  ];
  return (
    <>
      <h2>{tr('guidance.range')}</h2>
      <DataTable
        caption={tr('guidance.rangeNote')}
        columns={[
          { head: tr('guidance.side'), cell: (one) => <SideOf lang={lang} row={one} /> },
          { head: tr('guidance.act'), cell: ({ act }) => actText(lang, act) },
          { head: tr('guidance.level'), cell: ({ act }) => <Levels lang={lang} act={act} /> },
        ]}
        rows={rows}
      />
      <Running lang={lang} on={asked.on} running={found.running} />
    </>
  );
}

/** Two acts may be one item from the determination on. */
function withoutTwins(acts: readonly Classification[]): Classification[] {
  return acts.filter((act, at) => !act.item || acts.findIndex((other) => other.item === act.item) === at);
}

function SideOf({ lang, row }: { lang: Lang; row: Row }): VNode {
  const tr = t(lang);
  return (
    <>
      {tr(`guidance.${row.side}`)} {row.mine ? <Tag>{tr('guidance.yourChoice')}</Tag> : null}
    </>
  );
}

function actText(lang: Lang, { item }: Classification): string {
  const found = item && findViolation(item);
  return found ? `${item}. ${found.gist[lang]}` : t(lang)('guidance.noItem');
}

/** Every level that a source states, one beside the other where they differ. */
function Levels({ lang, act }: { lang: Lang; act: Classification }): VNode {
  const tr = t(lang);
  const levels = act.levels.filter(
    (claim, at) => act.levels.findIndex((other) => other.level === claim.level) === at,
  );
  const texts = levels.map((claim) => tr(`guidance.levels.${claim.level}`));
  return (
    <>
      <strong>{tr(`guidance.${act.group}`)}</strong>: {texts.join(' / ') || tr('guidance.levels.none')}{' '}
      <SureTag lang={lang} confidence={levels.length > 1 ? 'conflict' : act.confidence} />
    </>
  );
}

/** Which side that day is on, by the calendar of elections. */
function Running(props: { lang: Lang; on: string; running: readonly RunningElection[] }): VNode {
  const { lang, running } = props;
  const tr = t(lang);
  const date = formatDate(lang, props.on);
  if (running.length === 0) return <p class="quiet">{tr('guidance.noElection', { date })}</p>;
  return (
    <>
      <h3>{tr('guidance.onThatDay', { date })}</h3>
      <ul>
        {running.map(({ election, phase, confidence, acts }) => (
          <li key={election.id}>
            {election.name[lang]}: {tr(`guidance.phase.${phase}`)}{' '}
            <SureTag lang={lang} confidence={confidence} />
            {phase === 'unknown' ? null : ` ${groupsOf(lang, acts)}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function groupsOf(lang: Lang, acts: readonly Classification[]): string {
  return [...new Set(acts.map((act) => t(lang)(`guidance.${act.group}`)))].join(' / ');
}
