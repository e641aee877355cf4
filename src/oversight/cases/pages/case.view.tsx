import type { VNode } from 'preact';
import type { Register } from '../../../law/index.ts';
import { formatDate } from '../../../platform/format.ts';
import { ErrorSummary } from '../../../platform/html/form.view.tsx';
import { Facts, Notice, Tag } from '../../../platform/html/parts.view.tsx';
import { to } from '../../../urls.ts';
import { toText } from '../../seal/index.ts';
import { t } from '../messages.ts';
import { ISO_OF, STAGES } from '../stages.ts';
import { t as word } from '../words/messages.ts';
import { stageText } from '../words/words.ts';
import type { Sent } from './case.page.tsx';
import type { CaseFacts, CaseFrame } from './case-facts.ts';
import { Classified } from './classified.view.tsx';
import { daysFrom, shortOf } from './list.view.tsx';
import { NextSteps } from './next.view.tsx';
import { RoutesShown } from './routes.view.tsx';
import { Talk } from './talk.view.tsx';
import { Timeline } from './timeline.view.tsx';

export type CaseProps = CaseFrame & CaseFacts & Sent & { register: Register };

export function CaseView(props: CaseProps): VNode {
  const { lang, agency, seen, history, errors, mailbox } = props;
  const tr = t(lang);
  const at = { agency: agency.id, case: seen.id };
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('cases.caseTitle', { id: shortOf(seen.id) })}</h1>
      <Track {...props} />
      {history.head ? <Notice tone="warn">{tr('cases.headNotice')}</Notice> : null}
      <CaseLinks {...props} />
      <Header {...props} />
      <section
        id="perkara"
        data-case={seen.id}
        data-agency={agency.id}
        data-from={`account:${props.staff.account.id}`}
        data-dialogue={toText(new Uint8Array(seen.dialoguePublic))}
        data-team={toText(new Uint8Array(seen.teamPublic))}
        data-keys={props.keys.map(({ id, sealPublic }) => `${id}:${toText(sealPublic)}`).join(' ')}
        data-content={to('caseContent', at)}
        data-files={to('caseFileNew', at)}
        data-part={to('casePart', { ...at, file: 'FILE', part: 'PART' })}
      >
        <Talk {...{ lang, agencyId: agency.id, caseId: seen.id, mailbox, mode: seen.mode }} />
      </section>
      <NextSteps {...props} />
      <Classified {...props} />
      <RoutesShown {...props} />
      <Timeline {...props} />
    </>
  );
}

/** Where the case stands, with the phases of ISO 37002 beside the stages. */
function Track({ lang, history }: CaseProps): VNode {
  const tr = t(lang);
  const now = STAGES.indexOf(history.stage);
  return (
    <ol class="track" aria-label={tr('cases.track')}>
      {STAGES.map((stage, at) => (
        <li key={stage} class={at < now ? 'past' : undefined} aria-current={at === now ? 'step' : undefined}>
          {stageText(lang, stage)} <small>{word(lang)(`cases.iso.${ISO_OF[stage]}`)}</small>
        </li>
      ))}
    </ol>
  );
}

function Header({ lang, seen, today, due }: CaseProps): VNode {
  const tr = t(lang);
  return (
    <Facts
      rows={[
        [
          tr('cases.arrived'),
          `${formatDate(lang, seen.arrivedOn)} (${tr('cases.days', { days: daysFrom(seen.arrivedOn, today) })})`,
        ],
        [tr('cases.from'), tr(`cases.mode.${seen.mode}`)],
        [tr('cases.sealedIn'), tr(`cases.sealedIn.${seen.sealedIn}`)],
        [
          tr('cases.due'),
          due ? (
            <>
              {due.text} {due.date ? formatDate(lang, due.date) : ''}{' '}
              {due.stalledDays > 0 ? (
                <Tag tone="warn">{tr('cases.stalled', { days: due.stalledDays })}</Tag>
              ) : null}
            </>
          ) : (
            '–'
          ),
        ],
      ]}
    />
  );
}

/** The other pages of this case. */
function CaseLinks({ lang, agency, seen }: CaseProps): VNode {
  const tr = t(lang);
  const at = { agency: agency.id, case: seen.id };
  const links = ['caseAccess', 'caseClocks', 'caseDocuments', 'caseHandOff', 'caseKeeping'] as const;
  return (
    <nav class="row" aria-label={tr('cases.pages')}>
      {links.map((name) => (
        <a key={name} href={to(name, at)}>
          {tr(`cases.page.${name}`)}
        </a>
      ))}
    </nav>
  );
}
