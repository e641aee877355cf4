import type { Instrument } from './types.ts';

export interface Institution {
  readonly id: string;
  readonly name: string;
  readonly isExample: boolean;
}

/** The institutions of these identifiers that exist, under today's names. */
export type Institutions = (ids: readonly string[]) => Promise<readonly Institution[]>;

/** How often one institution's public texts cite an instrument. */
export interface CitedBy {
  readonly institution: Institution;
  /** Opened campaigns that name it among their bases. */
  readonly campaigns: number;
  /** Texts kept with ceremonies of opened campaigns. */
  readonly texts: number;
  /** Published releases. */
  readonly releases: readonly { readonly title: string; readonly href: string }[];
}

/** Who cites it on this installation, the institutions in the order of their names. */
export type CitedHere = (instrument: Instrument) => Promise<readonly CitedBy[]>;

/** What the pages of law ask of slices that stand below; given by the composition. */
export interface Neighbours {
  readonly institutions: Institutions;
  readonly citedHere: CitedHere;
}
