import { type ActionName, allowed, type Staff } from '../../access/index.ts';
import { to } from '../../urls.ts';
import type { Campaign } from '../campaign.ts';

export interface Task {
  key:
    | 'circular'
    | 'pledge'
    | 'pact'
    | 'understanding'
    | 'ways'
    | 'open'
    | 'slips'
    | 'tablet'
    | 'scans'
    | 'ceremonies'
    | 'coverage'
    | 'remaining'
    | 'difference'
    | 'untilDeadline'
    | 'devices'
    | 'reminders'
    | 'release'
    | 'close';
  /** Absent where there is nothing to go to yet. */
  href?: string;
  /** Absent where a task has no end that this page could know. */
  done?: boolean;
  draft?: boolean;
  action: ActionName;
}

/** What there is to do about a campaign, in the order in which it is done, for the roles that someone has. */
export function tasksOf(campaign: Campaign, staff: Pick<Staff, 'grants'>): Task[] {
  return [...preparing(campaign), ...running(campaign)].filter(({ action }) => allowed(staff.grants, action));
}

function preparing(campaign: Campaign): Task[] {
  const { agencyId: agency, id, circular, state, pledge, pact } = campaign;
  const text = (kind: 'ikrar' | 'pakta') => to('campaignText', { agency, campaign: id, kind });
  const known = circular.number !== null || circular.text !== null;
  return [
    { key: 'circular', href: '#edaran', done: known, action: 'campaign.read' },
    {
      key: 'pledge',
      href: text('ikrar'),
      done: pledge !== null,
      draft: pledge?.draft ?? false,
      action: 'campaign.text.read',
    },
    {
      key: 'pact',
      href: text('pakta'),
      done: pact !== null,
      draft: pact?.draft ?? false,
      action: 'campaign.text.read',
    },
    {
      key: 'understanding',
      href: to('understanding', { agency, campaign: id }),
      action: 'understanding.read',
    },
    { key: 'ways', href: to('ways', { agency, campaign: id }), action: 'ways.read' },
    {
      key: 'open',
      ...(state === 'preparing' ? { href: to('campaignOpen', { agency, campaign: id }) } : {}),
      done: state !== 'preparing',
      action: 'campaign.open',
    },
  ];
}

function running({ agencyId: agency, id, state }: Campaign): Task[] {
  const at = { agency, campaign: id };
  const opened = state !== 'preparing';
  const when = (yes: boolean, href: string) => (yes ? { href } : {});
  return [
    { key: 'slips', ...when(opened, to('slips', at)), action: 'slips.print' },
    { key: 'tablet', ...when(state === 'open', to('tabletOpen', at)), action: 'tablet.open' },
    { key: 'devices', ...when(opened, to('devices', at)), action: 'devices.manage' },
    { key: 'scans', ...when(opened, to('scans', at)), action: 'paper.collect' },
    { key: 'ceremonies', href: to('ceremonies', at), action: 'ceremony.read' },
    { key: 'coverage', ...when(opened, to('coverage', at)), action: 'coverage.read' },
    { key: 'remaining', ...when(opened, to('remaining', at)), action: 'remaining.read' },
    { key: 'difference', ...when(opened, to('difference', at)), action: 'difference.view' },
    { key: 'reminders', ...when(opened, to('reminders', at)), action: 'reminders.view' },
    {
      key: 'untilDeadline',
      ...when(opened, to('untilDeadline', at)),
      action: 'remaining.read',
    },
    { key: 'release', href: to('releaseEdit', at), action: 'release.write' },
    {
      key: 'close',
      ...when(state === 'open', to('campaignClose', at)),
      done: state === 'closed',
      action: 'campaign.close',
    },
  ];
}
