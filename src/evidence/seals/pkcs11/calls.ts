import { SealFault } from '../fault.ts';
import { attributes, CKF_SERIAL_SESSION, CKR, CKU_USER } from './codes.ts';
import { type Attribute, type Call, CryptokiFault } from './library.ts';

/** A CK_ULONG in memory. */
function ulong(value: number | bigint = 0): Buffer {
  const memory = Buffer.alloc(8);
  memory.writeBigUInt64LE(BigInt(value));
  return memory;
}

const NAME_LENGTH = 32;
const TOKEN_INFO_LENGTH = 512;

/** The slot of the token with this label, or null while it is not there. */
export async function slotOf(call: Call, token: string): Promise<bigint | null> {
  const count = ulong();
  await call('C_GetSlotList', 1, null, count);
  // One place more than counted, for a token put in meanwhile.
  const slots = Buffer.alloc(8 * (Number(count.readBigUInt64LE()) + 1));
  count.writeBigUInt64LE(BigInt(slots.length / 8));
  await call('C_GetSlotList', 1, slots, count);
  for (let i = 0; i < Number(count.readBigUInt64LE()); i += 1) {
    const slot = slots.readBigUInt64LE(8 * i);
    const info = Buffer.alloc(TOKEN_INFO_LENGTH);
    const present = await call('C_GetTokenInfo', slot, info).then(() => true, lostToken);
    if (present && info.toString('utf8', 0, NAME_LENGTH).trimEnd() === token) return slot;
  }
  return null;
}

function lostToken(error: unknown): false {
  if (error instanceof CryptokiFault) return false;
  throw error;
}

export async function openSession(call: Call, slot: bigint): Promise<bigint> {
  const session = ulong();
  await call('C_OpenSession', slot, CKF_SERIAL_SESSION, null, null, session);
  return session.readBigUInt64LE();
}

/** Logs in for all sessions of this process. @throws CryptokiFault */
export async function login(call: Call, session: bigint, pin: string): Promise<void> {
  const bytes = Buffer.from(pin, 'utf8');
  try {
    await call('C_Login', session, CKU_USER, bytes, bytes.length);
  } catch (error) {
    if (!(error instanceof CryptokiFault) || error.code !== CKR.USER_ALREADY_LOGGED_IN) throw error;
  } finally {
    bytes.fill(0);
  }
}

/** The one object of this class and label. @throws SealFault for none or several */
export async function objectOf(call: Call, session: bigint, kind: number, label: string): Promise<bigint> {
  const name = Buffer.from(label, 'utf8');
  const template: Attribute[] = [
    { type: attributes.class, value: ulong(kind), length: 8 },
    { type: attributes.label, value: name, length: name.length },
  ];
  const [found, count] = [Buffer.alloc(16), ulong()];
  await call('C_FindObjectsInit', session, template, template.length);
  await call('C_FindObjects', session, found, 2, count).finally(() => call('C_FindObjectsFinal', session));
  const number = Number(count.readBigUInt64LE());
  if (number === 1) return found.readBigUInt64LE();
  throw new SealFault(`the token holds ${number === 0 ? 'no key' : 'several keys'} with the label ${label}`);
}

export async function attributeOf(
  call: Call,
  session: bigint,
  object: bigint,
  type: number,
): Promise<Buffer> {
  const asked: Attribute[] = [{ type, value: null, length: 0 }];
  await call('C_GetAttributeValue', session, object, asked, 1);
  const value = Buffer.alloc(Number(asked[0]!.length));
  await call('C_GetAttributeValue', session, object, [{ type, value, length: value.length }], 1);
  return value;
}

/** Two calls that belong together: nothing else may use the session between them. */
export async function signWith(
  call: Call,
  session: bigint,
  key: bigint,
  mechanism: number,
  data: Buffer,
): Promise<Buffer> {
  const signature = Buffer.alloc(1024);
  const length = ulong(signature.length);
  await call('C_SignInit', session, { mechanism, parameter: null, length: 0 }, key);
  await call('C_Sign', session, data, data.length, signature, length);
  return signature.subarray(0, Number(length.readBigUInt64LE()));
}
