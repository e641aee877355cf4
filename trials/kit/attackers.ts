import { randomBytes } from 'node:crypto';
import { codeOf } from '../../src/platform/ids.ts';
import { to, urls } from '../../src/urls.ts';
import { emptyTally, flood, type Guess } from './attacker.ts';

// Fifty attackers in a process of their own, so that their work is not in the times of honest people. Guesses slip codes
// by every door that takes one; says at the end what it was told.
const [port, perSecond, tries, digest = ''] = process.argv.slice(2);
const addresses = Array.from({ length: 50 }, (_, at) => `198.51.100.${at + 1}`);
const tally = emptyTally();
let turn = 0;

await flood(Number(port), { perSecond: Number(perSecond), tries: Number(tries), addresses }, next, tally);
process.stdout.write(`${JSON.stringify(tally)}\n`);

function next(): Guess {
  const code = codeOf(randomBytes(8));
  turn += 1;
  const page: Guess = { method: 'GET', path: to('sign', { code }), refusedBy: [404] };
  if (turn % 4 === 0) return { ...page, path: to('signOwnData', { code }) };
  if (turn % 4 === 1) return { method: 'GET', path: `${urls.enterCode}?kode=${code}`, refusedBy: [422] };
  if (turn % 4 === 2) return { ...page, method: 'POST', body: formOf() };
  return page;
}

function formOf(): string {
  return new URLSearchParams({ key: 'kunci-dari-penyerang', digest, typedName: 'Siapa Saja' }).toString();
}
