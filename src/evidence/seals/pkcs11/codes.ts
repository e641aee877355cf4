/** Numbers of PKCS#11 v2.40 (OASIS), as far as a seal needs them. */
export const CKO_PUBLIC_KEY = 2;
export const CKO_PRIVATE_KEY = 3;
export const CKM_RSA_PKCS = 0x0001;
export const CKM_ECDSA = 0x1041;
export const CKU_USER = 1;
export const CKF_SERIAL_SESSION = 4;
export const CKF_OS_LOCKING_OK = 2;

export const attributes = {
  class: 0x000,
  label: 0x003,
  modulus: 0x120,
  publicExponent: 0x122,
  ecParams: 0x180,
  ecPoint: 0x181,
} as const;

/** Places in CK_FUNCTION_LIST behind its version. */
export const functions = {
  C_Initialize: 0,
  C_Finalize: 1,
  C_GetSlotList: 4,
  C_GetTokenInfo: 6,
  C_OpenSession: 12,
  C_CloseSession: 13,
  C_Login: 18,
  C_GetAttributeValue: 24,
  C_FindObjectsInit: 26,
  C_FindObjects: 27,
  C_FindObjectsFinal: 28,
  C_SignInit: 42,
  C_Sign: 43,
} as const;
export type FunctionName = keyof typeof functions;

export const CKR = {
  OK: 0x000,
  GENERAL_ERROR: 0x005,
  FUNCTION_FAILED: 0x006,
  DEVICE_ERROR: 0x030,
  DEVICE_REMOVED: 0x032,
  KEY_HANDLE_INVALID: 0x060,
  OBJECT_HANDLE_INVALID: 0x082,
  PIN_INCORRECT: 0x0a0,
  PIN_LOCKED: 0x0a4,
  SESSION_CLOSED: 0x0b0,
  SESSION_HANDLE_INVALID: 0x0b3,
  TOKEN_NOT_PRESENT: 0x0e0,
  TOKEN_NOT_RECOGNIZED: 0x0e1,
  USER_ALREADY_LOGGED_IN: 0x100,
  USER_NOT_LOGGED_IN: 0x101,
  CRYPTOKI_NOT_INITIALIZED: 0x190,
  CRYPTOKI_ALREADY_INITIALIZED: 0x191,
} as const;

/** After these another session may do better: the token was taken away, or forgot us. */
export const LOST: readonly number[] = [
  ...[CKR.GENERAL_ERROR, CKR.FUNCTION_FAILED, CKR.DEVICE_ERROR, CKR.DEVICE_REMOVED, CKR.KEY_HANDLE_INVALID],
  ...[CKR.OBJECT_HANDLE_INVALID, CKR.SESSION_CLOSED, CKR.SESSION_HANDLE_INVALID, CKR.TOKEN_NOT_PRESENT],
  ...[CKR.TOKEN_NOT_RECOGNIZED, CKR.USER_NOT_LOGGED_IN, CKR.CRYPTOKI_NOT_INITIALIZED],
];

export function nameOf(code: number): string {
  const known = Object.entries(CKR).find(([, number]) => number === code)?.[0];
  return known ? `CKR_${known}` : `CKR 0x${code.toString(16)}`;
}
