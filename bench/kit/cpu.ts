import { readdirSync, readFileSync } from 'node:fs';

/**
 * Processor seconds that a process and all below it have used since they began, as Linux counts them; null elsewhere.
 * On a machine that others use too, this says more than the clock on the wall.
 */
export function cpuSeconds(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const all = new Map<number, { parent: number; ticks: number }>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const found = statOf(name);
    if (found) all.set(Number(name), found);
  }
  const below = (one: number): number =>
    [...all].reduce(
      (sum, [child, { parent }]) => (parent === one ? sum + below(child) : sum),
      all.get(one)?.ticks ?? 0,
    );
  return below(pid) / 100;
}

export function parentOf(pid: number): number | null {
  return (process.platform === 'linux' && statOf(String(pid))?.parent) || null;
}

/** proc(5): behind the name in brackets stand state, parent, …; user and system time are the 14th and 15th field. */
function statOf(pid: string): { parent: number; ticks: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), ticks };
  } catch {
    return null;
  }
}
