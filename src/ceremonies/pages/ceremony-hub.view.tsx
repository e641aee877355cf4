import type { VNode } from 'preact';
import { allowed } from '../../access/index.ts';
import type { Frame } from '../../campaigns/index.ts';
import { to } from '../../urls.ts';
import type { CeremonyHead } from '../ceremony.ts';
import { t } from '../plan/messages.ts';

type Props = Frame & { ceremony: CeremonyHead };

/** Everything there is to do for one ceremony, in the order of the days: only what this person may open. */
export function CeremonyHub(props: Props): VNode {
  const tr = t(props.lang);
  const parts = partsOf(props);
  return (
    <div class="grid">
      {parts.map(({ head, links }) => {
        const mine = links.filter(({ action }) => allowed(props.staff.grants, action));
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

function partsOf({ agency, ceremony }: Props) {
  const at = { agency: agency.id, ceremony: ceremony.id };
  const campaign = { agency: agency.id, campaign: ceremony.campaignId };
  const before = [
    { key: 'plan', href: to('ceremonyPlan', at), action: 'ceremony.read' },
    { key: 'order', href: to('ceremonyOrder', at), action: 'ceremony.order.read' },
    { key: 'invitation', href: to('ceremonyInvitation', at), action: 'ceremony.read' },
    { key: 'runSheet', href: to('ceremonyRunSheet', at), action: 'ceremony.read' },
    { key: 'cascade', href: to('ceremonyCascade', at), action: 'ceremony.read' },
    { key: 'slips', href: to('slips', campaign), action: 'slips.print' },
    { key: 'sheet', href: to('ceremonySheet', at), action: 'door.keep' },
    { key: 'devices', href: to('devices', campaign), action: 'devices.manage' },
  ] as const;
  const day = [
    { key: 'screens', href: to('ceremonyScreens', at), action: 'screen.open' },
    { key: 'door', href: to('ceremonyDoor', at), action: 'door.keep' },
    { key: 'guests', href: to('ceremonyGuests', at), action: 'door.keep' },
    { key: 'attendance', href: to('ceremonyAttendance', at), action: 'attendance.record' },
    { key: 'tablet', href: to('tabletOpen', campaign), action: 'tablet.open' },
    { key: 'scanSheets', href: to('scanSheets', campaign), action: 'paper.collect' },
    { key: 'symbolic', href: to('ceremonySymbolic', at), action: 'symbolic.read' },
    { key: 'photos', href: to('ceremonyPhotos', at), action: 'photos.see' },
  ] as const;
  const after = [
    { key: 'minutes', href: to('ceremonyMinutes', at), action: 'minutes.read' },
    { key: 'makeUp', href: to('ceremonyMakeUp', at), action: 'follow.plan' },
    { key: 'remaining', href: to('remaining', campaign), action: 'remaining.read' },
    { key: 'until', href: to('untilDeadline', campaign), action: 'remaining.read' },
    { key: 'check', href: to('ceremonyCheck', at), action: 'check.read' },
  ] as const;
  return [
    { head: 'before', links: before },
    { head: 'day', links: day },
    { head: 'after', links: after },
  ] as const;
}
