import type { ClosingReason } from '../stages.ts';
import { remedyOpen } from './checks.ts';
import type { History } from './history.ts';

/** Levels of PP 94/2021 and dismissal; these take effect by a clock and are recorded in I'DIS. */
const DISCIPLINE = ['ringan', 'sedang', 'berat', 'ptdh'];

/** Why a case cannot be closed with this reason now, or null. */
export function closingFault(
  history: History,
  reason: ClosingReason,
  basis: readonly string[],
): string | null {
  if (remedyOpen(history)) return 'cases.remedyOpen';
  if (reason === 'proven-and-sanctioned') return sanctionedFault(history);
  // A sanction that stands is not undone by closing; only an objection or an appeal takes it away.
  if (history.sanction && reason !== 'withdrawn-by-law') return 'cases.closingSanctionStands';
  if (reason === 'passed-on') return passedOnFault(history);
  if (reason === 'duplicate') return history.has('linked') ? null : 'cases.needs.linked';
  if (reason === 'withdrawn-by-law') return basis.length > 0 ? null : 'cases.closingBasis';
  // Found neither true nor untrue before anybody looked: that is closing in silence too.
  return history.has('taken-up') || history.has('classified') ? null : 'cases.closingUnlooked';
}

function sanctionedFault({ has, sanction }: History): string | null {
  if (!sanction) return 'cases.noSanction';
  if (!has('delivered') && !has('delivery-sent')) return 'cases.needs.delivered';
  if (!has('followed-up')) return 'cases.needs.followed-up';
  if (!DISCIPLINE.includes(sanction.level)) return null;
  if (!has('effective')) return 'cases.needs.effective';
  return has('recorded-in-idis') ? null : 'cases.needs.recorded-in-idis';
}

function passedOnFault({ routes }: History): string | null {
  return routes.some((to) => to !== 'contract') ? null : 'cases.needs.routed';
}
