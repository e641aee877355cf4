import { keysLog } from './log.ts';
import { keysRoot } from './root.ts';
import { keysSeal } from './seal.ts';

export const keysCommands = [keysRoot, keysLog, keysSeal] as const;
