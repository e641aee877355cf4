/**
 * When each step begins, 'HH:MM' of the place, from the start and the minutes of the steps before it. null from the
 * first step whose beginning nobody can know: no start is planned, or a step before it has no minutes.
 */
export function stepTimes(
  startsAt: string | null,
  steps: readonly { minutes: number | null }[],
): (string | null)[] {
  let at = startsAt === null ? null : minutesOf(startsAt);
  return steps.map(({ minutes }) => {
    const begins = at;
    at = at === null || minutes === null ? null : at + minutes;
    return begins === null ? null : clock(begins);
  });
}

/** When the last step ends; null as above. */
export function endTime(
  startsAt: string | null,
  steps: readonly { minutes: number | null }[],
): string | null {
  return stepTimes(startsAt, [...steps, { minutes: null }]).at(-1) ?? null;
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}
