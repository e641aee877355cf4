import type { VNode } from 'preact';
import type { Role } from '../../access/index.ts';
import type { Frame } from '../../campaigns/index.ts';
import { to } from '../../urls.ts';
import type { CeremonyHead } from '../ceremony.ts';
import { t } from '../plan/messages.ts';

type Props = Frame & { ceremony: CeremonyHead };

const WORKERS: readonly Role[] = ['officer', 'operator'];
const NAMED: readonly Role[] = ['officer', 'operator', 'leader'];
const EVERYONE: readonly Role[] = ['officer', 'operator', 'leader', 'auditor'];

/** Everything there is to do for one ceremony, in the order of the days: only what this person may open. */
export function CeremonyHub(props: Props): VNode {
  const tr = t(props.lang);
  const parts = partsOf(props);
  return (
    <div class="grid">
      {parts.map(({ head, links }) => {
        const mine = links.filter(({ roles }) => roles.some((role) => props.staff.has(role)));
        return mine.length === 0 ? null : (
          <section key={head} class="card" aria-labelledby={`h-${head}`}>
            <h2 id={`h-${head}`}>{tr(`plan.part.${head}`)}</h2>
            <ul class="hub">
              {mine.map(({ key, href }) => (
                <li key={key}>
                  <a href={href}>{tr(`plan.hub.${key}`)}</a>
                  <small>{tr(`plan.hubHint.${key}`)}</small>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** Names of the whole institution are for those whose role reaches so far. */
function partsOf({ agency, staff, ceremony }: Props) {
  const at = { agency: agency.id, ceremony: ceremony.id };
  const campaign = { agency: agency.id, campaign: ceremony.campaignId };
  const whole: readonly Role[] = staff.unitIds === null ? ['officer', 'leader'] : [];
  const before = [
    { key: 'plan', href: to('ceremonyPlan', at), roles: EVERYONE },
    { key: 'order', href: to('ceremonyOrder', at), roles: whole },
    { key: 'invitation', href: to('ceremonyInvitation', at), roles: EVERYONE },
    { key: 'runSheet', href: to('ceremonyRunSheet', at), roles: EVERYONE },
    { key: 'cascade', href: to('ceremonyCascade', at), roles: EVERYONE },
    { key: 'slips', href: to('slips', campaign), roles: WORKERS },
    { key: 'sheet', href: to('ceremonySheet', at), roles: WORKERS },
    { key: 'devices', href: to('devices', campaign), roles: WORKERS },
  ] as const;
  const day = [
    { key: 'screens', href: to('ceremonyScreens', at), roles: WORKERS },
    { key: 'door', href: to('ceremonyDoor', at), roles: WORKERS },
    { key: 'guests', href: to('ceremonyGuests', at), roles: WORKERS },
    { key: 'attendance', href: to('ceremonyAttendance', at), roles: WORKERS },
    { key: 'tablet', href: to('tabletOpen', campaign), roles: WORKERS },
    { key: 'scanSheets', href: to('scanSheets', campaign), roles: WORKERS },
    { key: 'symbolic', href: to('ceremonySymbolic', at), roles: NAMED },
    { key: 'photos', href: to('ceremonyPhotos', at), roles: NAMED },
  ] as const;
  const after = [
    { key: 'minutes', href: to('ceremonyMinutes', at), roles: EVERYONE },
    { key: 'makeUp', href: to('ceremonyMakeUp', at), roles: WORKERS },
    { key: 'remaining', href: to('remaining', campaign), roles: NAMED },
    { key: 'until', href: to('untilDeadline', campaign), roles: NAMED },
    { key: 'check', href: to('ceremonyCheck', at), roles: ['officer', 'leader', 'auditor'] },
  ] as const;
  return [
    { head: 'before', links: before },
    { head: 'day', links: day },
    { head: 'after', links: after },
  ] as const;
}
