import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const EVERY = 16;

/**
 * For the command alone: V8 sizes its heap by the machine and clears it late, so that a load of megabytes at a time would
 * hold hundreds. Every sixteenth part it is cleared, for about a hundredth of the time. @returns to be called for each part
 */
export function createTidying(): () => void {
  setFlagsFromString('--expose-gc');
  const clear = runInNewContext('gc') as () => void;
  let parts = 0;
  return () => {
    parts += 1;
    if (parts % EVERY === 0) clear();
  };
}
