import type { Platform } from '../platform/platform.ts';

export async function exampleRelease(_platform: Platform): Promise<void> {}
