import type { VNode } from 'preact';
import { electionName } from '../../elections/index.ts';
import { formatDate, formatMoment, formatNumber } from '../../platform/format.ts';
import { Facts, Tag } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import type { Campaign } from '../campaign.ts';
import { t } from '../messages.ts';
import { StateTags } from './campaigns.view.tsx';
import type { Frame } from './frame.ts';
import { tasksOf } from './tasks.ts';

type Props = Frame & { campaign: Campaign; now: Date };

export function CampaignPage(props: Props): VNode {
  const { lang, agency, campaign, now } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('campaigns', { agency: agency.id })}>{tr('campaigns.backToList')}</a>
      </p>
      <h1>{campaign.title}</h1>
      <p>
        <StateTags lang={lang} campaign={campaign} now={now} />
      </p>
      <p>
        {tr('campaigns.deadline')}: <strong>{formatMoment(lang, campaign.deadline, agency.zone)}</strong>
      </p>
      <TaskList {...props} />
      <About {...props} />
      <Circular {...props} />
    </>
  );
}

function TaskList({ lang, staff, campaign }: Props): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('campaigns.tasks')}</h2>
      <ul class="steps">
        {tasksOf(campaign, staff).map(({ key, href, done, draft }) => (
          <li key={key}>
            {href ? (
              <a href={href}>{tr(`campaigns.task.${key}`)}</a>
            ) : (
              <span>
                {tr(`campaigns.task.${key}`)}{' '}
                {campaign.state === 'preparing' ? (
                  <small class="quiet">({tr('campaigns.onceOpen')})</small>
                ) : null}
              </span>
            )}
            <span>
              {draft ? <Tag tone="warn">{tr('campaigns.isDraft')}</Tag> : null}{' '}
              {done === undefined ? null : (
                <Tag tone={done ? 'good' : 'info'}>{tr(done ? 'campaigns.done' : 'campaigns.todo')}</Tag>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function About({ lang, agency, campaign }: Props): VNode {
  const tr = t(lang);
  const { opening, closing } = campaign;
  const moment = (at: Date) => formatMoment(lang, at, agency.zone);
  const rows: [string, string][] = [[tr('campaigns.election'), electionName(lang, campaign.electionId)]];
  if (opening) {
    const count = formatNumber(lang, opening.audienceSize);
    const groups = opening.categories.map((name) => tr(`campaigns.category.${name}`)).join(', ');
    rows.push([tr('campaigns.openedAt'), moment(opening.openedAt)]);
    rows.push([tr('campaigns.mustSign'), tr('campaigns.people', { count })]);
    rows.push([tr('campaigns.groups'), groups]);
  }
  if (closing) {
    rows.push([tr('campaigns.closedAt'), moment(closing.closedAt)]);
    rows.push([tr('campaigns.closeReason'), closing.reason]);
  }
  return <Facts rows={rows} />;
}

function Circular({ lang, campaign }: Props): VNode {
  const tr = t(lang);
  const { circular, bases, place } = campaign;
  const missing = tr('campaigns.missing');
  return (
    <>
      <h2 id="edaran">{tr('campaigns.task.circular')}</h2>
      <Facts
        rows={[
          [tr('campaigns.circularNumber'), circular.number ?? missing],
          [tr('campaigns.circularDate'), circular.date ? formatDate(lang, circular.date) : missing],
          [tr('campaigns.circularIssuer'), circular.issuer ?? missing],
          [tr('campaigns.bases'), bases.length === 0 ? missing : <Lines key="bases" lines={bases} />],
          [tr('campaigns.place'), place ?? missing],
        ]}
      />
      {circular.text ? (
        <details>
          <summary>{tr('campaigns.showCircular')}</summary>
          <div class="paper">
            {circular.text.split(/\r?\n/).map((line, index) => (
              <p key={index}>{line}</p>
            ))}
          </div>
        </details>
      ) : null}
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }): VNode {
  return <>{lines.map((line, index) => [index > 0 ? <br key={`b-${line}`} /> : null, line])}</>;
}
