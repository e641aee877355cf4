import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { codeLetters } from '../../../platform/codes.ts';
import { seal as sealThere, unseal } from '../../../platform/sealed.ts';
import { slipMark, unlockKey } from '../pack-key.ts';
import type { Pack, PackContents, PackPerson } from '../shapes.ts';
import { bound, itemsText, sendingText, statementText } from '../statement.ts';
import { fromText, toText, utf8 } from './bytes.ts';
import { macOf, makeDeviceKey, openPack } from './keys.ts';
import { findPeople, hasSigned, nextInOrder, slipCode, standingOf } from './people.ts';
import type { Entry } from './queue.ts';
import { openText, seal } from './seal.ts';
import { signQueue, signStatement } from './sign.ts';

const key = Buffer.alloc(32, 7);
const unlock = 'AB1D-EF0H-JKMN';
const tablet = '0192-contoh';

async function pack(): Promise<Pack> {
  const salt = Buffer.alloc(16, 3);
  const [rounds, expires] = [600_000, '2024-09-18T04:00:00.000Z'];
  const contents = JSON.stringify({ madeAt: 'contoh', people: [] });
  return {
    ...{
      format: 'ikrar/pack/v1',
      agency: 'fakfak',
      tablet,
      expires,
      rounds,
      salt: salt.toString('base64url'),
    },
    wrapped: sealThere(await unlockKey({ unlock, salt }), bound.key(tablet, rounds), key),
    sealed: sealThere(key, bound.pack(tablet, expires), contents),
  };
}

describe('the crypto of the browser and that of the server', () => {
  it('open the same pack by the same code, however it is spelled', async () => {
    const made = await pack();
    for (const typed of [unlock, ' ab1d ef0h jkmn', 'abIdefOhjkmn'])
      expect((await openPack(made, typed)).contents.madeAt, typed).toBe('contoh');
    await expect(openPack(made, 'AB1D-EF0H-JKM0')).rejects.toThrow();
    for (const change of [{ rounds: 600_001 }, { expires: '2025-09-18T04:00:00.000Z' }, { tablet: 'lain' }])
      await expect(openPack({ ...made, ...change }, unlock)).rejects.toThrow();
  });

  it('know the same slip and the same sealed item', async () => {
    const opened = await openPack(await pack(), unlock);
    expect(await macOf(opened, 'AAAA-BBBB-CCC1')).toBe(slipMark(key, 'AAAA-BBBB-CCC1'));
    const sealed = await seal(opened.seal, bound.item(tablet, 3), '{"kind":"contoh"}');
    expect(unseal(key, bound.item(tablet, 3), sealed)?.toString()).toBe('{"kind":"contoh"}');
    expect(unseal(key, bound.item(tablet, 4), sealed)).toBeNull();
    await expect(openText(opened.seal, bound.item('lain', 3), sealed)).rejects.toThrow();
  });

  it('agree on signatures of a statement and of a queue', async () => {
    const { privateKey, publicKey } = await makeDeviceKey();
    expect(privateKey.extractable).toBe(false);
    const there = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
    const holds = (text: string, signature: string) =>
      verify(
        'sha256',
        Buffer.from(text),
        { key: there, dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      );
    const said = {
      ...{
        agency: 'fakfak',
        campaign: 'c',
        text: 'ab',
        name: 'Jum’at Contoh',
        typedName: 'Jum’at',
        drawing: null,
      },
      ...{ at: '2024-09-18T01:02:03.004Z', seq: 2, device: tablet },
    };
    expect(holds(statementText(said), await signStatement(privateKey, said))).toBe(true);
    const items = [{ seq: 1, sealed: 'AAAA' }];
    const sent = await signQueue(privateKey, { agency: 'fakfak', tablet }, '2024-09-18T01:02:04.000Z', items);
    const digest = createHash('sha256').update(itemsText(items)).digest('hex');
    expect(holds(sendingText(sent, digest), sent.signature)).toBe(true);
    expect(holds(sendingText({ ...sent, tablet: 'lain' }, digest), sent.signature)).toBe(false);
  });

  it('write the same base64url', () => {
    for (const bytes of [Buffer.from([251, 255, 0]), Buffer.alloc(0), Buffer.from([1])]) {
      expect(toText(Uint8Array.from(bytes))).toBe(bytes.toString('base64url'));
      expect(Buffer.from(fromText(bytes.toString('base64url')))).toEqual(bytes);
    }
    expect(Buffer.from(utf8('’')).toString('hex')).toBe('e28099');
  });
});

const person = (id: string, name: string, change: Partial<PackPerson> = {}): PackPerson => ({
  ...{ id, name, unit: 'Dinas Contoh', employer: 'Instansi Contoh', lastFour: null, slip: null },
  ...{ signed: false, standing: null, ...change },
});
const list: Pick<PackContents, 'people' | 'order'> = {
  people: [
    person('a', "Ma'ruf Contoh"),
    person('b', 'Siti Contoh'),
    person('c', 'Jum’at Contoh', { signed: true }),
    ...Array.from({ length: 20 }, (_, i) => person(`x${i}`, `Umpamana ${i} Rekaan`)),
  ],
  order: { headFirst: true, persons: ['b', 'c', 'a', 'x1', 'x2'] },
};
const nobody = () => false;
const names = (people: PackPerson[]) => people.map(({ name }) => name);

describe('finding people', () => {
  it('names nobody before three letters, and ten at most', () => {
    for (const typed of ['', 'co', ' c o ', '...', '---'])
      expect(findPeople(list, typed, nobody), typed).toEqual([]);
    expect(findPeople(list, 'umpamana', nobody)).toHaveLength(10);
    expect(names(findPeople(list, 'MARUF', nobody))).toEqual(["Ma'ruf Contoh"]);
    expect(names(findPeople(list, "jum'at", nobody))).toEqual(['Jum’at Contoh']);
  });

  it('puts those of the order first, and those who are done last', () => {
    const done = ({ signed }: PackPerson) => signed;
    expect(findPeople(list, 'contoh', done).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(nextInOrder(list, done).map(({ id }) => id)).toEqual(['b', 'a', 'x1']);
  });

  it('reads a slip as it is scanned and as it is typed', () => {
    const code = 'QFDW-XC9F-1S57';
    for (const text of [code, 'qfdw xc9f 1s57', `https://ikrar.example/s/${code}`, `http://x:1/s/${code}?a`])
      expect(slipCode(text), text).toBe(code);
    for (const text of ['', 'Umpamana', 'https://ikrar.example/h/QFDW', `${code}0`])
      expect(slipCode(text), text).toBeNull();
  });
});

describe('what is known of one person', () => {
  const none = { signed: [], standings: {} };
  const siti = list.people[1] as PackPerson;
  const entry = (seq: number, state: Entry['state'], body: object): Entry =>
    ({ seq, state, receipt: null, code: null, body: { person: 'b', ...body } }) as Entry;

  it('has signed here, unless the server refused it', () => {
    const sign = { kind: 'sign' };
    expect(hasSigned(siti, [], none)).toBe(false);
    expect(hasSigned(siti, [entry(1, 'waiting', sign)], none)).toBe(true);
    expect(hasSigned(siti, [entry(1, 'refused', sign)], none)).toBe(false);
    expect(hasSigned(siti, [], { ...none, signed: ['b'] })).toBe(true);
  });

  it('stands as was said last: here until it is sent, then by the server', () => {
    const late = { kind: 'presence', standing: 'late' };
    const news = { ...none, standings: { b: 'excused' } };
    expect(standingOf(siti, [], none)).toBeNull();
    expect(standingOf(siti, [entry(1, 'waiting', late)], news)).toBe('late');
    expect(standingOf(siti, [entry(1, 'recorded', late)], none)).toBe('late');
    expect(standingOf(siti, [entry(1, 'recorded', late)], news)).toBe('excused');
    expect(standingOf(siti, [entry(1, 'refused', late)], none)).toBeNull();
  });
});

it('reads an unlock code in any spelling', () => {
  expect(codeLetters('o0-iIl1 xyz')).toBe('001111XYZ');
});
