import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cosign,
  formatWitnessVkey,
  parseWitnessVkey,
  verifyCosignatures,
  type WitnessKey,
  witnessKey,
} from './cosignature.ts';
import { refusal } from './fixtures/refusal.ts';
import type { FormatError } from './format-error.ts';
import { formatNote, parseNote, signatureLine } from './note.ts';
import { leastWitnesses, meetsQuorum, parsePolicy, requireWitnessed } from './policy.ts';
import { formatVkey, parseVkey, verifierKey } from './vkey.ts';

/** An Ed25519 key from 32 bytes that count up from `first`. */
function keyFrom(first: number) {
  const seed = Buffer.from(Array.from({ length: 32 }, (_, i) => (first + i) & 255));
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const raw = new Uint8Array(createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32));
  return { raw, sign: (bytes: Uint8Array) => sign(null, bytes, secret) };
}

function witnessFrom(first: number, name: string) {
  const { raw, sign } = keyFrom(first);
  return { key: witnessKey(name, raw), sign };
}

const read = (name: string) =>
  readFileSync(new URL(`../../docs/formats/${name}.md`, import.meta.url), 'utf8');
const vectors = new Map(
  [...read('witness').matchAll(/^```vector (\S+)\n(.*?)\n```$/gms)].map(([, name, text]) => [
    name as string,
    `${text}\n`,
  ]),
);
const vector = (name: string) => vectors.get(name) as string;
const headNote = vector('add-checkpoint').split('\n\n').slice(1).join('\n\n');
const bawaslu = witnessFrom(0x20, 'saksi.example/bawaslu');

describe('the vectors in docs/formats/witness.md', () => {
  it('are what the code makes', async () => {
    expect([...vectors.keys()].sort()).toEqual(
      ['add-checkpoint', 'cosignature', 'cosigned-text', 'policy', 'witness-vkey'].sort(),
    );
    expect(`${formatWitnessVkey(bawaslu.key)}\n`).toBe(vector('witness-vkey'));
    let signed: Uint8Array = new Uint8Array();
    const line = await cosign(parseNote(headNote).text, bawaslu.key, 1_726_617_600, (bytes) => {
      signed = bytes;
      return bawaslu.sign(bytes);
    });
    expect(Buffer.from(signed).toString('utf8')).toBe(vector('cosigned-text'));
    expect(signatureLine(line)).toBe(vector('cosignature'));
    expect(read('log')).toContain(headNote);
    const log = verifierKey('ikrar.example/contoh/gerakan-1', keyFrom(0).raw);
    expect(vector('policy').split('\n')[0]).toBe(`log ${formatVkey(log)}`);
  });

  it('verify when read from the document alone', () => {
    const key = parseWitnessVkey(vector('witness-vkey').trim());
    const note = parseNote(headNote + vector('cosignature'));
    expect(verifyCosignatures(note, [key])).toMatchObject([{ key, time: 1_726_617_600 }]);
    expect(requireWitnessed(formatNote(note), parsePolicy(vector('policy'))).map(({ name }) => name)).toEqual(
      ['bawaslu'],
    );
  });
});

describe('a key of a witness', () => {
  it('is no key of a log, nor the other way round', () => {
    const remora = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2';
    expect(formatWitnessVkey(parseWitnessVkey(remora))).toBe(remora);
    const log = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
    expect(refusal(() => parseVkey(remora))).toBe('bad-key');
    expect(refusal(() => parseWitnessVkey(log))).toBe('bad-key');
    for (const bad of ['', remora.replace('da77', 'da78'), `${remora}=`, ` ${remora}`, 'a+00000000+BA=='])
      expect(refusal(() => parseWitnessVkey(bad))).toBe('bad-key');
  });
});

describe('cosignatures', () => {
  const note = parseNote(headNote);
  const add = (...lines: typeof note.signatures) => ({ ...note, signatures: [...note.signatures, ...lines] });

  it('of unknown witnesses are passed over, and each witness counts once with its latest time', async () => {
    const other = witnessFrom(0x40, 'saksi.example/lain');
    const [early, late, foreign] = await Promise.all([
      cosign(note.text, bawaslu.key, 5, bawaslu.sign),
      cosign(note.text, bawaslu.key, 9, bawaslu.sign),
      cosign(note.text, other.key, 7, other.sign),
    ]);
    for (const lines of [
      [early, late, foreign],
      [late, foreign, early],
    ])
      expect(verifyCosignatures(add(...lines), [bawaslu.key])).toMatchObject([{ time: 9 }]);
    expect(verifyCosignatures(note, [bawaslu.key])).toEqual([]);
  });

  it('fail for every changed byte, for another text, and in a wrong length', async () => {
    const line = await cosign(note.text, bawaslu.key, 1_726_617_600, bawaslu.sign);
    const failing = (signature: Uint8Array) =>
      refusal(() => verifyCosignatures(add({ ...line, signature }), [bawaslu.key]));
    for (let at = 0; at < 72; at += 1) {
      const changed = Uint8Array.from(line.signature);
      changed[at] = (changed[at] as number) ^ 1;
      expect(failing(changed), `byte ${at}`).toBe('note-bad-signature');
    }
    for (const length of [0, 8, 64, 71])
      expect(failing(line.signature.slice(0, length))).toBe('note-bad-signature');
    const text = note.text.replace('\n3\n', '\n4\n');
    expect(refusal(() => verifyCosignatures({ ...add(line), text }, [bawaslu.key]))).toBe(
      'note-bad-signature',
    );
  });
});

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const keys = names.map((name, i) => witnessFrom(i + 1, `saksi.example/${name}`).key);
const lines = names.map((name, i) => `witness ${name} ${formatWitnessVkey(keys[i] as WitnessKey)}`);
const among = (which: string) => [...which].map((name) => keys[names.indexOf(name)] as WitnessKey);

describe('a policy', () => {
  it('of two levels, as in the example of the specification', () => {
    const text = [
      ...lines.slice(0, 3),
      'group X 2 a b c',
      '\t# the others',
      ...lines.slice(3),
      '  group\tY any d e f ',
      'group X-and-Y all X Y',
      '',
      'quorum X-and-Y',
    ].join('\n');
    const policy = parsePolicy(text);
    for (const enough of ['abd', 'bcf', 'abcdef'])
      expect(meetsQuorum(policy, among(enough)), enough).toBe(true);
    for (const few of ['', 'ab', 'def', 'ad', 'adef'])
      expect(meetsQuorum(policy, among(few)), few).toBe(false);
    expect(leastWitnesses(policy)).toBe(3);
  });

  it('of one witness, and of none', () => {
    const one = parsePolicy(`${lines[0]} https://saksi.example\nquorum a\n`);
    expect(one.witnesses[0]?.url).toBe('https://saksi.example');
    expect([meetsQuorum(one, among('a')), meetsQuorum(one, [])]).toEqual([true, false]);
    const none = parsePolicy('quorum none');
    expect([meetsQuorum(none, []), leastWitnesses(none)]).toEqual([true, 0]);
  });

  it.each([
    ['no quorum', lines[0]],
    ['two quorums', `${lines[0]}\nquorum a\nquorum a`],
    ['a quorum of nobody', `${lines[0]}\nquorum b`],
    ['a name twice', `${lines[0]}\n${lines[1]?.replace(' b ', ' a ')}\nquorum a`],
    ['a key twice', `${lines[0]}\n${lines[0]?.replace(' a ', ' b ')}\nquorum a`],
    ['a witness called none', `${lines[0]?.replace(' a ', ' none ')}\nquorum none`],
    ['a group before its members', `group g any a\n${lines[0]}\nquorum g`],
    ['a group of itself', `${lines[0]}\ngroup g any a g\nquorum g`],
    ['a member of two groups', `${lines[0]}\ngroup g any a\ngroup h any a\nquorum g`],
    ['a group of nobody', `${lines[0]}\ngroup g any\nquorum a`],
    ['more than all', `${lines[0]}\ngroup g 2 a\nquorum g`],
    ['less than one', `${lines[0]}\ngroup g 0 a\nquorum g`],
    ['an odd number', `${lines[0]}\ngroup g 01 a\nquorum g`],
    [
      'a key of a log as a witness',
      'witness a x+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\nquorum a',
    ],
    ['words too many', `${lines[0]} https://x y\nquorum a`],
    ['an unknown word', `${lines[0]}\nwitnesses a\nquorum a`],
    ['a carriage return', `${lines[0]}\r\nquorum a`],
    ['a broken character', `${lines[0]}\n# \ud800\nquorum a`],
  ])('with %s is refused', (_, text) => {
    expect(refusal(() => parsePolicy(text as string))).toBe('bad-policy');
  });

  it('names the line that it refuses', () => {
    const refused = (text: string) => {
      try {
        return parsePolicy(text);
      } catch (error) {
        return (error as FormatError).params;
      }
    };
    expect(refused(`${lines[0]}\n\nquorum b`)).toEqual({ line: '3' });
    expect(refused(lines[0] as string)).toEqual({ line: '0' });
  });

  it('may hold 64 witnesses and groups, and no more', () => {
    const many = Array.from({ length: 65 }, (_, i) => formatWitnessVkey(witnessFrom(i, `w${i}`).key));
    const witnesses = many.map((vkey, i) => `witness w${i} ${vkey}`);
    const groups = Array.from({ length: 65 }, (_, i) => `group g${i} any ${i === 0 ? 'w0' : `g${i - 1}`}`);
    const text = (n: number, m: number) =>
      [...witnesses.slice(0, n), ...groups.slice(0, m), 'quorum g0'].join('\n');
    expect(parsePolicy(text(64, 64)).groups).toHaveLength(64);
    expect(refusal(() => parsePolicy(text(65, 1)))).toBe('bad-policy');
    expect(refusal(() => parsePolicy(text(1, 65)))).toBe('bad-policy');
    expect(refusal(() => parsePolicy('#'.repeat(262_145)))).toBe('too-large');
  });

  it('is met exactly by k of n, and by every larger set', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.subarray(names), fc.subarray(names), (k, some, more) => {
        const policy = parsePolicy([...lines, `group g ${k} ${names.join(' ')}`, 'quorum g'].join('\n'));
        expect(meetsQuorum(policy, among(some.join('')))).toBe(some.length >= k);
        const all = [...new Set([...some, ...more])];
        if (meetsQuorum(policy, among(some.join(''))))
          expect(meetsQuorum(policy, among(all.join('')))).toBe(true);
        expect(leastWitnesses(policy)).toBe(k);
      }),
    );
  });

  it('of any text is read or refused, never anything else', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...lines,
        'group g 2 a b',
        'group h all g c',
        'quorum g',
        'quorum none',
        '# x',
        ' ',
        '\t',
      ),
      fc.string(),
    );
    const hostile = fc.array(piece).map((parts) => parts.join('\n'));
    fc.assert(
      fc.property(hostile, (text) => {
        expect(refusal(() => parsePolicy(text))).toMatch(/^(bad-policy|accepted)$/);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a head', () => {
  it('is witnessed only if its log has signed it too, where the policy names logs', async () => {
    const line = signatureLine(await cosign(parseNote(headNote).text, bawaslu.key, 1, bawaslu.sign));
    const policy = parsePolicy(vector('policy'));
    expect(requireWitnessed(headNote + line, policy)).toHaveLength(1);
    expect(refusal(() => requireWitnessed(headNote, policy))).toBe('quorum-not-met');
    const lain = formatVkey(verifierKey('ikrar.example/lain', keyFrom(0).raw));
    const other = parsePolicy(vector('policy').replace(/^log .*/, `log ${lain}`));
    expect(refusal(() => requireWitnessed(headNote + line, other))).toBe('note-unsigned');
  });
});
