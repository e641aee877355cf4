import { findInstrument, type Register, SANCTIONS } from '../../../law/index.ts';
import { type Body, field } from '../../../platform/http/form.ts';
import { basisOf, classificationOf, dataOf } from '../classification/classified.ts';
import type { What } from '../stages.ts';

/** Instruments on which a step rests where nobody says otherwise. */
const BASIS: Partial<Record<What, readonly string[]>> = {
  'team-formed': ['pp-94-2021'],
  'summoned-1': ['pp-94-2021'],
  'summoned-2': ['pp-94-2021'],
  absent: ['pp-94-2021'],
  examined: ['pp-94-2021'],
  delivered: ['pp-94-2021', 'perbkn-6-2022'],
  'delivery-missed': ['perbkn-6-2022'],
  'delivery-sent': ['perbkn-6-2022'],
  effective: ['perbkn-6-2022'],
  'recorded-in-idis': ['pp-94-2021'],
  'objection-filed': ['pp-79-2021'],
  'objection-decided': ['pp-79-2021'],
  'appeal-filed': ['pp-79-2021'],
  'appeal-decided': ['pp-79-2021'],
};

export interface Filled {
  onDate: string;
  basis: readonly string[];
  data: Readonly<Record<string, unknown>>;
}

/** What a form of a step says, as codes. Whether it may be is for `mayFollow`. @throws Refusal of classification */
export function filledIn(what: What, body: Body, register: Register): Filled {
  const onDate = field(body, 'on');
  if (what === 'classified') return classified(body, onDate, register);
  const named = field(body, 'basis');
  const chosen = findInstrument(named) ? [named] : [];
  const data = dataIn(what, body);
  const own = what === 'decided' ? sanctionBasis(data.sanction) : (BASIS[what] ?? []);
  return { onDate, basis: [...new Set([...own, ...chosen])], data };
}

function classified(body: Body, onDate: string, register: Register): Filled {
  const said = {
    ...{ kind: field(body, 'kind'), actOn: field(body, 'actOn'), election: field(body, 'election') },
    ...{ region: field(body, 'region'), category: field(body, 'category'), spouse: field(body, 'spouse') },
    beside: field(body, 'beside') === 'ya',
  };
  const found = classificationOf(said, register);
  return { onDate, basis: basisOf(found), data: dataOf(said, found) };
}

function dataIn(what: What, body: Body): Filled['data'] {
  const text = (name: string) => field(body, name).slice(0, 40);
  const sanction = SANCTIONS.find(({ id }) => id === text('sanction'));
  const found = { sanction: sanction?.id ?? '', level: sanction?.level ?? '' };
  if (what === 'routed') return { to: text('to') };
  if (what === 'summoned-1' || what === 'summoned-2') return { examOn: text('examOn') };
  if (what === 'recommended') return { from: text('from') };
  if (what === 'information-asked') return { of: text('of') };
  if (what === 'closed') return { reason: text('reason') };
  if (what === 'linked') return { case: text('case') };
  if (what === 'decided')
    return { ...found, post: text('post'), decider: text('decider'), outside: text('outside') || null };
  if (what === 'objection-decided' || what === 'appeal-decided')
    return text('outcome') === 'changed' ? { outcome: 'changed', ...found } : { outcome: text('outcome') };
  return {};
}

function sanctionBasis(id: unknown): readonly string[] {
  const instrument = SANCTIONS.find((one) => one.id === id)?.instrument;
  return instrument ? [instrument] : [];
}
