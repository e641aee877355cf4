import { CATEGORIES, type Category } from '../../campaigns/index.ts';
import { REGIONS } from '../../elections/index.ts';
import type { Zone } from '../../platform/format.ts';
import type { Day } from '../charts/over-time.ts';
import { addCounts, type Counts, NOBODY, remainingIn, signedShare } from '../counts.ts';

/** Of each institution the campaign of an election that was opened last. */
export interface LatestCampaign {
  readonly id: string;
  readonly title: string;
  readonly deadline: Date;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

export interface Institution {
  readonly id: string;
  readonly name: string;
  /** Two digits of Kemendagri; null: a central institution, or one whose place is not known. */
  readonly province: string | null;
  readonly zone: Zone;
  readonly isExample: boolean;
  readonly campaign: LatestCampaign | null;
  /** People on the roster when it was last counted; null: never yet. */
  readonly roster: number | null;
  readonly counts: Counts;
  readonly perCategory: ReadonlyMap<Category, Counts>;
}

/** Figures of one election over many institutions, from one snapshot of the database. */
export interface Nation {
  readonly electionId: string;
  readonly asOf: Date;
  readonly institutions: readonly Institution[];
  readonly days: readonly Day[];
  /** Only invented institutions are counted, since there are no others. */
  readonly example: boolean;
}

/** Institutions added up. Only those that opened are in the denominator; the others are told beside it. */
export interface Sum {
  readonly counts: Counts;
  readonly institutions: number;
  readonly opened: number;
  readonly notOpened: number;
  /** People on the rosters of those that have not opened. */
  readonly outside: number;
  /** Institutions among those whose roster was not counted yet. */
  readonly uncounted: number;
  readonly overdue: number;
}

export function sumOf(institutions: readonly Institution[], now: Date): Sum {
  const closed = institutions.filter(({ campaign }) => campaign === null);
  return {
    counts: institutions.reduce((sum, { counts }) => addCounts(sum, counts), NOBODY),
    institutions: institutions.length,
    opened: institutions.length - closed.length,
    notOpened: closed.length,
    outside: closed.reduce((sum, { roster }) => sum + (roster ?? 0), 0),
    uncounted: closed.filter(({ roster }) => roster === null).length,
    overdue: institutions.filter((one) => isOverdue(one, now)).length,
  };
}

/** Past the deadline with people who could still be reached. */
export function isOverdue({ campaign, counts }: Institution, now: Date): boolean {
  return campaign !== null && campaign.deadline.getTime() < now.getTime() && remainingIn(counts) > 0;
}

/** Overdue first, then the lowest share; those that have not opened last, by name. */
export function overdueFirst(institutions: readonly Institution[], now: Date): Institution[] {
  const placed = institutions.map((one) => ({
    one,
    rank: one.campaign === null ? 2 : isOverdue(one, now) ? 0 : 1,
    share: signedShare(one.counts) ?? 2,
    remaining: remainingIn(one.counts),
  }));
  placed.sort(
    (a, b) =>
      a.rank - b.rank || a.share - b.share || b.remaining - a.remaining || (a.one.name < b.one.name ? -1 : 1),
  );
  return placed.map(({ one }) => one);
}

export function perCategory(institutions: readonly Institution[]): { category: Category; counts: Counts }[] {
  return CATEGORIES.flatMap((category) => {
    const counts = institutions.reduce(
      (sum, one) => addCounts(sum, one.perCategory.get(category) ?? NOBODY),
      NOBODY,
    );
    return counts.audience > 0 ? [{ category, counts }] : [];
  });
}

/** The 38 provinces; code and name as Kemendagri has them (elections/data/regions.ts names the source). */
export const PROVINCES = REGIONS.filter(({ level }) => level === 'province');

export interface ProvinceRow {
  /** null: central institutions. */
  readonly code: string | null;
  readonly name: string | null;
  readonly institutions: readonly Institution[];
}

/** Every province once, also those without an institution here, and central institutions apart at the end. */
export function perProvince(institutions: readonly Institution[]): ProvinceRow[] {
  const groups = Map.groupBy(institutions, ({ province }) => (known.has(province ?? '') ? province : null));
  return [
    ...PROVINCES.map(({ code, name }) => ({ code, name, institutions: groups.get(code) ?? [] })),
    { code: null, name: null, institutions: groups.get(null) ?? [] },
  ];
}

const known = new Set(PROVINCES.map(({ code }) => code));

export function provinceName(code: string): string | null {
  return PROVINCES.find((province) => province.code === code)?.name ?? null;
}
