import { Refusal } from '../../platform/refusal.ts';
import type { Submission } from '../sign.ts';
import './messages.ts';
import { PhoneAct } from './queue-shapes.ts';

/**
 * A form that a person's own phone had kept: `sent` is what it signed of it, in JSON. Nobody knew its key beforehand, so
 * it says that one device signed these words at one time of its clock, and not whose it is.
 * @throws Refusal offline.statement where it cannot be read; `sign` throws the same where it does not hold
 */
export function keptOnPhone(plain: Submission, sent: string): Submission {
  return { ...plain, offline: { ...readAct(sent), device: null, enrolled: false } };
}

function readAct(sent: string): PhoneAct {
  try {
    return PhoneAct.parse(JSON.parse(sent));
  } catch {
    throw new Refusal('offline.statement');
  }
}
