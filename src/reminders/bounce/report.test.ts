import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport } from './report.ts';
import { reportOf } from './test-report.ts';

const token = '0123456789abcdef0123456789abcdef';
const read = (text: string) => readReport(Buffer.from(text, 'latin1'));

describe('a delivery report', () => {
  it.each([
    ['failed', '5.1.1', { failed: true, status: '5.1.1' }],
    ['failed', '5.2.2 (mailbox full)', { failed: true, status: '5.2.2' }],
    ['delayed', '4.4.1', { failed: false, status: '4.4.1' }],
    ['delivered', '2.0.0', { failed: false, status: '2.0.0' }],
    ['failed', 'gibberish', { failed: true, status: null }],
  ])('%s %s', (action, status, verdict) =>
    expect(read(reportOf({ token, action, status }))).toEqual({ token, ...verdict }),
  );

  it('is read in the shapes that servers write', () => {
    const plain = reportOf({ token, action: 'failed', status: '5.1.1' });
    const shapes = [
      plain.replaceAll('\r\n', '\n'),
      plain.replace('boundary="b1"', 'boundary=b1'),
      plain.replace('report-type=delivery-status; ', 'report-type=delivery-status;\r\n\t'),
      plain.replace('message/rfc822', 'text/rfc822-headers'),
      plain.replace('Message-ID:', 'message-id:'),
      plain.replace('Message-ID: ', 'Message-ID:\r\n '),
      plain.replace('Action: failed', 'Action: Failed'),
    ];
    for (const shape of shapes) expect(read(shape)).toEqual({ token, failed: true, status: '5.1.1' });
  });

  it('counts only with a token of ours in the returned message', () => {
    const plain = reportOf({ token, action: 'failed', status: '5.1.1' });
    for (const other of [
      plain.replace('multipart/report', 'multipart/mixed'),
      plain.replace('delivery-status; ', 'disposition-notification; '),
      plain.replace('message/delivery-status', 'text/plain'),
      plain.replace('message/rfc822', 'text/plain'),
      plain.replace(`<ikrar-${token}@`, `<other-${token}@`),
      plain.replace(`<ikrar-${token}@`, `<ikrar-${token}0@`),
      plain.replace(/^Message-ID: /m, 'Message-ID: <a@b> '),
      plain.replaceAll('--b1', '--b2'),
      `Subject: <ikrar-${token}@contoh.example>\n\nhalo`,
      '',
    ])
      expect(read(other)).toBeNull();
  });

  it('never fails nor takes long, whatever comes', () => {
    const plain = reportOf({ token, action: 'failed', status: '5.1.1' });
    const pieces = fc.constantFrom(
      '\n',
      '\r\n',
      '--b1',
      '--b1--',
      ';',
      '"',
      'boundary="b1"',
      ':',
      ' ',
      '=',
      '\0',
      plain,
    );
    const cut = fc
      .tuple(fc.nat(plain.length), fc.nat(plain.length), fc.string({ unit: 'binary', maxLength: 40 }))
      .map(([a, b, junk]) => plain.slice(0, a) + junk + plain.slice(b));
    const soup = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 40 });
    fc.assert(
      fc.property(
        fc.oneof(
          cut,
          soup.map((list) => list.join('')),
        ),
        (text) => {
          const found = read(text);
          if (found) expect(found.token).toMatch(/^[0-9a-f]{32}$/);
        },
      ),
      { numRuns: 500 },
    );
    for (const one of ['\n', 'a:', ';a="', '\n--b1\n', '=\n', ' \n'])
      read(
        `Content-Type: multipart/report; report-type=delivery-status; boundary="b1"\n\n${one.repeat(300_000)}`,
      );
    read(`Content-Type: ${'; a=b'.repeat(100_000)}\n\n`);
  });
});
