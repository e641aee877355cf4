import type id from './messages.id.ts';

export default {
  'abuse.noProof': 'This came without the proof that is asked for. Load the page again and send once more.',
  'abuse.stale': 'The sum that came along is too old. The browser computes another one and sends again.',
  'abuse.harder': 'Much is being sent just now. The browser computes a little longer and sends again.',
  'abuse.again': 'The very same thing has come too often. Load the page again.',
  'abuse.wait': 'Please wait: it is not sent yet, and nothing is lost',
  'abuse.waitWhy':
    'Much is being sent just now. What you wrote is still below. Send again after {seconds} seconds; the longer this page has been open, the sooner it is your turn.',
  'abuse.waitScript':
    'With script on in the browser there is no wait: the browser proves itself with a short computation.',
} as const satisfies Record<keyof typeof id, string>;
