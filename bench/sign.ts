import type { Bench } from './kit/report.ts';
export async function benchSign(_: Bench): Promise<void> {}
