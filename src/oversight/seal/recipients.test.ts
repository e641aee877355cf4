import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  newSeed,
  nextStatement,
  type RecipientRole,
  recipientsOf,
  type SignedStatement,
  type StaffKey,
  type Statement,
  signStatement,
  staffKey,
  statementOf,
  toText,
  utf8,
} from './index.ts';

const AT = '2024-09-18T00:15:00.000Z';
let keys: StaffKey[];
beforeAll(async () => {
  keys = await Promise.all(Array.from({ length: 3 }, () => staffKey(newSeed())));
});

function next(
  rows: SignedStatement[],
  change: 'add' | 'end',
  who: number,
  role: RecipientRole,
  by: number,
  more: Partial<Statement> = {},
): SignedStatement[] {
  const { seal, sign } = keys[who] as StaffKey;
  const about = {
    agency: 'a',
    at: AT,
    change,
    keyId: `k${who}`,
    accountId: `p${who}`,
    role,
    label: `Orang ${who}`,
  };
  const publics = { sealPublic: toText(seal.publicKey), signPublic: toText(sign.publicKey) };
  const statement = { ...nextStatement(rows, { ...about, ...publics }), ...more };
  const privateKey = (keys[by] as StaffKey).sign.privateKey;
  return [...rows, signStatement(statement, { keyId: `k${by}`, privateKey })];
}
const holds = (rows: SignedStatement[]) => {
  try {
    return recipientsOf('a', rows).map(({ keyId, role }) => `${keyId} ${role}`);
  } catch (error) {
    return String((error as Error).message);
  }
};
const two = () => next(next([], 'add', 0, 'recipient', 0), 'add', 1, 'recipient', 0);

describe('the list of recipients', () => {
  it('is empty without statements, and grows and shrinks by those in it', () => {
    expect(holds([])).toEqual([]);
    expect(holds(two())).toEqual(['k0 recipient', 'k1 recipient']);
    expect(holds(next(next(two(), 'add', 2, 'decider', 1), 'end', 0, 'recipient', 1))).toEqual([
      'k1 recipient',
      'k2 decider',
    ]);
  });

  it.each<[string, () => SignedStatement[]]>([
    ['the first signed by another', () => next([], 'add', 0, 'recipient', 1)],
    ['the first as decider', () => next([], 'add', 0, 'decider', 0)],
    ['the first an ending', () => next([], 'end', 0, 'recipient', 0)],
    ['one who adds themselves', () => next(two(), 'add', 2, 'recipient', 2)],
    ['one who is decider alone', () => next(next(two(), 'add', 2, 'decider', 0), 'add', 2, 'custodian', 2)],
    ['one who was ended', () => next(next(two(), 'end', 0, 'recipient', 1), 'add', 2, 'recipient', 0)],
    ['the last one ended', () => next(next([], 'add', 0, 'recipient', 0), 'end', 0, 'recipient', 0)],
    ['twice the same', () => next(two(), 'add', 1, 'recipient', 0)],
    ['ended who was not there', () => next(two(), 'end', 2, 'recipient', 0)],
    ['a key under another id', () => next(two(), 'add', 2, 'decider', 0, { keyId: 'k1' })],
    ['another institution', () => next(two(), 'add', 2, 'decider', 0, { agency: 'b' })],
    ['a gap', () => next(two(), 'add', 2, 'decider', 0, { serial: 3 })],
    ['another one before', () => next(two(), 'add', 2, 'decider', 0, { previous: toText(newSeed()) })],
    ['a time before', () => next(two(), 'add', 2, 'decider', 0, { at: '2024-09-17T00:15:00.000Z' })],
    ['without the first', () => two().slice(1)],
    ['the other way round', () => two().reverse()],
    [
      'a signature of another row',
      () => {
        const rows = next(two(), 'add', 2, 'decider', 0);
        return rows.with(2, {
          ...(rows[2] as SignedStatement),
          signature: (rows[1] as SignedStatement).signature,
        });
      },
    ],
    ['a row that only stands there', () => [...two(), { ...(two()[1] as SignedStatement) }]],
  ])('holds for nobody with %s', (_, rows) => {
    expect(holds(rows())).toBe('bad-chain');
  });

  it('holds for nobody with any byte changed', () => {
    const rows = next(two(), 'add', 2, 'decider', 0);
    const row = fc.nat({ max: 2 });
    fc.assert(
      fc.property(
        row,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        (n, place, flip, inStatement) => {
          const part = inStatement ? 'statement' : 'signature';
          const one = rows[n] as SignedStatement;
          const at = place % one[part].length;
          const changed = { ...one, [part]: one[part].with(at, (one[part][at] as number) ^ flip) };
          expect(holds(rows.with(n, changed))).toBe('bad-chain');
        },
      ),
      { numRuns: 80 },
    );
  });

  it('reads a statement in one spelling alone', () => {
    const text = Buffer.from((two()[0] as SignedStatement).statement).toString();
    expect(statementOf(utf8(text)).keyId).toBe('k0');
    for (const other of [
      ` ${text}`,
      text.replace(',', ', '),
      text.replace('}', ',"x":1}'),
      text.replace('Orang', 'Or\\u0061ng'),
      '{}',
      '[]',
      'null',
    ])
      expect(() => statementOf(utf8(other))).toThrow('bad-chain');
  });
});
