import type { Confidence, IsoDate } from '../types.ts';
import type { Stated, Text } from '../violations/stated.ts';

export type HolidayKind = 'national' | 'joint-leave' | 'vote' | 'local';

export interface Holiday {
  readonly date: IsoDate;
  readonly kind: HolidayKind;
  readonly name: Text;
  /** Absent: that of its year, or of whoever added a local day. */
  readonly confidence?: Confidence;
}

/** The holidays of one year as the government set them, or the plain statement that they are not known here. */
export type HolidayYear =
  | ({
      readonly year: number;
      readonly known: true;
      /** The joint decree of three ministers, as printed, with its changes. */
      readonly decree: string;
      readonly days: readonly Holiday[];
      readonly note?: Text;
    } & Stated)
  | { readonly year: number; readonly known: false };
