import { decidersFor, type Level, type Post, SANCTIONS } from '../../../law/index.ts';
import { RANDOM_ID } from '../../seal/index.ts';
import {
  CLOSING_REASONS,
  type ClosingReason,
  DESTINATIONS,
  type Destination,
  UPWARD,
  type What,
} from '../stages.ts';
import { closingFault } from './closing.ts';
import { type History, levelsOpen } from './history.ts';
import type { About, NextStep } from './may-follow.ts';

/** Answers the code of what is wrong, or null. */
type Check = (history: History, next: NextStep, about: About) => string | null;

export function checksOf(what: What): readonly Check[] {
  return CHECKS[what] ?? [];
}

const CHECKS: Partial<Record<What, readonly Check[]>> = {
  routed: [destinationKnown],
  linked: [otherCaseNamed],
  'summoned-1': [examDayAhead],
  'summoned-2': [examDayAhead],
  absent: [summonsStands, examDayCame],
  examined: [summonsStands],
  recommended: [recommenderNamed],
  decided: [decidedWhereItMay, oneSanction, levelAmongActs, teamWhereSevere, heardOrTwiceAbsent, deciderMay],
  'objection-filed': [remedyClosed, sanctionStands],
  'appeal-filed': [remedyClosed, sanctionStands, appealsAgainstDismissal],
  'objection-decided': [remedyOutcome('objection-filed', 'objection-decided')],
  'appeal-decided': [remedyOutcome('appeal-filed', 'appeal-decided')],
  effective: [sanctionStands, afterDelivery],
  'followed-up': [sanctionStands, afterDelivery],
  'recorded-in-idis': [sanctionStands, afterDelivery],
  closed: [reasonKnown, notInSilence, reasonHolds],
  reopened: [withNote],
};

function destinationKnown({ head }: History, { data }: NextStep): string | null {
  if (!DESTINATIONS.includes(data.to as Destination)) return 'cases.destinationUnknown';
  // Whoever reports the head is not answered by sending the case to those whom the head directs.
  return head && data.to === 'contract' ? 'cases.headNotInside' : null;
}

function otherCaseNamed(_: History, { data }: NextStep): string | null {
  return typeof data.case === 'string' && RANDOM_ID.test(data.case) ? null : 'cases.linkUnknown';
}

/** The day of the examination is told in the summons; how many working days ahead is for the clocks to say. */
function examDayAhead({ last }: History, { what, onDate, data }: NextStep): string | null {
  if (typeof data.examOn !== 'string' || data.examOn <= onDate) return 'cases.examDay';
  const missed = last('absent');
  return what === 'summoned-2' && missed && onDate < missed.onDate ? 'cases.dayOrder' : null;
}

/** A summons counts until it was missed or the person was examined. */
function summonsStands({ steps }: History): string | null {
  const turn = steps.findLast(({ what }) =>
    ['summoned-1', 'summoned-2', 'absent', 'examined'].includes(what),
  );
  return turn?.what.startsWith('summoned') ? null : 'cases.needs.summoned-1';
}

function examDayCame({ last }: History, { onDate }: NextStep): string | null {
  const summons = last('summoned-1', 'summoned-2');
  return summons && onDate < String(summons.data.examOn) ? 'cases.examDayNotCome' : null;
}

function recommenderNamed(_: History, { data }: NextStep): string | null {
  const known = ['team', 'ethics-board', ...DESTINATIONS];
  return known.includes(String(data.from)) ? null : 'cases.recommenderUnknown';
}

/** Attacker: the head as judge in the own case, or those whom the head directs. */
function decidedWhereItMay({ head, routes }: History, { data }: NextStep): string | null {
  if (!head) return null;
  const up = routes.filter((to) => UPWARD.includes(to));
  return up.includes(data.outside as Destination) ? null : 'cases.headNotInside';
}

function oneSanction({ sanction }: History, { data }: NextStep): string | null {
  if (sanction) return 'cases.oneSanction';
  const found = SANCTIONS.find(({ id }) => id === data.sanction);
  return found && found.level === data.level ? null : 'cases.sanctionUnknown';
}

function levelAmongActs({ acts }: History, { data }: NextStep): string | null {
  return levelsOpen(acts).includes(data.level as Level) ? null : 'cases.levelOther';
}

/** PP 94/2021 Pasal 27: a team may be formed for medium sanctions and must be for severe ones. */
function teamWhereSevere({ has }: History, { data }: NextStep): string | null {
  return data.level === 'berat' && !has('team-formed') ? 'cases.needs.team-formed' : null;
}

/** PP 94/2021 Pasal 26: without examination only after two summons were missed. It does not speak of the code of ethics. */
function heardOrTwiceAbsent({ steps, has }: History, { data }: NextStep): string | null {
  if (data.level === 'moral' || data.level === 'contract' || has('examined')) return null;
  const second = steps.findLastIndex(({ what }) => what === 'summoned-2');
  const missed = steps.slice(second + 1).some(({ what }) => what === 'absent');
  return second >= 0 && missed ? null : 'cases.notHeard';
}

function deciderMay({ head }: History, { data }: NextStep, { agency }: About): string | null {
  if (head) return null;
  const { decider, post, level } = data as { decider?: string; post?: Post; level?: Level };
  return decidersAt(post, level, agency).includes(decider ?? '') ? null : 'cases.deciderMayNot';
}

/** Moral sanctions (PP 42/2004) and those of contracts are decided by the official who appoints. */
function decidersAt(
  post: Post | undefined,
  level: Level | undefined,
  agency: About['agency'],
): readonly string[] {
  if (level === 'moral' || level === 'contract') return ['ppk'];
  return post && level ? [...new Set(decidersFor(post, level, agency).map(({ who }) => who))] : [];
}

export function remedyOpen({ steps }: History): boolean {
  const turn = steps.findLast(({ what }) => /^(objection|appeal)-/.test(what));
  return turn?.what.endsWith('-filed') === true;
}

function remedyClosed(history: History): string | null {
  return remedyOpen(history) ? 'cases.remedyOpen' : null;
}

function sanctionStands({ sanction }: History): string | null {
  return sanction ? null : 'cases.noSanction';
}

/** PP 79/2021: to BPASN goes who was dismissed or whose contract was ended. */
function appealsAgainstDismissal({ sanction }: History): string | null {
  const ends = sanction && (/dismissal/.test(sanction.id) || ['ptdh', 'contract'].includes(sanction.level));
  return ends ? null : 'cases.appealDismissal';
}

function remedyOutcome(filed: What, decided: What): Check {
  return ({ steps }, { data }) => {
    const turn = steps.findLast(({ what }) => what === filed || what === decided);
    if (turn?.what !== filed) return `cases.needs.${filed}`;
    if (data.outcome === 'changed') return sanctionFits(data);
    return data.outcome === 'upheld' || data.outcome === 'annulled' ? null : 'cases.outcomeUnknown';
  };
}

function sanctionFits({ sanction, level }: NextStep['data']): string | null {
  return SANCTIONS.some((one) => one.id === sanction && one.level === level) ? null : 'cases.sanctionUnknown';
}

function afterDelivery({ last }: History, { onDate }: NextStep): string | null {
  const delivery = last('delivered', 'delivery-sent');
  return delivery && onDate >= delivery.onDate ? null : 'cases.dayOrder';
}

function reasonKnown(_: History, { data }: NextStep): string | null {
  return CLOSING_REASONS.includes(data.reason as ClosingReason) ? null : 'cases.closingReason';
}

/** Nobody closes a case in silence. */
function notInSilence(_: History, { note, message }: NextStep, { mailbox }: About): string | null {
  if (!note) return 'cases.closingNote';
  return mailbox && !message ? 'cases.closingMessage' : null;
}

function reasonHolds(history: History, { data, basis }: NextStep): string | null {
  return closingFault(history, data.reason as ClosingReason, basis);
}

function withNote(_: History, { note }: NextStep): string | null {
  return note ? null : 'cases.reopenNote';
}
