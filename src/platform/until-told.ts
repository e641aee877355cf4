/** Ctrl-C, SIGTERM, a closed terminal, or the end of the process that started us. */
export function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    process.on('disconnect', () => resolve());
    // npm that is killed tells nobody; its child then finds another parent.
    if (process.env.npm_lifecycle_event) whenOrphaned(process.ppid, resolve);
  });
}

function whenOrphaned(parent: number, then: () => void): void {
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, 500);
  timer.unref();
}
