import type { VNode } from 'preact';
import { type Classification, findViolation } from '../../law/index.ts';
import { formatDate } from '../../platform/format.ts';
import { Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to, urls } from '../../urls.ts';
import type { RunningElection } from '../answer-on.ts';
import { t } from '../messages.ts';
import { SureTag } from './answer-tag.view.tsx';
import type { TopicShown } from './topic.view.tsx';

/** Ethics or discipline, and how far it may go, on both sides of the determination of candidates. */
export function Ranges({ lang, asked, found }: TopicShown): VNode | null {
  if (found.topic.acts.length === 0) return null;
  const tr = t(lang);
  return (
    <>
      <h2>{tr('guidance.range')}</h2>
      <p>{tr('guidance.rangeNote')}</p>
      <div class="grid">
        <Side lang={lang} side="before" mine={asked.target === 'bakal-calon'} acts={found.before} />
        <Side lang={lang} side="after" mine={asked.target === 'calon'} acts={found.after} />
      </div>
      <p>
        <a href={urls.sanctions}>{tr('guidance.moreSanctions')}</a>
      </p>
      <Running lang={lang} on={asked.on} running={found.running} />
    </>
  );
}

function Side(props: {
  lang: Lang;
  side: 'before' | 'after';
  /** Whether the visitor said that this is the side. */
  mine: boolean;
  acts: readonly Classification[];
}): VNode {
  const { lang, side, mine, acts } = props;
  const tr = t(lang);
  return (
    <section class="card">
      <h3>
        {tr(`guidance.${side}`)} {mine ? <Tag>{tr('guidance.yourChoice')}</Tag> : null}
      </h3>
      <ul>
        {withoutTwins(acts).map((act, at) => (
          <li key={at}>
            <Levels lang={lang} act={act} />
            <br />
            <ActNamed lang={lang} act={act} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Two acts may be one item from the determination on. */
function withoutTwins(acts: readonly Classification[]): Classification[] {
  return acts.filter((act, at) => !act.item || acts.findIndex((other) => other.item === act.item) === at);
}

function ActNamed({ lang, act }: { lang: Lang; act: Classification }): VNode {
  const item = act.item && findViolation(act.item);
  if (!item) return <>{t(lang)('guidance.noItem')}</>;
  return (
    <>
      <a href={to('violation', { id: item.id })}>{item.id}</a>. {item.gist[lang]}
    </>
  );
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
