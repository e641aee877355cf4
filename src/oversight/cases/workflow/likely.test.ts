import { describe, expect, it } from 'vitest';
import { ruleOf, type Step, stageOf, WHATS, type What } from '../stages.ts';
import { historyOf } from './history.ts';
import { likelyNext } from './likely.ts';
import { possibleNext } from './may-follow.ts';

const levels = (level: string) => ({ levels: [{ level, confidence: 'verified' }] });

/** Follows the advice alone. */
function advised(act: Record<string, unknown>, head = false): What[] {
  const steps: Step[] = [];
  const add = (what: What, data = {}) => {
    const stage = ruleOf(what).to ?? stageOf(steps);
    steps.push({
      ...{ n: steps.length, what, stage, data, basis: [] },
      ...{ onDate: '2024-10-01', by: 'account:a', at: new Date(0) },
    });
  };
  add('received');
  if (head) add('accused', { head: true });
  for (let turn = 0; turn < 30; turn += 1) {
    const what = likelyNext(historyOf(steps), possibleNext(steps, WHATS));
    if (!what || what === 'reopened') break;
    add(what, what === 'classified' ? act : what === 'routed' ? { to: 'ministry' } : {});
  }
  return steps.map(({ what }) => what);
}

describe('the step that is shown first', () => {
  it('leads a severe case by its team, summons and hearing to its end', () => {
    const way = advised(levels('berat'));
    for (const what of ['team-formed', 'summoned-1', 'examined', 'decided', 'effective'] as const)
      expect(way).toContain(what);
    expect(way.at(-1)).toBe('closed');
  });

  it('leads a moral one past what is for discipline', () => {
    const way = advised(levels('moral'));
    expect(way).not.toContain('summoned-1');
    expect(way).not.toContain('recorded-in-idis');
    expect(way.at(-1)).toBe('closed');
  });

  it('sends a case against the head upwards before anything else inside', () => {
    const way = advised(levels('berat'), true);
    expect(way.indexOf('routed')).toBe(way.indexOf('taken-up') + 1);
  });
});
