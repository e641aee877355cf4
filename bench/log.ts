import type { Bench } from './kit/report.ts';
export async function benchLog(_: Bench): Promise<void> {}
