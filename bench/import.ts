import type { Bench } from './kit/report.ts';
export async function benchImport(_: Bench): Promise<void> {}
