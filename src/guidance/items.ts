import type { Cited } from './topic.ts';

/** The seven code-of-ethics and thirteen discipline items of the joint decree of 2022, Lampiran II. */
export type ItemId = `KE${1 | 2 | 3 | 4 | 5 | 6 | 7}` | `D${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13}`;
