import { randomBytes, randomInt } from 'node:crypto';
import { Agent } from 'node:http';
import { codeOf } from '../../src/platform/ids.ts';
import { to, urls } from '../../src/urls.ts';
import { AGENCY, OFFICER } from '../servers.ts';
import { emptyTally, type Guess, guess } from './attacker.ts';
import type { Counts } from './trial.ts';

const form = (values: Record<string, string>) => new URLSearchParams(values).toString();
const word = (bytes: number) => randomBytes(bytes).toString('base64url');
const crockford = (length: number) =>
  Array.from({ length }, () => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[randomInt(32)]).join('');

/** Everything else that opens something by being known, and the statuses by which a wrong one is refused. */
const SECRETS: Record<string, () => Guess> = {
  password: () => ({
    ...{ method: 'POST', path: urls.signIn, refusedBy: [401] },
    body: form({ username: OFFICER.username, password: word(8) }),
  }),
  recoveryCode: () => ({
    ...{ method: 'POST', path: urls.signInRecover, refusedBy: [401] },
    body: form({ username: OFFICER.username, kode: codeOf(randomBytes(8)) }),
  }),
  mailLink: () => ({
    ...{ method: 'POST', path: to('signInMailLink', { token: word(32) }), refusedBy: [401, 404, 410] },
    body: '',
  }),
  session: () => ({
    ...{ method: 'GET', path: to('roster', { agency: AGENCY }), refusedBy: [401, 303] },
    headers: { Cookie: `ikrar_sesi=${word(32)}` },
  }),
  token: () => ({
    ...{ method: 'GET', path: '/api/v1/campaigns', refusedBy: [401] },
    headers: { Authorization: `Bearer ikr_${crockford(38).toLowerCase()}` },
  }),
  doorPass: () => ({ method: 'GET', path: to('checkIn', { pass: crockford(16) }), refusedBy: [404, 410] }),
  screen: () => ({
    ...{ method: 'GET', path: to('screen', { screen: codeOf(randomBytes(8)).toLowerCase() }) },
    refusedBy: [404],
  }),
  minutesCode: () => ({
    ...{ method: 'GET', path: to('minutesSign', { code: codeOf(randomBytes(8)) }), refusedBy: [404] },
  }),
  tablet: () => ({
    ...{ method: 'GET', path: urls.tablet, refusedBy: [410] },
    headers: { Cookie: `ikrar_tablet=${word(32)}` },
  }),
};

/** @returns how many of each kind were refused at a look, and told to wait. @throws Error where one opened something */
export async function guessOthers(port: number, each: number): Promise<Counts> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const counts: Counts = {};
  for (const [name, made] of Object.entries(SECRETS)) {
    const tally = emptyTally();
    const most = name === 'password' ? Math.min(each, 100) : each;
    for (let tried = 0; tried < most; tried += 8) {
      const at = (tried >> 3) % 250;
      await Promise.all(
        Array.from({ length: 8 }, (_, i) => guess(port, agent, `198.51.${i}.${at + 1}`, made(), tally)),
      );
    }
    if (tally.told.opened > 0 || tally.told.unknown + tally.told.slowDown === 0)
      throw new Error(`${name}: ${JSON.stringify(tally)}`);
    counts[`${name}Refused`] = tally.told.unknown;
    counts[`${name}ToldToWait`] = tally.told.slowDown;
  }
  agent.destroy();
  return counts;
}

/** Four digits at a used code, from many addresses: how many are looked at before the rest is told to wait. */
export async function triedDigits(port: number, codes: readonly string[]): Promise<Counts> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const tally = emptyTally();
  for (const code of codes)
    for (let tried = 0; tried < 30; tried += 1) {
      const digits = String(randomInt(10_000)).padStart(4, '0');
      const path = to('signOpen', { code });
      const one: Guess = { method: 'POST', path, body: form({ digits }), refusedBy: [422] };
      await guess(port, agent, `198.51.200.${tried + 1}`, one, tally);
    }
  agent.destroy();
  // A minute may turn over meanwhile, and let one more through.
  if (tally.told.unknown > codes.length * 7) throw new Error(`digits: ${JSON.stringify(tally)}`);
  return {
    digitsLookedAt: tally.told.unknown,
    digitsToldToWait: tally.told.slowDown,
    digitsOpened: tally.told.opened,
  };
}
