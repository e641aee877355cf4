import { sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeLogKey, makeProof } from '../../verify/fixtures/log.ts';
import { below, mutate, oneOf, type Random, randomFrom } from '../../verify/fixtures/mutate.ts';
import { makePdf, pactOptions } from '../../verify/fixtures/pdf.ts';
import { exampleRecord, exampleSalt } from '../../verify/fixtures/record.ts';
import { makeSealKeys, type SealKeys } from '../../verify/fixtures/seal.ts';
import {
  checkPact,
  checkQr,
  claimsMessage,
  claimsOf,
  commitment,
  encodeClaims,
  encodeEntry,
  type PactCheckInput,
  type QrCheckInput,
  qrText,
  readCertificate,
  recordBytes,
  sealKeyId,
} from '../../verify/index.ts';

/** The page runs the same checker over other parts: whatever it is given, it must say what Node says, check by check. */
type Checker = { checkPact: typeof checkPact; checkQr: typeof checkQr };
const folder = mkdtempSync(join(tmpdir(), 'ikrar-differential-'));
let page: Checker;

beforeAll(async () => {
  const script = pathToFileURL(join(import.meta.dirname, '../../../scripts/verifier.mjs')).href;
  const { inBrowser } = (await import(script)) as {
    inBrowser: { alias: Record<string, string>; inject: string[] };
  };
  const outfile = join(folder, 'checker.mjs');
  const entry = join(import.meta.dirname, '../../verify/index.ts');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    ...inBrowser,
  });
  page = (await import(pathToFileURL(outfile).href)) as Checker;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const origin = 'ikrar.example/contoh/gerakan-1';
const seal = {
  index: 5,
  origin,
  salt: exampleSalt,
  verifyUrl: 'https://ikrar.example/v/a/0123-4567-89AB-CDEF',
};
const place = commitment(exampleSalt, recordBytes(exampleRecord));
const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;

function pactOf(keys: SealKeys, log: string, proof: string): PactCheckInput & { proof: string } {
  return {
    pdf: makePdf(keys, pactOptions(exampleRecord, seal)),
    roots: [keys.rootPem],
    logKeys: [log],
    proof,
  };
}

function codeOf(keys: SealKeys): QrCheckInput {
  const spki = readCertificate(keys.chain[0] as Uint8Array).publicKey?.export({
    type: 'spki',
    format: 'der',
  });
  const claims = encodeClaims(claimsOf(exampleRecord, 5, place, sealKeyId(spki as Buffer)));
  const signature = sign('sha256', claimsMessage(claims), { key: keys.keyPem, dsaEncoding: 'ieee-p1363' });
  const text = qrText('https://ikrar.example', claims, signature);
  return { text, seals: [keys.chain.map(pem).join('')], roots: [keys.rootPem] };
}

/** What a checker says, or what it throws, as text. */
async function said(work: () => unknown): Promise<string> {
  try {
    return JSON.stringify(await work());
  } catch (error) {
    return `thrown ${(error as { code?: string }).code ?? String(error)}`;
  }
}

async function requireSame(input: PactCheckInput | QrCheckInput, what: string): Promise<void> {
  const ask = (checker: Checker) =>
    said(() => ('text' in input ? checker.checkQr(input) : checker.checkPact(input)));
  expect(await ask(page), what).toBe(await ask({ checkPact, checkQr }));
}

it('the page says what Node says, of sound and of 2,400 spoiled inputs', async () => {
  const log = makeLogKey(origin);
  const entry = encodeEntry({ kind: 'pact', commitment: place });
  const proof = await makeProof(log, entry, 5, 11);
  const sets = [makeSealKeys(), makeSealKeys({ rsa: true }), makeSealKeys({ leafUsage: 0x20 })];
  const pacts = sets.map((keys) => pactOf(keys, log.vkey, proof));
  const codes = [codeOf(sets[0] as SealKeys)];
  for (const input of [...pacts, ...codes]) await requireSame(input, 'sound');
  for (const withoutTrust of [{ roots: [] }, { logKeys: [] }, { roots: [sets[1]?.rootPem ?? ''] }])
    await requireSame({ ...(pacts[0] as PactCheckInput), ...withoutTrust }, 'without trust');
  for (const update of ['/Type /DocTimeStamp /SubFilter /ETSI.RFC3161', '/Type /Annot'])
    await requireSame({ ...(pacts[0] as PactCheckInput), pdf: updated(pacts[0]?.pdf, update) }, update);
  for (let seed = 1; seed <= 2400; seed += 1) {
    const random = randomFrom(seed);
    const input = seed % 8 === 0 ? spoiledCode(codes, random) : spoiledPact(pacts, random);
    await requireSame(input, `seed ${seed}`);
  }
}, 240_000);

/** With a second revision behind it. */
function updated(pdf: Uint8Array = new Uint8Array(), dictionary: string): Uint8Array {
  const update = `9 0 obj\n<< ${dictionary} >>\nendobj\nstartxref\n0\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([pdf, Buffer.from(update)]));
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
const spoil = (given: string, random: Random) => text(mutate(Buffer.from(given, 'utf8'), random));

function spoiledCode(codes: readonly QrCheckInput[], random: Random): QrCheckInput {
  const code = oneOf(random, codes);
  return oneOf(random, [
    { ...code, text: spoil(code.text, random) },
    { ...code, roots: code.roots.map((root) => spoil(root, random)) },
    { ...code, seals: code.seals.map((one) => spoil(one, random)) },
  ]);
}

/** Most in the seal value, where certificates and signatures are read. */
function spoiledPact(pacts: readonly (PactCheckInput & { proof: string })[], random: Random): PactCheckInput {
  const pact = oneOf(random, pacts);
  const kind = below(random, 10);
  if (kind === 0) return { ...pact, proof: spoil(pact.proof, random) };
  if (kind === 1) return { ...pact, logKeys: pact.logKeys.map((key) => spoil(key, random)) };
  if (kind === 2) return { ...pact, roots: pact.roots.map((root) => spoil(root, random)) };
  if (kind < 5) return { ...pact, pdf: mutate(pact.pdf, random) };
  return { ...pact, pdf: withSpoiledSeal(pact.pdf, random) };
}

/** The seal value with spoiled bytes and of the same length, so that all else in the file stays as it was. */
function withSpoiledSeal(pdf: Uint8Array, random: Random): Uint8Array {
  const file = Buffer.from(pdf);
  const start = file.indexOf('/Contents <') + 11;
  const end = file.indexOf('>', start);
  const der = Buffer.from(file.toString('latin1', start, end), 'hex');
  for (let left = 1 + below(random, 3); left > 0; left -= 1) {
    const at = below(random, der.length - 20);
    der[at] = random() < 0.5 ? below(random, 256) : (der[at] as number) ^ (1 << below(random, 8));
  }
  file.write(der.toString('hex'), start, 'latin1');
  return new Uint8Array(file);
}
