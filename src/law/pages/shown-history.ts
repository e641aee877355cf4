import { formatMoment } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import type { Field } from '../corrections/fields.ts';
import { keyOf } from '../corrections/overlay.ts';
import type { RegisterNow } from '../corrections/register-now.ts';
import {
  type Correction,
  type Institution,
  type Neighbours,
  parseArticle,
  type Register,
  SHIPPED,
} from '../index.ts';
import { t } from '../messages.ts';
import { fieldText } from './field-text.ts';
import type { ShownCorrection } from './history.view.tsx';

/** The institutions for which somebody corrected something. */
export function institutionsOf(
  { institutions }: Neighbours,
  { history }: RegisterNow,
): Promise<readonly Institution[]> {
  return institutions([...new Set(history.map(({ agencyId }) => agencyId))]);
}

/** The corrections in words, the newest first; of one instrument, or of all when `instrumentId` is null. */
export function shownHistory(
  lang: Lang,
  now: RegisterNow,
  instrumentId: string | null,
  institutions: readonly Institution[],
): ShownCorrection[] {
  return now.history
    .filter((one) => instrumentId === null || one.instrumentId === instrumentId)
    .map((one) => shown(lang, now, one, institutions))
    .reverse();
}

function shown(
  lang: Lang,
  now: RegisterNow,
  one: Correction,
  institutions: readonly Institution[],
): ShownCorrection {
  const { register, history } = now;
  const field = one.field as Field;
  const same = history.filter((other) => keyOf(other) === keyOf(one));
  const previous = same[same.indexOf(one) - 1];
  const institution = institutions.find(({ id }) => id === one.agencyId);
  const text = (row: Correction | undefined) =>
    fieldText(lang, field, row && !row.asShipped ? row.value : shippedValue(one), register);
  return {
    id: one.id,
    when: formatMoment(lang, one.at, 'Asia/Jakarta'),
    institution: institution?.name ?? one.agencyId,
    isExample: institution?.isExample ?? false,
    what: whatOf(lang, register, one),
    before: text(previous),
    after: text(one),
    why: one.why,
    source: one.source,
    state: stateOf(now, one, same.at(-1) === one),
  };
}

function stateOf({ unusable }: RegisterNow, one: Correction, last: boolean): ShownCorrection['state'] {
  if (!last) return 'replaced';
  if (unusable.some(({ change }) => change.id === one.id)) return 'unusable';
  return one.undoes ? 'undoing' : 'holds';
}

function whatOf(lang: Lang, register: Register, { instrumentId, article, field }: Correction): string {
  const name = register.findInstrument(instrumentId)?.name ?? instrumentId;
  return [name, article, t(lang)(`law.field.${field as Field}`)].filter(Boolean).join(' · ');
}

/** The field as the program shipped it; undefined for what was not in it. */
function shippedValue({ instrumentId, article, field }: Correction): unknown {
  const ref = article === null ? undefined : parseArticle(article);
  const entry = ref ? SHIPPED.findArticle(instrumentId, ref) : SHIPPED.findInstrument(instrumentId);
  return (entry as Record<string, unknown> | undefined)?.[field];
}
