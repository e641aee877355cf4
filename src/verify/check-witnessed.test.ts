import { generateKeyPairSync, sign } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { cosign, formatWitnessVkey, witnessKey } from './cosignature.ts';
import { makeLogKey, makeProof } from './fixtures/log.ts';
import { makePdf, pactOptions } from './fixtures/pdf.ts';
import { exampleRecord, exampleSalt } from './fixtures/record.ts';
import { makeSealKeys } from './fixtures/seal.ts';
import {
  checkPact,
  commitment,
  encodeEntry,
  type PactCheckInput,
  parseNote,
  recordBytes,
  signatureLine,
} from './index.ts';

const origin = 'ikrar.example/contoh/gerakan-1';
const seal = { index: 5, origin, salt: exampleSalt, verifyUrl: 'https://ikrar.example/v' };
const entry = encodeEntry({ kind: 'pact', commitment: commitment(exampleSalt, recordBytes(exampleRecord)) });
const log = makeLogKey(origin);
const witnesses = ['a', 'b', 'c'].map((name) => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const key = witnessKey(`saksi.example/${name}`, new Uint8Array(raw));
  return { name, key, sign: (bytes: Uint8Array) => sign(null, bytes, privateKey) };
});
const policy = [
  ...witnesses.map(({ name, key }) => `witness ${name} ${formatWitnessVkey(key)}`),
  'group g 2 a b c',
  'quorum g',
].join('\n');

let sound: PactCheckInput & { proof: string };
beforeAll(async () => {
  const keys = makeSealKeys();
  const pdf = makePdf(keys, pactOptions(exampleRecord, seal));
  sound = { pdf, roots: [keys.rootPem], logKeys: [log.vkey], proof: await makeProof(log, entry, 5, 11) };
});

async function cosigned(count: number): Promise<string> {
  const text = parseNote(sound.proof.split('\n\n').slice(1).join('\n\n')).text;
  const lines = await Promise.all(
    witnesses.slice(0, count).map(({ key, sign }) => cosign(text, key, 1_726_617_600, sign)),
  );
  return sound.proof + lines.map(signatureLine).join('');
}

async function witnessed(input: Partial<PactCheckInput>) {
  const report = await checkPact({ ...sound, ...input });
  return { verdict: report.verdict, check: report.checks.find(({ code }) => code === 'log-witnessed') };
}

it('asks for witnesses only where a policy is given', async () => {
  expect(await witnessed({})).toEqual({ verdict: 'valid', check: undefined });
  expect(await witnessed({ policy: 'quorum none' })).toMatchObject({
    verdict: 'valid',
    check: { verdict: 'pass' },
  });
});

it('passes with a quorum and fails below it', async () => {
  const passed = { verdict: 'pass', params: { witnesses: 'a, b' } };
  expect(await witnessed({ policy, proof: await cosigned(2) })).toMatchObject({
    verdict: 'valid',
    check: passed,
  });
  const failed = { verdict: 'fail', reason: 'quorum-not-met', params: { have: '1', needed: '2' } };
  expect(await witnessed({ policy, proof: await cosigned(1) })).toMatchObject({
    verdict: 'invalid',
    check: failed,
  });
  const { proof: _, ...withoutProof } = sound;
  const report = await checkPact({ ...withoutProof, policy });
  expect(report.checks.at(-1)).toMatchObject({
    code: 'log-witnessed',
    verdict: 'unknown',
    reason: 'no-proof',
  });
});

it('does not take the cosignature of another head', async () => {
  const other = await makeProof(log, entry, 5, 12);
  const lines = (await cosigned(3)).slice(sound.proof.length);
  expect(await witnessed({ policy, proof: other + lines })).toMatchObject({
    verdict: 'invalid',
    check: { reason: 'note-bad-signature' },
  });
});

it('takes the keys of logs from the policy where none are given', async () => {
  const named = `log ${log.vkey}\n${policy}`;
  expect((await witnessed({ policy: named, logKeys: [], proof: await cosigned(3) })).verdict).toBe('valid');
  const foreign = `log ${makeLogKey(origin).vkey}\n${policy}`;
  expect(await witnessed({ policy: foreign, proof: await cosigned(3) })).toMatchObject({
    verdict: 'invalid',
    check: { reason: 'note-unsigned' },
  });
  await expect(witnessed({ policy: 'quorum x' })).rejects.toMatchObject({ code: 'bad-policy' });
});
