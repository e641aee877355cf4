import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeLogKey } from '../../verify/fixtures/log.ts';
import { formatCheckpoint, type PolicyWitness, signNote, witnessKey } from '../../verify/index.ts';
import { headAt, offer } from './offer.ts';

let server: Server;
let witness: PolicyWitness;
let checkpoint: string;
let answer: { status: number; type?: string; body: string | 'never'; headers?: Record<string, string> };
beforeAll(async () => {
  server = createServer((_, response) => {
    if (answer.body === 'never') return;
    response.writeHead(answer.status, { 'Content-Type': answer.type ?? 'text/plain', ...answer.headers });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const key = witnessKey('saksi.example', new Uint8Array(32).fill(7));
  witness = { name: 'w', key, url: `http://127.0.0.1:${port}/depan/` };
  const log = makeLogKey('catatan.example/log');
  const text = formatCheckpoint({ origin: log.key.name, size: 3, root: new Uint8Array(32) });
  checkpoint = await signNote(text, log.key, log.sign);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const going = { ms: 30_000, stop: new AbortController().signal };
const said = (now: typeof answer, patience = going) => {
  answer = now;
  return offer(witness, checkpoint, 0, [], patience);
};

it.each([
  ['404', { status: 404, body: 'unknown' }, { said: 'refused', status: 404 }],
  ['409 with a size', { status: 409, type: 'text/x.tlog.size', body: '7\n' }, { said: 'holds', size: 7 }],
  ['409 without one', { status: 409, body: '7\n' }, { said: 'refused', status: 409 }],
  [
    '409 with another text',
    { status: 409, type: 'text/x.tlog.size', body: '07\n' },
    { said: 'refused', status: 409 },
  ],
  [
    '409 with a huge size',
    { status: 409, type: 'text/x.tlog.size', body: '9'.repeat(30) },
    { said: 'refused', status: 409 },
  ],
  ['200 with nothing', { status: 200, body: '' }, { said: 'nonsense' }],
  ['200 with a page', { status: 200, type: 'text/html', body: '<html></html>' }, { said: 'nonsense' }],
  [
    '200 with a wrong line',
    { status: 200, body: `— saksi.example ${Buffer.alloc(76).toString('base64')}\n` },
    { said: 'nonsense' },
  ],
  [
    'a redirection',
    { status: 302, body: '', headers: { Location: 'http://127.0.0.1:1/' } },
    { said: 'refused', status: 302 },
  ],
  ['a flood', { status: 200, body: 'x'.repeat(70_000) }, { said: 'nothing', why: 'the answer is too long' }],
] as const)('%s is what it is', async (_, given, expected) => {
  expect(await said(given)).toEqual(expected);
});

it('silence ends after its time, and at once where the server stops', async () => {
  expect(await said({ status: 200, body: 'never' }, { ...going, ms: 50 })).toMatchObject({ said: 'nothing' });
  const stop = new AbortController();
  const asked = said({ status: 200, body: 'never' }, { ...going, stop: stop.signal });
  stop.abort();
  expect(await asked).toMatchObject({ said: 'nothing' });
  expect(await headAt({ ...witness, url: 'http://127.0.0.1:1' }, 'x', going)).toBeNull();
});
