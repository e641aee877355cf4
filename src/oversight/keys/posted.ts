import { z } from 'zod';
import { fromText, RANDOM_ID } from '../seal/index.ts';

/** What browsers send about keys: bytes as base64url; lengths are part of the format. */
const binary = (least: number, most = least) =>
  z
    .string()
    .regex(/^[\w-]*$/)
    .max(most * 2)
    .transform(fromText)
    .refine(({ length }) => length >= least && length <= most);

export const ID = z.string().regex(RANDOM_ID);
const KEY = binary(32);
/** Version, nonce, the seed with its tag. */
const CLOSED = binary(61);

const slow = z.strictObject({
  salt: z.string().regex(/^[\w-]{22}$/),
  memory: z.int().min(65_536).max(1_048_576),
  passes: z.int().min(3).max(16),
});
const passkey = z.strictObject({
  credential: z.string().regex(/^[\w-]{1,1400}$/),
  salt: z.string().regex(/^[\w-]{43}$/),
});

const NewWrap = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('passphrase'), params: slow, sealed: CLOSED }),
  z.strictObject({ way: z.literal('recovery'), params: slow, sealed: CLOSED }),
  z.strictObject({ way: z.literal('passkey'), params: passkey, sealed: CLOSED }),
  z.strictObject({
    way: z.literal('escrow'),
    params: z.strictObject({ holder: ID }),
    sealed: binary(1 + 32 + 4096 + 16),
  }),
]);
export type NewWrap = z.output<typeof NewWrap>;

export const Posted = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('make'),
    id: ID,
    sealPublic: KEY,
    signPublic: KEY,
    wraps: z.array(NewWrap).min(2).max(3),
  }),
  /** A new way, and those that it takes the place of. */
  z.strictObject({ act: z.literal('wrap'), keyId: ID, wrap: NewWrap, ends: z.array(ID).max(5) }),
  z.strictObject({ act: z.literal('end'), keyId: ID, wrapId: ID }),
]);
export type Posted = z.output<typeof Posted>;
