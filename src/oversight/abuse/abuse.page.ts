import { answerJson } from '../../platform/http/respond.tsx';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { puzzleFor } from './admit.ts';
import { KINDS, type Kind, MAX_WEIGHT } from './puzzle.ts';

/** Asks no database: what a flood costs here is one hash. */
export function abusePages(app: App, platform: Platform): void {
  app.get(urls.reportPuzzle, (c) => {
    const { untuk, lembaga = '-', berat = '1' } = c.req.query();
    const weight = Number(berat);
    const isGood = KINDS.includes(untuk as Kind) && /^[\w.-]{1,100}$/.test(lembaga);
    if (!isGood || !/^[1-9]\d?$/.test(berat) || weight > MAX_WEIGHT) throw new Refusal('abuse.noProof', 400);
    const { token, bits } = puzzleFor(platform, untuk as Kind, lembaga, weight);
    return answerJson(c, { token, bits });
  });
}
