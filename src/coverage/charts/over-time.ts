/** Signatures of one calendar day. */
export interface Day {
  readonly day: string;
  readonly signed: number;
}

export interface Point extends Day {
  /** All signatures up to the end of this day. */
  readonly sum: number;
}

/** At most `most` steps of equal length, each with the signatures of its days; the last ends on the last day. */
export function pointsOf(days: readonly Day[], most = 60): Point[] {
  const sorted = [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return [];
  const length = numberOf(last.day) - numberOf(first.day) + 1;
  const step = Math.ceil(length / most);
  const points: Point[] = [];
  let sum = 0;
  let at = 0;
  for (
    let end = numberOf(last.day) - (Math.ceil(length / step) - 1) * step;
    end <= numberOf(last.day);
    end += step
  ) {
    let signed = 0;
    for (let next = sorted[at]; next && numberOf(next.day) <= end; next = sorted[at]) {
      signed += next.signed;
      at += 1;
    }
    sum += signed;
    points.push({ day: dayOf(end), signed, sum });
  }
  return points;
}

const DAY = 86_400_000;

function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

function dayOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}
