import { createHmac, timingSafeEqual } from 'node:crypto';
import { base32 } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';

/** So long what was begun with a valid pass may be finished: the network of a yard is slow. */
const TICKET_MINUTES = 15;

/** `entry`: a pass held when the page was opened. `receipt`: who was recorded there. */
type Purpose = 'entry' | 'receipt';

/** A moment that this server vouches for, about a door and perhaps a person, for a hidden field or an address. */
export function issueTicket(platform: Platform, purpose: Purpose, about: string): string {
  const held = `${about}~${platform.now().getTime().toString(36)}`;
  return `${held}~${macOf(platform, purpose, held)}`;
}

/** What the ticket is about; null where it is not ours, is for something else, or is too old. */
export function readTicket(platform: Platform, purpose: Purpose, ticket: string): string | null {
  const [, held = '', about = '', at = '', mac = ''] =
    /^((.*)~([0-9a-z]+))~([0-9a-z]{32})$/.exec(ticket) ?? [];
  const made = Buffer.from(macOf(platform, purpose, held));
  const given = Buffer.from(mac);
  if (made.length !== given.length || !timingSafeEqual(made, given)) return null;
  const age = platform.now().getTime() - Number.parseInt(at, 36);
  return age >= 0 && age <= TICKET_MINUTES * 60_000 ? about : null;
}

function macOf(platform: Platform, purpose: Purpose, held: string): string {
  const mac = createHmac('sha256', platform.secret('door')).update(`ikrar/door-${purpose}/v1\n${held}`);
  return base32(mac.digest().subarray(0, 20));
}
