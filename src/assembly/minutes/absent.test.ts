import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../verify/index.ts';
import { absentCommitment } from './absent.ts';
import type { AbsentLine } from './minutes.ts';

const page = readFileSync(new URL('../../../docs/formats/absent.md', import.meta.url), 'utf8');
const vectors = new Map(
  [...page.matchAll(/^```vector (\S+)\n(.*?)\n```$/gms)].map(([, name, text]) => [name, text]),
);
const salt = Uint8Array.from({ length: 32 }, (_, at) => at);
const list: AbsentLine[] = [
  {
    ...{ personId: 'p1', name: "Ma'ruf Contoh", unitId: 'u1', unit: 'Dinas Contoh', employer: 'Contoh' },
    ...{ category: 'pns', standing: 'excused', reason: 'sakit' },
  },
  {
    ...{ personId: 'p2', name: 'Siti Contoh', unitId: 'u1', unit: 'Dinas Contoh', employer: 'Contoh' },
    ...{ category: 'non-asn', standing: 'unrecorded', reason: null },
  },
];

describe('the commitment to the list of the absent', () => {
  it('is what the format says', () => {
    expect(Buffer.from(canonicalJson(list)).toString()).toBe(vectors.get('absent-list'));
    expect(absentCommitment(salt, list)).toBe(vectors.get('absent-commitment'));
  });

  it('changes with every word and with the salt, so that no list can be tried', () => {
    const other = list.map((one) => ({ ...one, reason: null }));
    expect(absentCommitment(salt, other)).not.toBe(absentCommitment(salt, list));
    expect(absentCommitment(new Uint8Array(32), list)).not.toBe(absentCommitment(salt, list));
  });
});
