import type { Person } from '../person.ts';

export const PAGE = 50;

/** Which part of the roster the reader asked for. */
export interface Asked {
  search: string;
  unitId: string;
  category: Person['category'] | null;
  page: number;
  /** Under three letters nothing is searched. */
  tooShort: boolean;
}
