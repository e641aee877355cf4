import { resolve } from 'node:path';
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
  ])('refuses %s=%s by name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(name));
  });

  it('names all bad variables at once and never shows a database password', () => {
    const read = () => readConfig({ PORT: 'x', DATABASE_URL: 'mysql://me:hush@host/db' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/PORT[\s\S]*DATABASE_URL/);
    expect(read).not.toThrow(/hush/);
  });
});
