import type { Agency } from '../../../agencies/index.ts';
import type { Client } from '../../../platform/db/index.ts';
import type { Lang } from '../../../platform/i18n.ts';
import { dueOf } from '../../clocks/index.ts';

/** The next deadline of a case, as lists and heads of pages show it. */
export interface DueShown {
  date: string | null;
  text: string;
  /** Days for which nothing moved; 0 where that is not so. */
  stalledDays: number;
}

/** Of these cases, which the caller checked to be seen by who asks. */
export async function dueOfEach(
  client: Client,
  { agency, lang }: { agency: Agency; lang: Lang },
  cases: readonly { id: string }[],
  today: string,
): Promise<ReadonlyMap<string, DueShown>> {
  const ids = cases.map(({ id }) => id);
  const found = await dueOf(client, agency.id, ids, today);
  return new Map(
    [...found].map(([id, { first, stalledDays }]) => [
      id,
      { date: first?.due ?? null, text: first?.clock.what[lang] ?? '', stalledDays },
    ]),
  );
}
