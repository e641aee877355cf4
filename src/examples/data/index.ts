import { babel } from './babel.ts';
import { gumas } from './gumas.ts';
import { kalteng } from './kalteng.ts';
import { kobar } from './kobar.ts';
import { metro } from './metro.ts';
import type { Example } from './types.ts';

export const EXAMPLES: readonly Example[] = [kobar, babel, gumas, kalteng, metro];
