import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { payload } from '../hooks/payload.ts';
import { hookSignature, isSignedBy } from './hook-signature.ts';
import { guardedLookup, isPublic, postOut, whyNotOutbound } from './outbound.ts';
import { packageRoot } from './root.ts';

const page = readFileSync(join(packageRoot(), 'docs/formats/webhook.md'), 'utf8');
const vector = (name: string) =>
  new RegExp(`\`\`\`vector ${name}\\n([\\s\\S]*?)\\n\`\`\``).exec(page)?.[1] as string;
const SECRET = 'ikh_0123456789abcdefghjkmnpqrstvwxyz01234567';
const FORMER = 'ikh_zyxwvtsrqpnmkjhgfedcba987654321076543210';
const AT = 1_726_618_500;

describe('what a hook is sent', () => {
  const body = payload({
    ...{ id: '0683kd7w00abcdef', agencyId: 'contoh', kind: 'log.head', subject: '0683kd7w00gerak1' },
    at: new Date(AT * 1000),
  });

  it('has the bytes and signatures of its page', () => {
    expect(body).toBe(vector('webhook-body'));
    expect(hookSignature([SECRET], AT, body)).toBe(vector('webhook-signature'));
    expect(hookSignature([SECRET, FORMER], AT, body)).toBe(vector('webhook-signature-two'));
  });

  it('is known by either secret, in its time, as it was', () => {
    const header = vector('webhook-signature-two');
    expect(isSignedBy(SECRET, header, body, AT + 299)).toBe(true);
    expect(isSignedBy(FORMER, header, body, AT)).toBe(true);
    expect(isSignedBy('ikh_lain', header, body, AT)).toBe(false);
    expect(isSignedBy(SECRET, header, body, AT + 301)).toBe(false);
    expect(isSignedBy(SECRET, header.replace('t=17', 't=18'), body, AT)).toBe(false);
    for (const bad of ['', 't=', 'v1=', 't=x,v1=x', 't=1726618500'])
      expect(isSignedBy(SECRET, bad, body, AT)).toBe(false);
  });
});

describe('an address that somebody gave us', () => {
  it.each(['1.1.1.1', '103.10.2.3', '2606:4700::1111', '2001:4860:4860::8888'])('%s is public', (one) =>
    expect(isPublic(one)).toBe(true),
  );

  it.each([
    ...[
      '0.0.0.0',
      '10.0.0.1',
      '100.100.100.200',
      '127.0.0.1',
      '169.254.169.254',
      '172.31.0.1',
      '192.168.1.1',
    ],
    ...[
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      'fe80::1',
    ],
    ...[
      'fd00:ec2::254',
      '64:ff9b::a9fe:a9fe',
      '2002:7f00:1::',
      '2001:db8::1',
      '2001:0:1::',
      'contoh.go.id',
      '',
    ],
  ])('%s is not', (one) => expect(isPublic(one)).toBe(false));

  it.each([
    ['https://contoh.go.id/kait', null],
    ['http://contoh.go.id/kait', 'form'],
    ['ftp://contoh.go.id', 'form'],
    ['bukan alamat', 'form'],
    ['https://nama:sandi@contoh.go.id/', 'form'],
    ['https://0x7f.1/', 'private'],
    ['https://2130706433/', 'private'],
    ['https://[::ffff:a9fe:a9fe]/', 'private'],
    ['https://x.localhost/', 'private'],
    ['https://simpeg/', 'private'],
  ])('%s: %s', (address, fault) => expect(whyNotOutbound(address, false)).toBe(fault));

  it('is not reached by a name that means this machine', async () => {
    const server = createServer((_, response) => void response.end());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const post = (address: string, allowPrivate: boolean) =>
      postOut({ address, headers: {}, body: '{}', allowPrivate });
    expect(await post(`http://localhost:${port}/`, true)).toEqual({ ok: true, status: 200 });
    expect(await post(`http://localhost:${port}/`, false)).toEqual({ ok: false, fault: 'refusedAddress' });
    server.close();
    const looked = (allowPrivate: boolean) =>
      new Promise<string>((resolve) =>
        guardedLookup(allowPrivate)('localhost', { all: true }, (error) =>
          resolve(error?.message ?? 'found'),
        ),
      );
    expect([await looked(true), await looked(false)]).toEqual(['found', 'localhost is not a public address']);
  });

  it('ends in time where nobody answers', async () => {
    const server = createServer(() => {});
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const sent = await postOut({ address, headers: {}, body: '{}', allowPrivate: true, timeoutMs: 50 });
    expect(sent).toEqual({ ok: false, fault: 'timeout' });
    server.closeAllConnections();
    server.close();
  });
});
