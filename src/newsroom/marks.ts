/** A place that the draft left for a person: `[lengkapi: …]`, `[kutipan: …]`, or any bracket still open. */
export interface Mark {
  readonly line: number;
  readonly text: string;
}

/** Every bracket left in a release; lines count from 1, the title is line 0. */
export function openMarks(title: string, body: string): Mark[] {
  return [title, ...body.split('\n')].flatMap((text, line) =>
    [...text.matchAll(/\[[^\]]*\]?/g)].map((found) => ({ line, text: found[0] })),
  );
}
