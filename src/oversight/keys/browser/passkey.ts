import { fromText, randomBytes, toText } from '../../seal/index.ts';

/** WebAuthn's `prf`: a passkey's own answer to our salt, the same each time, which never leaves this browser. */
interface PrfResults {
  prf?: { enabled?: boolean; results?: { first?: ArrayBuffer } };
}

export interface PasskeySecret {
  credential: string;
  salt: Uint8Array;
  prf: Uint8Array;
}

export function mayHavePasskey(): boolean {
  return window.isSecureContext && typeof window.PublicKeyCredential === 'function';
}

/** Null where this passkey or browser knows no `prf`. @throws DOMException where the person would not, or could not */
export async function makePasskey(name: string): Promise<PasskeySecret | null> {
  const salt = randomBytes(32);
  const made = (await navigator.credentials.create({
    publicKey: {
      rp: { name: 'Ikrar' },
      user: { id: randomBytes(16), name, displayName: name },
      challenge: randomBytes(32),
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      extensions: { prf: { eval: { first: salt } } },
    },
  } as unknown as CredentialCreationOptions)) as PublicKeyCredential;
  const { prf } = made.getClientExtensionResults() as PrfResults;
  if (!prf?.enabled) return null;
  const credential = toText(new Uint8Array(made.rawId));
  const first = prf.results?.first ?? (await asked([{ credential, salt }]))?.first;
  return first ? { credential, salt, prf: new Uint8Array(first) } : null;
}

/** The secret of one of these passkeys, as the person chooses. @throws DOMException */
export async function usePasskey(
  ways: readonly { credential: string; salt: string }[],
): Promise<{ credential: string; prf: Uint8Array } | null> {
  const found = await asked(ways.map(({ credential, salt }) => ({ credential, salt: fromText(salt) })));
  return found ? { credential: found.credential, prf: new Uint8Array(found.first) } : null;
}

async function asked(ways: readonly { credential: string; salt: Uint8Array }[]) {
  const evalByCredential = Object.fromEntries(
    ways.map(({ credential, salt }) => [credential, { first: salt }]),
  );
  const used = (await navigator.credentials.get({
    publicKey: {
      challenge: randomBytes(32),
      userVerification: 'required',
      allowCredentials: ways.map(({ credential }) => ({ type: 'public-key', id: fromText(credential) })),
      extensions: { prf: { evalByCredential } },
    },
  } as unknown as CredentialRequestOptions)) as PublicKeyCredential;
  const first = (used.getClientExtensionResults() as PrfResults).prf?.results?.first;
  return first ? { credential: toText(new Uint8Array(used.rawId)), first } : null;
}
