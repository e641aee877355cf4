import type { VNode } from 'preact';
import { electionName, findElection } from '../../../elections/index.ts';
import { explainReason, type Source } from '../../../law/index.ts';
import { formatDate } from '../../../platform/format.ts';
import { Facts, Tag, type Tone } from '../../../platform/html/parts.view.tsx';
import { type Lang, messageOf } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import { classificationOf, saidIn } from '../classification/classified.ts';
import { t } from '../messages.ts';
import type { Step } from '../stages.ts';
import type { CaseProps } from './case.view.tsx';

/** What the case is by the law of the day of the act: each act with its level claims, how sure they are, and why. */
export function Classified({ lang, history, register }: CaseProps): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('cases.classified')}</h2>
      {history.acts.length === 0 ? <p>{tr('cases.notClassified')}</p> : null}
      {history.acts.map((act) => (
        <Act key={act.n} {...{ lang, act, register }} />
      ))}
    </>
  );
}

function Act({ lang, act, register }: { lang: Lang; act: Step; register: CaseProps['register'] }): VNode {
  const tr = t(lang);
  const said = saidIn(act);
  const found = said && findElection(said.election) ? classificationOf(said, register) : null;
  const election = said ? findElection(said.election) : undefined;
  const levels = (act.data.levels ?? []) as { level: string; confidence: string }[];
  const item = typeof act.data.item === 'string' ? act.data.item : null;
  return (
    <div class="card">
      <Facts
        rows={[
          [tr('cases.act'), said ? (messageOf(lang, `violations.kind.${said.kind}`) ?? said.kind) : '–'],
          [tr('cases.actOn'), said ? formatDate(lang, said.actOn) : '–'],
          [tr('cases.election'), election ? electionName(lang, election.id) : '–'],
          [
            tr('cases.group'),
            <>
              {messageOf(lang, `cases.group.${act.data.group}`) ?? ''}{' '}
              {item ? <a href={to('violation', { id: item })}>{item}</a> : null}
            </>,
          ],
          [
            tr('cases.levels'),
            levels.length === 0
              ? tr('cases.levelNone')
              : levels.map(({ level, confidence }) => (
                  <span key={level + confidence}>
                    {levelText(lang, level)} <Sure lang={lang} confidence={confidence} />{' '}
                  </span>
                )),
          ],
        ]}
      />
      {found ? (
        <ul>
          {found.why.map((why) => (
            <li key={why.code}>{explainReason(lang, why)}</li>
          ))}
        </ul>
      ) : null}
      {found ? <SourceList lang={lang} sources={found.sources} /> : null}
    </div>
  );
}

export function levelText(lang: Lang, level: string): string {
  return messageOf(lang, `violations.level.${level}`) ?? level;
}

const SURE: Record<string, Tone> = { verified: 'good', inferred: 'info', recalled: 'warn', conflict: 'bad' };

/** How sure a statement of law is, in the words of the register. */
export function Sure({ lang, confidence }: { lang: Lang; confidence: string }): VNode {
  return (
    <Tag tone={SURE[confidence] ?? 'info'}>{messageOf(lang, `cases.sure.${confidence}`) ?? confidence}</Tag>
  );
}

export function SourceList({ lang, sources }: { lang: Lang; sources: readonly Source[] }): VNode {
  return (
    <details>
      <summary>{t(lang)('cases.sources', { total: sources.length })}</summary>
      <ul>
        {sources.map(({ url, note }) => (
          <li key={url + note}>
            <span class="mono">{url}</span>{' '}
            <span class="quiet" lang="en">
              {note}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
