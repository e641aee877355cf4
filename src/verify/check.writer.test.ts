import { beforeAll, describe, expect, it } from 'vitest';
import { sampleKeys } from '../evidence/pdf/fixtures/keys.ts';
import { sampleRecord, sampleSeal } from '../evidence/pdf/fixtures/sample-record.ts';
import { preparePact, sealDocument } from '../evidence/pdf/index.ts';
import { makeLogKey, makeProof } from './fixtures/log.ts';
import { checkPact, commitment, encodeEntry, type PactCheckInput, recordBytes } from './index.ts';

/** The product's own writer against the checker, which shares no code with it but the formats. */
async function makeSound(kind: 'p256' | 'rsa-2048'): Promise<PactCheckInput> {
  const { root, signer } = await sampleKeys(kind);
  const record = sampleRecord();
  const { bytes } = await sealDocument(preparePact(record, sampleSeal), signer);
  const log = makeLogKey(sampleSeal.origin);
  const entry = encodeEntry({ kind: 'pact', commitment: commitment(sampleSeal.salt, recordBytes(record)) });
  const proof = await makeProof(log, entry, sampleSeal.index, 2000);
  return { pdf: new Uint8Array(bytes), roots: [root.certificatePem], logKeys: [log.vkey], proof };
}

/** Every byte of the structure, the attachments and the seal; of fonts, forms and pages one in 50. */
function placesOf(pdf: Uint8Array): number[] {
  const text = Buffer.from(pdf).toString('latin1');
  const drawn = new Uint8Array(pdf.length);
  for (let at = text.indexOf('\nstream\n'); at >= 0; at = text.indexOf('\nstream\n', at + 1)) {
    if (text[at + 8] !== '{') drawn.fill(1, at + 8, text.indexOf('\nendstream', at));
  }
  return [...pdf.keys()].filter((at) => drawn[at] === 0 || at % 50 === 0);
}

describe('a pact as the product writes it', () => {
  let sound: PactCheckInput;
  beforeAll(async () => {
    sound = await makeSound('p256');
  });

  it('is valid, with both kinds of key', async () => {
    for (const input of [sound, await makeSound('rsa-2048')]) {
      const report = await checkPact(input);
      expect(report.checks.filter((check) => check.verdict !== 'pass')).toEqual([]);
      expect(report.verdict).toBe('valid');
      expect(report.record).toEqual(sampleRecord());
    }
  });

  it('is invalid, with the check named, when any one byte of it is flipped', async () => {
    const { proof: _, ...input } = sound;
    const failed = new Map<string, number>();
    const pdf = Uint8Array.from(sound.pdf);
    for (const at of placesOf(pdf)) {
      const byte = pdf[at] as number;
      pdf[at] = byte ^ (1 << (at % 8));
      const { checks, verdict } = await checkPact({ ...input, pdf });
      pdf[at] = byte;
      if (verdict !== 'invalid') expect.fail(`byte ${at}: ${JSON.stringify(checks)}`);
      for (const check of checks.filter((one) => one.verdict === 'fail')) {
        failed.set(check.code, (failed.get(check.code) ?? 0) + 1);
      }
    }
    expect(failed.get('document-unchanged')).toBeGreaterThan(1000);
    expect(failed.get('document-whole')).toBeGreaterThan(0);
    expect(failed.get('seal-signature')).toBeGreaterThan(0);
    expect(failed.get('seal-certificate')).toBeGreaterThan(0);
  }, 300_000);
});
