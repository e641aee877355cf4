import type { Confidence, IsoDate, Source } from '../law/index.ts';

/**
 * What is elected. `legislative`: DPR, DPD, DPRD; `regional-head`: governor, regent or mayor with deputy.
 */
export type Contest = 'president' | 'legislative' | 'regional-head';

export type StageKind = 'determination' | 'campaign' | 'quiet' | 'vote';

/** Days of one stage, both ends included, for the contests and regions it concerns (all of them where absent). */
export interface Stage {
  readonly kind: StageKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly contests?: readonly Contest[];
  /** Kemendagri codes; a province code covers its kabupaten and kota. A stage with regions goes before one without. */
  readonly regions?: readonly string[];
  readonly confidence: Confidence;
  readonly sources: readonly Source[];
}

export interface Election {
  readonly id: string;
  /** `pemilu`: national; `pemilihan`: regional heads, the Pilkada. Law and routing differ. */
  readonly kind: 'pemilu' | 'pemilihan';
  readonly name: { readonly id: string; readonly en: string };
  /** Other ways in which people write it. */
  readonly aliases: readonly string[];
  readonly year: number;
  readonly contests: readonly Contest[];
  /** Where it is held; absent: the whole country. */
  readonly regions?: readonly string[];
  /** First day of its official programme, where known. */
  readonly opens?: { readonly date: IsoDate; readonly confidence: Confidence };
  readonly stages: readonly Stage[];
  readonly laws: readonly string[];
  readonly rerunOf?: string;
  readonly sources: readonly Source[];
  readonly confidence: Confidence;
}

export interface Region {
  /** `19` or `19.71`. */
  readonly code: string;
  readonly name: string;
  readonly level: 'province' | 'kabupaten' | 'kota';
  /** True for the administrative kabupaten and kota of DKI Jakarta, which elect no head of their own. */
  readonly administrative: boolean;
}
