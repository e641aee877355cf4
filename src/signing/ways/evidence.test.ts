import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { orientationSegment } from '../../platform/pictures/index.ts';
import { exampleRecord } from '../../verify/fixtures/record.ts';
import type { ActEvidence, SealedRecord } from '../../verify/index.ts';
import { canonicalJson, type Json, recordBytes, strengthOf } from '../../verify/index.ts';

const text = readFileSync(new URL('../../../docs/formats/ways.md', import.meta.url), 'utf8');
const vector = (name: string) =>
  new RegExp(`^\`\`\`vector ${name}\n(.*?)\n\`\`\`$`, 'ms').exec(text)?.[1] ?? '';

function sealed(evidence: ActEvidence, change: Partial<SealedRecord['act']> = {}): SealedRecord {
  const act = {
    ...exampleRecord.act,
    method: evidence.kind,
    strength: strengthOf(evidence),
    evidence,
    ...change,
  };
  return { ...exampleRecord, act };
}

describe('the documented evidence', () => {
  it.each([
    ['evidence-bsre', 'certified'],
    ['evidence-bsre-trial', 'uncertified'],
    ['evidence-ink', 'scanned'],
  ] as const)('%s is canonical, seals as %s, and as nothing else', (name, strength) => {
    const evidence = JSON.parse(vector(name)) as ActEvidence;
    expect(Buffer.from(canonicalJson(evidence as unknown as Json)).toString('utf8')).toBe(vector(name));
    expect(strengthOf(evidence)).toBe(strength);
    expect(Buffer.from(recordBytes(sealed(evidence))).includes(vector(name))).toBe(true);
    for (const other of ['certified', 'uncertified', 'scanned'] as const)
      if (other !== strength) expect(() => recordBytes(sealed(evidence, { strength: other }))).toThrow();
    expect(() => recordBytes(sealed(evidence, { method: 'slip' }))).toThrow();
  });

  it('keeps the side that is up in these bytes', () => {
    expect(Buffer.from(orientationSegment(6)).toString('hex')).toBe(vector('orientation-6'));
  });
});
