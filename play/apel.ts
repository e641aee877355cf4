import type { Counts, Trial } from '../trials/kit/trial.ts';
export async function apel(trial: Trial): Promise<Counts> {
  trial.say('');
  return {};
}
