/** Every answer leaves at a whole beat after its question came: what was found does not show in how long it took. */
export function beat(everyMs: number): { next(): Promise<void> } {
  const began = performance.now();
  return {
    async next() {
      const took = performance.now() - began;
      const due = Math.ceil((took + 1) / everyMs) * everyMs;
      await new Promise((resolve) => setTimeout(resolve, due - took));
    },
  };
}
