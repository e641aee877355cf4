/**
 * Does `work` again and again while the process lives, never twice at once. `stop` ends that, after the round under
 * way. @param work tells itself what went wrong: it never rejects
 */
export function rounds(work: () => Promise<unknown>, everyMs: number): { stop(): Promise<void> } {
  let running: Promise<unknown> | undefined;
  const round = () => {
    running ??= work().finally(() => {
      running = undefined;
    });
  };
  const timer = setInterval(round, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
