import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('readConfig', () => {
  it('has a default for everything that is no secret', () => {
    expect(readConfig({})).toEqual({
      dataDir: resolve('data'),
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      publicUrl: undefined,
    });
  });

  it('reads every variable, blanks count as absent', () => {
    const env = { IKRAR_DATA: '/srv/ikrar', PORT: ' 8080 ', IKRAR_HOST: '::', DATABASE_URL: ' ' };
    expect(readConfig({ ...env, IKRAR_URL: 'https://ikrar.example.go.id/' })).toEqual({
      dataDir: '/srv/ikrar',
      port: 8080,
      host: '::',
      databaseUrl: undefined,
      publicUrl: 'https://ikrar.example.go.id',
    });
  });

  it('knows a time-stamping authority with its roots, or none', () => {
    const tsa = { url: 'http://tsa.example.go.id/', roots: undefined, policy: undefined, minutes: 10 };
    expect(readConfig({ IKRAR_TSA: tsa.url }).tsa).toEqual(tsa);
    const all = { IKRAR_TSA_ROOTS: 'akar.pem', IKRAR_TSA_POLICY: '1.2.3', IKRAR_TSA_MINUTES: '30' };
    const full = { url: tsa.url, roots: resolve('akar.pem'), policy: '1.2.3', minutes: 30 };
    expect(readConfig({ IKRAR_TSA: tsa.url, ...all }).tsa).toEqual(full);
    expect(readConfig(all).tsa).toBeUndefined();
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '3000x'],
    ['PORT', '-1'],
    ['IKRAR_HOST', 'not a host'],
    ['DATABASE_URL', 'mysql://secret@host/db'],
    ['IKRAR_URL', 'https://ikrar.example.go.id/path'],
    ['IKRAR_URL', 'https://user:word@ikrar.example.go.id'],
    ['IKRAR_URL', 'ftp://ikrar.example.go.id'],
    ['IKRAR_URL', 'ikrar.example.go.id'],
    ['IKRAR_TSA', 'ftp://tsa.example.go.id'],
    ['IKRAR_TSA', 'https://user:word@tsa.example.go.id'],
    ['IKRAR_TSA_POLICY', '1.2.x'],
    ['IKRAR_TSA_MINUTES', '0'],
    ['IKRAR_SMTP', 'https://mail.example.go.id'],
    ['IKRAR_SMTP', 'mail.example.go.id:587'],
    ['IKRAR_MAIL_FROM', 'Ikrar'],
    ['IKRAR_MAIL_FROM', 'a@b.example\nBcc: c@d.example'],
  ])('refuses %s=%s by name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(name));
  });

  it('reads where the policy of witnesses is', () => {
    expect(readConfig({ IKRAR_WITNESSES: 'saksi.policy' }).witnesses).toBe(resolve('saksi.policy'));
    expect(() => readConfig({ IKRAR_WITNESSES: 'a\0b' })).toThrow(/IKRAR_WITNESSES/);
  });

  it('reads the mail settings together or not at all, and never shows the password', () => {
    const IKRAR_SMTP = 'smtps://ikrar:hush@mail.example.go.id';
    const IKRAR_MAIL_FROM = 'Ikrar <ikrar@example.go.id>';
    expect(readConfig({ IKRAR_SMTP, IKRAR_MAIL_FROM }).mail).toEqual({
      url: IKRAR_SMTP,
      from: IKRAR_MAIL_FROM,
    });
    for (const one of [{ IKRAR_SMTP }, { IKRAR_MAIL_FROM }]) {
      expect(() => readConfig(one)).toThrow(/IKRAR_SMTP, IKRAR_MAIL_FROM/);
      expect(() => readConfig(one)).not.toThrow(/hush/);
    }
    const wrong = () => readConfig({ IKRAR_SMTP: 'imap://ikrar:hush@mail.example.go.id', IKRAR_MAIL_FROM });
    expect(wrong).toThrow(/IKRAR_SMTP/);
    expect(wrong).not.toThrow(/hush/);
  });

  it('reads the settings of the certified provider all together or not at all, and never shows the password', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'ikrar-config-')), 'password');
    writeFileSync(file, 'hush\n');
    const IKRAR_BSRE = 'https://esign.example.go.id/';
    const rest = { IKRAR_BSRE, IKRAR_BSRE_VERSION: 'v2', IKRAR_BSRE_USER: 'ikrar' };
    const read = { url: 'https://esign.example.go.id', version: 'v2', user: 'ikrar', password: 'hush' };
    expect(readConfig({ ...rest, IKRAR_BSRE_PASSWORD: 'hush' }).bsre).toEqual(read);
    expect(readConfig({ ...rest, IKRAR_BSRE_PASSWORD_FILE: file }).bsre).toEqual(read);
    const bad = [
      rest,
      { IKRAR_BSRE_PASSWORD: 'hush' },
      { ...rest, IKRAR_BSRE_PASSWORD: 'hush', IKRAR_BSRE_PASSWORD_FILE: file },
      { ...rest, IKRAR_BSRE_PASSWORD_FILE: `${file}-tidak-ada` },
      { ...rest, IKRAR_BSRE_PASSWORD: 'hush', IKRAR_BSRE_VERSION: 'v3' },
      ...[
        'http://esign.example.go.id',
        'https://a:hush@esign.example.go.id',
        'http://127.0.0.1.example.go.id',
        'https://esign_uji.example.go.id',
      ].map((url) => ({ ...rest, IKRAR_BSRE_PASSWORD: 'hush', IKRAR_BSRE: url })),
    ];
    for (const one of bad) {
      expect(() => readConfig(one)).toThrow(/IKRAR_BSRE/);
      expect(() => readConfig(one)).not.toThrow(/hush/);
    }
    const here = { ...rest, IKRAR_BSRE: 'http://127.0.0.1:9000', IKRAR_BSRE_PASSWORD: 'hush' };
    expect(readConfig(here).bsre?.url).toBe('http://127.0.0.1:9000');
  });

  it('reads the provider’s settings together or not at all, and never shows the secret', () => {
    const rest = { IKRAR_OIDC: 'https://sso.example.go.id/realms/asn', IKRAR_OIDC_CLIENT: 'ikrar' };
    const whole = { ...rest, IKRAR_OIDC_SECRET: 'hush' };
    expect(readConfig(whole).oidc).toEqual({
      ...{ issuer: rest.IKRAR_OIDC, client: 'ikrar', secret: 'hush', name: 'SSO', claim: 'sub' },
    });
    expect(readConfig({ ...whole, IKRAR_OIDC: 'http://127.0.0.1:9000' }).oidc?.issuer).toMatch(/^http:/);
    const bad = [
      rest,
      { ...whole, IKRAR_OIDC_SECRET_FILE: import.meta.filename },
      { IKRAR_OIDC_CLAIM: 'nip' },
      { ...whole, IKRAR_OIDC: 'http://sso.example.go.id' },
      { ...whole, IKRAR_OIDC: 'https://a:hush@sso.example.go.id' },
      { ...whole, IKRAR_OIDC_CLAIM: 'a b' },
    ];
    for (const one of bad) {
      expect(() => readConfig(one), JSON.stringify(one)).toThrow(/IKRAR_OIDC/);
      expect(() => readConfig(one)).not.toThrow(/hush/);
    }
  });

  it('knows no variable that docs/operations/running.md does not list', () => {
    const here = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
    const sources = ['config.ts', 'config/bsre.ts', 'config/mail.ts', 'config/oidc.ts', 'config/tsa.ts']
      .map(here)
      .join();
    const variables = new Set(sources.match(/\b(IKRAR_[A-Z_]+|DATABASE_URL|PORT)\b(?=: )/g));
    expect(variables.size).toBeGreaterThan(15);
    const listed =
      here('../../docs/operations/running.md')
        .match(/^\| .*$/gm)
        ?.join() ?? '';
    for (const name of variables) expect(listed).toContain(`\`${name}\``);
  });

  it('names all bad variables at once and never shows a database password', () => {
    const read = () => readConfig({ PORT: 'x', DATABASE_URL: 'mysql://me:hush@host/db' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/PORT[\s\S]*DATABASE_URL/);
    expect(read).not.toThrow(/hush/);
  });
});
