import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex, sha256 } from './bytes.ts';
import { makeLogKey } from './fixtures/log.ts';
import { softPasskey, type Use, useOf } from './fixtures/passkey.ts';
import { makePdf, pactOptions } from './fixtures/pdf.ts';
import { exampleRecord, exampleSalt } from './fixtures/record.ts';
import { makeSealKeys } from './fixtures/seal.ts';
import { FormatError } from './format-error.ts';
import {
  checkPact,
  type PasskeyEvidence,
  parseRecord,
  passkeyChallenge,
  recordBytes,
  requirePasskey,
  type SealedRecord,
} from './index.ts';

const ORIGIN = 'https://ikrar.example';
const PAGE = `${ORIGIN}/v/contoh/0123-4567-89AB-CDEF`;
const NONCE = Buffer.alloc(16, 7).toString('base64url');
const key = softPasskey(Buffer.from('kunci contoh'));
const sound = useOf(key, exampleRecord, { nonce: NONCE, origin: ORIGIN });

function finding(evidence: PasskeyEvidence, record: SealedRecord = exampleRecord, page = PAGE): string {
  try {
    requirePasskey(record, evidence, page);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return [error.code, ...Object.values(error.params)].join(' ');
  }
}

const used = (change: Partial<Use>) =>
  finding(useOf(key, exampleRecord, { nonce: NONCE, origin: ORIGIN, ...change }));
const recordWith = (evidence: PasskeyEvidence): SealedRecord => ({
  ...exampleRecord,
  act: { ...exampleRecord.act, method: 'passkey', evidence },
});

describe('an assertion', () => {
  it('is accepted for its text, person, campaign and page, and tells counter and kind of key', () => {
    expect(requirePasskey(exampleRecord, sound, PAGE)).toEqual({ counter: 0, synced: false });
    const copied = useOf(key, exampleRecord, { nonce: NONCE, origin: ORIGIN, counter: 9, flags: 0x1d });
    expect(requirePasskey(exampleRecord, copied, PAGE)).toEqual({ counter: 9, synced: true });
  });

  it('is refused for anything else that the challenge names', () => {
    const { agency, campaign, text, person } = exampleRecord;
    const others: Partial<SealedRecord>[] = [
      { agency: { ...agency, id: 'lain' } },
      { campaign: { ...campaign, id: 'lain' } },
      { text: { ...text, digest: 'f'.repeat(64) } },
      { text: { ...text, id: 'lain' } },
      { text: { ...text, version: 2 } },
      { person: { ...person, name: 'Siti Contoh' } },
      { person: { ...person, idNumber: '198503122010011006' } },
      { person: { ...person, idKind: 'ni-pppk' } },
    ];
    for (const other of others)
      expect(finding(sound, { ...exampleRecord, ...other })).toBe('passkey-challenge');
    expect(finding({ ...sound, nonce: Buffer.alloc(16, 8).toString('base64url') })).toBe('passkey-challenge');
  });

  it('does not name what the challenge leaves out', () => {
    const { person, act } = exampleRecord;
    const later = { ...exampleRecord, person: { ...person, unit: 'Lain' }, act: { ...act, place: 'Lain' } };
    expect(finding(sound, later)).toBe('accepted');
  });

  it('is refused from another address, a frame, or another kind of ceremony', () => {
    expect(finding(sound, exampleRecord, 'https://lain.example/v')).toBe('passkey-origin');
    expect(finding(sound, exampleRecord, 'http://ikrar.example/v')).toBe('passkey-origin');
    expect(finding(sound, exampleRecord, 'https://ikrar.example:8443/v')).toBe('passkey-origin');
    expect(finding(sound, exampleRecord, 'http://[')).toBe('passkey-origin');
    expect(used({ clientData: { crossOrigin: true } })).toBe('passkey-origin');
    expect(used({ clientData: { topOrigin: 'https://lain.example' } })).toBe('passkey-origin');
    expect(used({ clientData: { type: 'webauthn.create' } })).toBe('passkey-malformed type');
    const subdomain = useOf(key, exampleRecord, { nonce: NONCE, origin: 'https://sub.ikrar.example' });
    expect(finding(subdomain)).toBe('passkey-origin');
    const mixed = useOf(key, exampleRecord, {
      ...{ nonce: NONCE, origin: 'https://sub.ikrar.example', clientData: { origin: ORIGIN } },
    });
    expect(finding(mixed)).toBe('passkey-origin');
  });

  it('is refused unless the person was there and unlocked the key', () => {
    for (const flags of [0x00, 0x01, 0x04]) expect(used({ flags })).toBe('passkey-unverified-person');
    expect(used({ flags: 0x15 })).toBe('passkey-malformed flags');
  });

  it('is refused with another key, another curve, or parts in another spelling', () => {
    const other = softPasskey(Buffer.from('lain')).publicKey.toString('base64url');
    expect(finding({ ...sound, publicKey: other })).toBe('passkey-signature');
    const off = Buffer.from(key.publicKey);
    off[90] = (off[90] as number) ^ 1;
    expect(finding({ ...sound, publicKey: off.toString('base64url') })).toBe('passkey-malformed publicKey');
    const named = Buffer.from(key.publicKey);
    named[15] = 0x22;
    expect(finding({ ...sound, publicKey: named.toString('base64url') })).toBe('passkey-malformed publicKey');
    expect(finding({ ...sound, signature: `${sound.signature}A` })).not.toBe('accepted');
    expect(finding({ ...sound, authenticatorData: 'AAAA' })).toBe('passkey-malformed authenticatorData');
    expect(finding({ ...sound, clientData: 'AAAA' })).toBe('passkey-malformed clientData');
    expect(finding({ ...sound, clientData: 'bnVsbA' })).toBe('passkey-malformed clientData');
    expect(finding({ ...sound, clientData: '_w' })).toBe('not-utf8');
    expect(finding({ ...sound, clientData: '_x' })).toBe('not-canonical');
  });

  it('with any one character changed is refused', () => {
    const parts = ['publicKey', 'nonce', 'authenticatorData', 'clientData', 'signature'] as const;
    for (const part of parts)
      for (let at = 0; at < sound[part].length; at += 1) {
        const old = sound[part];
        const changed = `${old.slice(0, at)}${old[at] === 'A' ? 'B' : 'A'}${old.slice(at + 1)}`;
        if (finding({ ...sound, [part]: changed }) === 'accepted') expect.fail(`${part} ${at}`);
      }
  });

  it('of any parts is refused with a code, never more', () => {
    const part = fc.oneof(
      fc.string(),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
      fc.json().map((json) => Buffer.from(json).toString('base64url')),
    );
    const name = fc.constantFrom('publicKey', 'nonce', 'authenticatorData', 'clientData', 'signature');
    fc.assert(
      fc.property(name, part, (which, value) => {
        if (value !== sound[which as 'nonce'])
          expect(finding({ ...sound, [which]: value })).not.toBe('accepted');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the vectors of docs/formats/passkey.md', () => {
  const document = readFileSync(new URL('../../docs/formats/passkey.md', import.meta.url), 'utf8');
  const vector = (name: string) =>
    new RegExp(`^\`\`\`vector ${name}\n(.*?)\n\`\`\`$`, 'ms').exec(document)?.[1] ?? '';

  it('are what the code makes and accepts', () => {
    const evidence = JSON.parse(vector('passkey-evidence')) as PasskeyEvidence;
    expect(hex(passkeyChallenge(exampleRecord, evidence.nonce))).toBe(vector('passkey-challenge'));
    expect(hex(sha256('ikrar/passkey/v1\n', vector('passkey-subject')))).toBe(vector('passkey-challenge'));
    expect(finding(evidence)).toBe('accepted');
    const bytes = recordBytes(recordWith(evidence));
    expect(hex(sha256(bytes))).toBe(vector('passkey-record-sha256'));
    expect(parseRecord(bytes).act.evidence).toEqual(evidence);
  });
});

describe('a pact signed with a passkey', () => {
  const keys = makeSealKeys();
  const seal = { index: 5, origin: 'ikrar.example/contoh/gerakan-1', salt: exampleSalt, verifyUrl: PAGE };
  const report = (record: SealedRecord) =>
    checkPact({
      pdf: makePdf(keys, pactOptions(record, seal)),
      roots: [keys.rootPem],
      logKeys: [makeLogKey(seal.origin).vkey],
    });
  const evidenceCheck = async (record: SealedRecord) =>
    (await report(record)).checks.filter(({ code }) => code === 'act-evidence');

  it('adds a check that passes; other ways are not asked', async () => {
    expect(await evidenceCheck(recordWith(sound))).toEqual([{ code: 'act-evidence', verdict: 'pass' }]);
    expect(await evidenceCheck(exampleRecord)).toEqual([]);
  });

  it('is invalid when even a soundly sealed record holds an assertion for something else', async () => {
    const person = { ...exampleRecord.person, name: 'Siti Contoh' };
    const found = await report({ ...recordWith(sound), person });
    expect(found.verdict).toBe('invalid');
    expect(found.checks.filter(({ verdict }) => verdict === 'fail')).toEqual([
      { code: 'act-evidence', verdict: 'fail', reason: 'passkey-challenge', params: {} },
    ]);
  });
});
