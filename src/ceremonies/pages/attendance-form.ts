import { tidyLine } from '../../campaigns/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { field, fields } from '../../platform/http/form.ts';
import type { Lang } from '../../platform/i18n.ts';
import { t } from '../messages.ts';
import { type Mark, STANDINGS, type Standing } from '../presence.ts';

/** What narrows the list, as the address has it. */
export interface Filter {
  search: string;
  unit: string;
  /** One of STANDINGS, `unrecorded`, or empty for all. */
  standing: string;
}

export function filterOf(value: (name: string) => string): Filter {
  return {
    search: value('q').trim().slice(0, 100),
    unit: value('unit').slice(0, 100),
    standing: value('keadaan').slice(0, 20),
  };
}

/**
 * What was changed on the page. A row that stands as it was shown says nothing: meanwhile somebody may have recorded
 * something newer at the door.
 */
export function marksOf(body: Record<string, unknown>): Mark[] {
  const how = field(body, 'paper') ? 'paper' : 'list';
  const everybody = fields(body, 'all').includes('attended');
  const site = field(body, 'site') || null;
  return fields(body, 'shown').flatMap((personId) => {
    const said = rowOf(body, personId);
    const standing = said.standing ?? (everybody ? 'present' : null);
    if (standing === null || (standing === said.before && said.reason === said.reasonBefore)) return [];
    return [{ personId, standing, reason: said.reason || null, how, site, deviceAt: null } as const];
  });
}

/** A reason that is needed and was not given, beside its person; null where none is missing. */
export function missingReasons(lang: Lang, body: Record<string, unknown>): FieldErrors | null {
  const missing = marksOf(body).filter(
    ({ standing, reason }) => (standing === 'duty-elsewhere' || standing === 'excused') && !reason,
  );
  if (missing.length === 0) return null;
  const text = t(lang)('ceremonies.reasonNeeded');
  return Object.fromEntries(missing.map(({ personId }) => [`reason-${personId}`, text]));
}

/** One person's fields as they were sent. */
export function rowOf(body: Record<string, unknown>, personId: string) {
  return {
    standing: standingIn(field(body, `standing-${personId}`)),
    reason: tidyLine(field(body, `reason-${personId}`)),
    before: standingIn(field(body, `before-${personId}`)),
    reasonBefore: tidyLine(field(body, `reasonBefore-${personId}`)),
  };
}

function standingIn(value: string): Standing | null {
  return STANDINGS.find((one) => one === value) ?? null;
}
