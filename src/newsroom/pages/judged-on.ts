import type { DraftRecord } from '../checker/index.ts';

/** The day by which the law is judged, and why that day. */
export interface JudgedOn {
  readonly date: string;
  readonly because: 'asked' | 'event' | 'letter' | 'today';
}

/** What was asked, else the event's own day, else the letter's, else today. */
export function judgedOn(asked: string | undefined, record: DraftRecord, today: string): JudgedOn {
  if (asked) return { date: asked, because: 'asked' };
  const event = record.dateResolved?.value;
  if (typeof event === 'string') return { date: event, because: 'event' };
  const letter = (record.letter?.value as { date?: string } | undefined)?.date;
  return letter ? { date: letter, because: 'letter' } : { date: today, because: 'today' };
}
