import { createHash, createSecretKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Platform } from '../../platform/platform.ts';
import { seal, unseal } from '../../platform/sealed.ts';
import { exampleRecord } from '../../verify/fixtures/record.ts';
import { canonicalJson, offlineStatement, readP256 } from '../../verify/index.ts';
import { packKey, ROUNDS, slipMark, unlockKey } from './pack-key.ts';
import type { QueueSent } from './shapes.ts';
import { bound, itemsText, sendingText, statementText } from './statement.ts';

const document = readFileSync(new URL('../../../docs/formats/offline.md', import.meta.url), 'utf8');
const vectors = new Map(
  [...document.matchAll(/^```vector (\S+)\n(.*?)\n```$/gms)].map(([, name, text]) => [name, text as string]),
);
const vector = (name: string) => vectors.get(name) ?? `no vector ${name}`;
const numbered = (length: number, from = 0) => Buffer.from(Array.from({ length }, (_, i) => from + i));
const utf8 = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

const key = numbered(32);
const [salt, unlock] = [numbered(16), '0123-4567-89AB'];
const [tablet, expires] = ['tablet-1', '2024-09-18T04:00:00.000Z'];

it('a pack’s key is kept under the code', async () => {
  const derived = await unlockKey({ unlock, salt });
  expect(derived.toString('hex')).toBe(vector('unlock-key'));
  expect(seal(derived, bound.key(tablet, ROUNDS), key, numbered(12, 64))).toBe(vector('wrapped'));
  expect(unseal(derived, bound.key(tablet, ROUNDS), vector('wrapped'))).toEqual(key);
  expect(unseal(derived, bound.key(tablet, ROUNDS - 1), vector('wrapped'))).toBe(null);
});

it('a pack and an item are sealed for their own purpose, device, number and time', () => {
  const contents = '{"madeAt":"2024-09-18T00:00:00.000Z"}';
  expect(seal(key, bound.pack(tablet, expires), contents, numbered(12, 80))).toBe(vector('sealed'));
  const body = vector('queue-body');
  expect(seal(key, bound.item(tablet, 7), body, numbered(12, 96))).toBe(vector('queue-item'));
  expect(unseal(key, bound.item(tablet, 7), vector('queue-item'))?.toString()).toBe(body);
  for (const other of [bound.item(tablet, 8), bound.item('tablet-2', 7), bound.pack(tablet, expires)])
    expect(unseal(key, other, vector('queue-item')), other).toBe(null);
  for (const short of ['', 'AAAA', vector('queue-item').slice(0, 30)])
    expect(unseal(key, bound.item(tablet, 7), short)).toBe(null);
  expect(slipMark(key, 'ABCD-EFGH-JKMN')).toBe(vector('slip-mark'));
});

it('a sending is signed over what the device says of it', () => {
  const sent = JSON.parse(vector('queue')) as QueueSent;
  expect(itemsText(sent.items)).toBe(vector('items'));
  expect(utf8(canonicalJson(sent.items))).toBe(vector('items'));
  const digest = createHash('sha256').update(vector('items')).digest('hex');
  expect(sendingText(sent, digest)).toBe(vector('sending'));
  const publicKey = readP256(Buffer.from(vector('device-key'), 'base64url'));
  const given = { key: publicKey as NonNullable<typeof publicKey>, dsaEncoding: 'ieee-p1363' as const };
  const signature = Buffer.from(sent.signature, 'base64url');
  expect(verify('sha256', Buffer.from(vector('sending')), given, signature)).toBe(true);
});

it('the device’s own writing of a statement is the checker’s canonical JSON', () => {
  const { agency, campaign, text, person, act } = exampleRecord;
  for (const name of [person.name, 'Ma’ruf "Contoh" \\ Ü'.normalize('NFC'), 'Siti\u2028Contoh'])
    for (const [device, drawing] of [
      ['tablet-1', act.drawing],
      [null, null],
    ] as const) {
      const [at, seq, typedName] = ['2024-09-18T00:30:00.000Z', 7, name];
      const said = { agency: agency.id, campaign: campaign.id, text: text.digest, name, typedName, drawing };
      const record = { ...exampleRecord, person: { ...person, name }, act: { ...act, typedName, drawing } };
      const ours = offlineStatement(record, { at, seq, device });
      expect(statementText({ ...said, at, seq, device })).toBe(utf8(ours));
    }
});

it('a device’s keys are its own, and the same each time', () => {
  const secret = createSecretKey(numbered(32));
  const platform = { secret: () => secret } as unknown as Platform;
  const derived = packKey(platform, { agencyId: 'contoh', id: 'tablet-1' });
  expect(packKey(platform, { agencyId: 'contoh', id: 'tablet-1' })).toEqual(derived);
  expect([derived.key.length, derived.salt.length]).toEqual([32, 16]);
  expect(derived.unlock).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
  for (const other of [
    { agencyId: 'contoh', id: 'tablet-2' },
    { agencyId: 'lain', id: 'tablet-1' },
  ]) {
    const { key: otherKey, salt: otherSalt, unlock: otherUnlock } = packKey(platform, other);
    expect(otherKey).not.toEqual(derived.key);
    expect(otherSalt).not.toEqual(derived.salt);
    expect(otherUnlock).not.toBe(derived.unlock);
  }
});
