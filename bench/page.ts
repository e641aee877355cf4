import type { Bench } from './kit/report.ts';
export async function benchPage(_: Bench): Promise<void> {}
