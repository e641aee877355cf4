import { readFileSync } from 'node:fs';

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessMark {
  readonly pid: number;
  /** Clock ticks from boot to its start, as in /proc/PID/stat field 22; '' where there is no /proc. */
  readonly started: string;
}

/** The mark of this process. */
export function ownMark(): ProcessMark {
  return markOf(process.pid);
}

/** True while that very process runs. A zombie does not run: it only waits to be reaped. */
export function isRunning(mark: ProcessMark): boolean {
  const now = stat(mark.pid);
  if (now === null) return mark.started === '' && answersSignals(mark.pid);
  return now.state !== 'Z' && now.state !== 'X' && (mark.started === '' || now.started === mark.started);
}

/** The words a process was started with; null when it is gone or not ours to look at. */
export function commandLine(pid: number): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return null;
  }
}

/** The mark of the process that has this number now. */
export function markOf(pid: number): ProcessMark {
  return { pid, started: stat(pid)?.started ?? '' };
}

/** Sends a signal; a process that is gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Looks every 25 ms. @returns whether it became true within the time */
export async function eventually(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (!condition()) {
    if (performance.now() > end) return false;
    await pause(25);
  }
  return true;
}

/** Resolves after that time. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function stat(pid: number): { state: string; started: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is the command in brackets and may hold anything, brackets and blanks too.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', started: fields[19] ?? '' };
  } catch {
    return null;
  }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
