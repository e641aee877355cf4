import { isDay } from '../../platform/days.ts';
import { dateIn } from '../../platform/format.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { Ctx } from '../../platform/http/visit.ts';
import { type Circumstances, isWho, TARGETS, type Target } from '../answer-on.ts';
import { t } from '../messages.ts';
import { regionName, regionsNamed } from '../regions-named.ts';

/** What the address says of who, for whom, when and where; what cannot be read is left out and told. */
export interface AskedFor extends Circumstances {
  readonly place: string;
  readonly today: string;
  readonly errors: FieldErrors;
}

export function askedFor(c: Ctx, now: Date): AskedFor {
  const tr = t(c.get('visit').lang);
  const today = dateIn(now, 'Asia/Jakarta');
  const [who, target, day] = [c.req.query('siapa'), c.req.query('untuk'), c.req.query('pada') ?? ''];
  const place = (c.req.query('di') ?? '').trim().slice(0, 60);
  const regions = regionsNamed(place);
  const errors: Record<string, string> = {};
  if (day !== '' && !isDay(day)) errors.pada = tr('guidance.badDate');
  if (place !== '' && regions.length === 0) errors.di = tr('guidance.whereUnknown');
  if (regions.length > 1)
    errors.di = tr('guidance.whereSeveral', { names: regions.map(regionName).join(', ') });
  return {
    on: isDay(day) ? day : today,
    who: isWho(who) ? who : null,
    target: TARGETS.includes(target as Target) ? (target as Target) : null,
    region: regions.length === 1 ? (regions[0]?.code ?? null) : null,
    ...{ place, today, errors },
  };
}

/** The same question as an address: only what was said. */
export function queryOf({ who, target, on, place, today }: AskedFor, withDay = false): string {
  const said = new URLSearchParams();
  if (who) said.set('siapa', who);
  if (target) said.set('untuk', target);
  if (withDay || on !== today) said.set('pada', on);
  if (place) said.set('di', place);
  const text = said.toString();
  return text && `?${text}`;
}
