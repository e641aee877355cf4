import type { IdRefusal } from './nip.ts';

/**
 * Numbers that stand in the wrong column. NIK and NPWP must not be stored (UU 27/2022, data minimisation), so they
 * are refused before anything keeps them, and the refusal does not repeat them.
 */
export function notANationalNumber(text: string, digits: string, local = false): IdRefusal | null {
  if (/^\d\d\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}$/.test(text)) return refusal('id.npwp');
  if (digits.length === 16) return refusal('id.nik');
  if (/^(?:0|62)8\d{8,11}$/.test(digits) && !/^0{2}/.test(digits)) return refusal('id.phone');
  if (local) return null;
  return digits.length === 9 || digits.length === 8 ? refusal('id.old-nip') : null;
}

function refusal(code: IdRefusal['code']): IdRefusal {
  return { ok: false, code, params: {} };
}
