import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { digestOf } from '../papers/digest.ts';
import { DESTINATIONS, type HandOff, missingIn } from './package.ts';

const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const Text = z.string().max(20_000);
const Line = z.string().max(300);
const Mode = z.enum(['identified', 'confidential', 'anonymous', 'staff']);
const Schema = z.strictObject({
  format: z.literal('ikrar/hand-off/v1'),
  destination: z.enum(DESTINATIONS),
  made: Day,
  from: z.strictObject({ agency: Line, unit: Line.nullable(), example: z.boolean() }),
  case: z.strictObject({
    code: z.string().regex(/^[0-9a-z]{16}$/),
    origin: z.enum(['report', 'finding']),
    arrived: Day,
    stage: Line,
  }),
  reported: z.strictObject({
    name: Line,
    post: Line,
    unit: Line,
    nip: z.string().regex(/^(\d{18})?$/),
    nik: z.string().regex(/^(\d{16})?$/),
  }),
  facts: z.strictObject({ what: Text, when: Line, where: Line, how: Text }),
  acts: z.array(z.strictObject({ item: Line, words: Text, actOn: Line, level: Line, bases: z.array(Line) })),
  steps: z.array(z.strictObject({ day: Day, what: Line, words: Line, basis: z.array(Line) })),
  clocks: z.array(z.strictObject({ clock: Line, words: Text, from: Day, due: Day, state: Line })),
  evidence: z.array(
    z.strictObject({
      name: Line,
      type: Line,
      length: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      stripped: z.boolean(),
    }),
  ),
  reporter: z.union([
    z.strictObject({ mode: Mode, leftOut: z.literal(true) }),
    z.strictObject({ mode: Mode, name: Line, contact: Line }),
  ]),
  missing: z.array(Line),
});

export type PackageFault = 'not-a-zip' | 'files' | 'sums' | 'json' | 'missing';

/** A package against its format: the three files and no other, sums that hold, every field, what is missing said. */
export function checkPackage(zip: Uint8Array): { handOff: HandOff } | { fault: PackageFault } {
  const files = unpacked(zip);
  if (!files) return { fault: 'not-a-zip' };
  if (Object.keys(files).sort().join(' ') !== 'SHA256SUMS baca.html paket.json') return { fault: 'files' };
  const sums = ['paket.json', 'baca.html'].map((name) => `${digestOf(files[name] as Uint8Array)}  ${name}\n`);
  if (strFromU8(files.SHA256SUMS as Uint8Array) !== sums.join('')) return { fault: 'sums' };
  const read = Schema.safeParse(parsed(strFromU8(files['paket.json'] as Uint8Array)));
  if (!read.success) return { fault: 'json' };
  const handOff = read.data as HandOff;
  return missingIn(handOff).join(' ') === handOff.missing.join(' ') ? { handOff } : { fault: 'missing' };
}

function unpacked(zip: Uint8Array): Record<string, Uint8Array> | null {
  try {
    return unzipSync(zip);
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
