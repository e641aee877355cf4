import type { RunStep } from '../../ceremonies/index.ts';
import type { PledgeText } from '../../verify/index.ts';
import { fit, fitList, type Room, type Size } from './fit.ts';

/** What one picture of the screen shows. `id` names it in the moves of the screen, whatever stands before it. */
export type Card =
  | {
      id: 'title' | 'missing' | 'sign' | 'counts' | 'end';
      kind: 'title' | 'missing' | 'sign' | 'counts' | 'end';
    }
  | ({ id: string; kind: 'basis'; entries: string[]; size: Size } & Part)
  | ({ id: string; kind: 'text'; passage: Passage; point: number; text: string; size: Size } & Part)
  | { id: string; kind: 'act'; step: RunStep['step']; title: string; who: string };

/** A passage of the pledge; the title of the text is the first of them. `point` is its number, 0 for the others. */
export type Passage = 'title' | 'opener' | 'point' | 'closing';

interface Part {
  part: number;
  parts: number;
}

/** Beside a point stands its number. Heights leave the head and foot of the picture free. */
const ROOM: Record<Passage, Room> = {
  title: { width: 90, height: 36 },
  opener: { width: 90, height: 40 },
  point: { width: 80, height: 40 },
  closing: { width: 90, height: 40 },
};
const LIST: Room = { width: 90, height: 40 };
export const LIST_GAP = 2;

/**
 * The pictures of a ceremony in the order of its run sheet. What a run sheet leaves out (the reading, the signing, the
 * end) stands in its usual place all the same.
 * @param pledge null where no text is pinned: the screen says so and shows none
 */
export function cardsOf(of: {
  pledge: PledgeText | null;
  bases: readonly string[];
  runSheet: readonly RunStep[];
}): Card[] {
  const reading = of.pledge ? textCards(of.pledge) : [plain('missing')];
  const steps = of.runSheet.map(({ step }) => step);
  const cards = [plain('title'), ...basisCards(of.bases)];
  if (!steps.includes('reading')) cards.push(...reading);
  for (const [index, step] of of.runSheet.entries()) {
    const again = steps.indexOf(step.step) < index;
    if (step.step === 'closing' && !again && !steps.includes('all-sign'))
      cards.push(plain('sign'), plain('counts'));
    cards.push(...runCards(step, index, again, reading));
  }
  if (!steps.includes('closing')) {
    if (!steps.includes('all-sign')) cards.push(plain('sign'), plain('counts'));
    cards.push(plain('end'));
  }
  return cards;
}

/** Of a step that stands twice, only what has words of its own is shown again. */
function runCards(run: RunStep, index: number, again: boolean, reading: readonly Card[]): readonly Card[] {
  const { step, title, who } = run;
  if (step === 'opening') return [];
  if (step === 'reading') return again ? [] : reading;
  if (step === 'all-sign') return again ? [] : [plain('sign'), plain('counts')];
  if (step === 'closing') return again ? [] : [plain('end')];
  return [{ id: `act-${index + 1}`, kind: 'act', step, title, who }];
}

function textCards({ title, opener, points, closing }: PledgeText): Card[] {
  return [
    ...passageCards('title', 0, title),
    ...passageCards('opener', 0, opener),
    ...points.flatMap((text, index) => passageCards('point', index + 1, text)),
    ...passageCards('closing', 0, closing),
  ];
}

function passageCards(passage: Passage, point: number, whole: string): Card[] {
  if (whole === '') return [];
  const fitted = fit(whole, ROOM[passage]);
  const name = passage === 'point' ? `point-${point}` : passage;
  return fitted.map(({ text, size }, index) => ({
    ...{ id: `${name}.${index + 1}`, kind: 'text', passage, point, text, size },
    ...{ part: index + 1, parts: fitted.length },
  }));
}

function basisCards(bases: readonly string[]): Card[] {
  const screens = fitList(bases, LIST, LIST_GAP);
  return screens.map(({ entries, size }, index) => ({
    ...{ id: `basis.${index + 1}`, kind: 'basis', entries, size },
    ...{ part: index + 1, parts: screens.length },
  }));
}

function plain(kind: 'title' | 'missing' | 'sign' | 'counts' | 'end'): Card {
  return { id: kind, kind };
}
