import { inForce } from '../in-force.ts';
import type { Register } from '../make-register.ts';
import type { IsoDate } from '../types.ts';
import type { ElectionLine, Side } from './line.ts';
import { type Reason, reason } from './reason.ts';
import { isOldDiscipline } from './rule.ts';
import type { ActKind, Group } from './types.ts';
import { SIDES } from './violations.ts';

/** On which side of which line the day lies. */
export function lineReasons({ lines }: ElectionLine, side: Side, date: IsoDate): readonly Reason[] {
  const days = lines.flatMap((line) => (line ? [line.from] : [])).sort();
  const params = { date, line: days[0] ?? '', last: days.at(-1) ?? '' };
  return [reason(side === 'unknown' ? 'lineUnknown' : side === 'on-the-day' ? 'onTheDay' : side, params)];
}

/** What is special in this kind of act. */
export function kindReasons(kind: ActKind, side: Side): readonly Reason[] {
  const { before, after } = SIDES[kind];
  if (kind === 'other') return [reason('taskForce')];
  if (kind === 'party-member') return [reason('party')];
  if (before === null && side === 'before') return [reason('noTwin', { item: after })];
  if (before === after || kind === 'campaign-team') return [reason('bothSides')];
  if (side !== 'after' && side !== 'on-the-day') return [];
  if (kind === 'join-campaign') return [reason('joining')];
  return kind === 'spouse-campaign' ? [reason('spouseAfter')] : [];
}

/** Which law was not yet in force on the day. */
export function lawReasons(
  date: IsoDate,
  kind: ActKind,
  group: Group,
  register: Register,
): readonly Reason[] {
  const decree = register.findInstrument('skb-netralitas-2022');
  const listed = !decree || inForce(decree, date) === 'in-force';
  return [
    ...(listed ? [] : [reason('listNotYet')]),
    ...(isOldDiscipline(date, kind, group, register) ? [reason('oldDiscipline')] : []),
  ];
}
