import type { SealedRecord } from '../../../verify/index.ts';

const GROUPS = { nip: [8, 6, 1, 3], 'ni-pppk': [8, 4, 2, 1, 3] } as const;

/** `19850312 201001 1 005`: birth date, start, sex, serial; a PPPK's `19900615 2021 21 2 903`. A local number as it is. */
export function grouped({ idKind, idNumber }: SealedRecord['person']): string {
  if (idKind === 'local') return idNumber;
  let text = '';
  let from = 0;
  for (const digits of GROUPS[idKind]) {
    text += (from === 0 ? '' : ' ') + idNumber.slice(from, from + digits);
    from += digits;
  }
  return text;
}
