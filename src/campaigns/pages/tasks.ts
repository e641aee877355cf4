import type { Role, Staff } from '../../access/index.ts';
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
  roles: readonly Role[];
}

/** What there is to do about a campaign, in the order in which it is done, for the roles that someone has. */
export function tasksOf(campaign: Campaign, staff: Pick<Staff, 'has'>): Task[] {
  return [...preparing(campaign), ...running(campaign)].filter(({ roles }) =>
    roles.some((role) => staff.has(role)),
  );
}

function preparing(campaign: Campaign): Task[] {
  const { agencyId: agency, id, circular, state, pledge, pact } = campaign;
  const readers: Role[] = ['officer', 'leader', 'auditor'];
  const text = (kind: 'ikrar' | 'pakta') => to('campaignText', { agency, campaign: id, kind });
  const known = circular.number !== null || circular.text !== null;
  return [
    { key: 'circular', href: '#edaran', done: known, roles: [...readers, 'operator'] },
    {
      key: 'pledge',
      href: text('ikrar'),
      done: pledge !== null,
      draft: pledge?.draft ?? false,
      roles: readers,
    },
    { key: 'pact', href: text('pakta'), done: pact !== null, draft: pact?.draft ?? false, roles: readers },
    {
      key: 'understanding',
      href: to('understanding', { agency, campaign: id }),
      roles: readers,
    },
    { key: 'ways', href: to('ways', { agency, campaign: id }), roles: readers },
    {
      key: 'open',
      ...(state === 'preparing' ? { href: to('campaignOpen', { agency, campaign: id }) } : {}),
      done: state !== 'preparing',
      roles: ['officer'],
    },
  ];
}

function running({ agencyId: agency, id, state }: Campaign): Task[] {
  const at = { agency, campaign: id };
  const opened = state !== 'preparing';
  const everyone: Role[] = ['officer', 'leader', 'operator', 'auditor'];
  const when = (yes: boolean, href: string) => (yes ? { href } : {});
  return [
    { key: 'slips', ...when(opened, to('slips', at)), roles: ['officer', 'operator'] },
    { key: 'tablet', ...when(state === 'open', to('tabletOpen', at)), roles: ['officer', 'operator'] },
    { key: 'devices', ...when(opened, to('devices', at)), roles: ['officer', 'operator'] },
    { key: 'scans', ...when(opened, to('scans', at)), roles: ['officer', 'operator'] },
    { key: 'ceremonies', href: to('ceremonies', at), roles: everyone },
    { key: 'coverage', ...when(opened, to('coverage', at)), roles: everyone },
    { key: 'remaining', ...when(opened, to('remaining', at)), roles: ['officer', 'leader', 'operator'] },
    { key: 'reminders', ...when(opened, to('reminders', at)), roles: everyone },
    {
      key: 'untilDeadline',
      ...when(opened, to('untilDeadline', at)),
      roles: ['officer', 'leader', 'operator'],
    },
    { key: 'release', href: to('releaseEdit', at), roles: ['officer'] },
    {
      key: 'close',
      ...when(state === 'open', to('campaignClose', at)),
      done: state === 'closed',
      roles: ['officer'],
    },
  ];
}
