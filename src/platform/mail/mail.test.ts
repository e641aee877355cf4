import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MailServer, startMailServer } from '../../../test/mail-server.ts';
import { isAddress, openMailer } from './index.ts';

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.close());

const config = () => ({ url: server.url, from: 'Ikrar <ikrar@contoh.example>' });
const mail = { to: 'siti@contoh.example', subject: 'Percobaan', text: 'Halo' };

describe('handing over many mails', () => {
  it.each([
    ['take', { ok: true }],
    ['refuse', { ok: false, fault: 'refused', why: '550' }],
    ['greylist', { ok: false, fault: 'later', why: '451' }],
    ['hang', { ok: false, fault: 'server', why: 'ETIMEDOUT' }],
    ['drop', { ok: false, fault: 'server' }],
  ] as const)('tells a server that does this: %s', async (how, expected) => {
    server.behave(how);
    const mailer = openMailer(config(), 300);
    expect(await mailer.hand(mail)).toMatchObject(expected);
    mailer.close();
    server.behave('take');
  });

  it('tells one that is not there', async () => {
    const mailer = openMailer({ ...config(), url: 'smtp://127.0.0.1:1' }, 300);
    expect(await mailer.hand(mail)).toMatchObject({ ok: false, fault: 'server' });
    mailer.close();
  });

  it('goes on after one that was refused, with name, answers and a number of its own', async () => {
    const mailer = openMailer(config(), 2000);
    server.behave('refuse');
    await mailer.hand(mail);
    server.behave('take');
    const before = server.mails.length;
    const named = {
      ...mail,
      fromName: 'Dinas "Contoh", Kota',
      replyTo: 'a@contoh.example',
      messageId: '<x@y.example>',
    };
    expect(await mailer.hand(named)).toEqual({ ok: true });
    mailer.close();
    const { source } = server.mails[before] as { source: string };
    expect(source).toContain('From: "Dinas \\"Contoh\\", Kota" <ikrar@contoh.example>');
    expect(source).toMatch(/^Message-ID: <x@y\.example>\r$/m);
    expect(source).toMatch(/^Reply-To: a@contoh\.example\r$/m);
  });

  it('never asks a server about what is not one address', async () => {
    const mailer = openMailer(config(), 300);
    const before = server.mails.length;
    for (const to of [
      '',
      'siti',
      'a@b',
      'a@b.example, c@d.example',
      'a@b.example\r\nBcc: c@d.example',
      '<a@b.example>',
    ])
      expect(await mailer.hand({ ...mail, to })).toEqual({ ok: false, fault: 'refused', why: 'address' });
    expect(server.mails).toHaveLength(before);
    mailer.close();
    expect(isAddress('siti.r+ikrar@sub.contoh.go.id')).toBe(true);
  });
});
