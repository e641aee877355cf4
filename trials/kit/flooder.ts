import { randomBytes } from 'node:crypto';
import { solve } from '../../src/oversight/abuse/solve.ts';
import { newRandomId } from '../../src/oversight/seal/index.ts';
import { Reporter } from './reporter.ts';

// One who floods one channel by every way at once, with one core: reports with proofs as fast as they can be had, rubbish
// without proofs, and forms without script. Ends when its standard input ends, and says what was taken.
const [address = '', agency = '', how = 'flood'] = process.argv.slice(2);
const told = { provedTaken: 0, provedRefused: 0, junkSent: 0, junkTaken: 0, formsSent: 0, formsTaken: 0 };
let going = true;
process.stdin.resume().on('end', () => {
  going = false;
});

if (how === 'burn') await burn();
else await Promise.all([proved(), junk(), forms()]);
process.stdout.write(JSON.stringify(told));
process.exit(0);

/** As much of the machine as a flood takes, and nothing is sent: against this the flood is compared. */
async function burn(): Promise<void> {
  while (going) await solve({ token: String(Math.random()), bits: 12 }, 'burn');
}

async function proved(): Promise<void> {
  while (going) {
    const answer = await new Reporter(address, agency, 'banjir').send('anonymous', false).catch(() => null);
    if (answer?.ok) told.provedTaken += 1;
    else told.provedRefused += 1;
  }
}

async function junk(): Promise<void> {
  const url = `${address}/lapor/${agency}/kirim`;
  while (going) {
    const headers = {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'Ikrar-Case': newRandomId(),
      'Ikrar-Proof': `report~${agency}~16~1~mf0000000~${randomBytes(8).toString('hex')}~${randomBytes(16).toString('hex')} 1.1.1.1.1.1.1.1`,
    };
    const many = Array.from({ length: 8 }, () => ask(url, { method: 'POST', headers, body: '{"x":1}' }));
    for (const status of await Promise.all(many)) {
      told.junkSent += 1;
      if (status === 200) told.junkTaken += 1;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The form is opened and sent at once, and once more when the wait is over. */
async function forms(): Promise<void> {
  const url = `${address}/lapor/${agency}`;
  while (going) {
    const html = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ act: 'write' }),
      headers: { origin: address },
    })
      .then((answer) => answer.text())
      .catch(() => '');
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
    const body = new FormData();
    const fields = { act: 'send', case: hidden('case'), code: hidden('code'), wait: hidden('wait') };
    for (const [name, value] of Object.entries({ ...fields, what: 'banjir', mode: 'anonymous' }))
      body.set(name, value);
    void later(url, body, 0);
    void later(url, body, 3200);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function later(url: string, body: FormData, ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  if (!going) return;
  told.formsSent += 1;
  const status = await ask(url, { method: 'POST', body, headers: { origin: address } });
  if (status === 200) told.formsTaken += 1;
}

async function ask(url: string, init: RequestInit): Promise<number> {
  try {
    const answer = await fetch(url, init);
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}
