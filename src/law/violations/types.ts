import type { ArticleRef } from '../types.ts';
import type { Dispute, Stated, Text } from './stated.ts';

export type EthicsId = 'KE1' | 'KE2' | 'KE3' | 'KE4' | 'KE5' | 'KE6' | 'KE7';
export type DisciplineId =
  | ('D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'D6' | 'D7')
  | ('D8' | 'D9' | 'D10' | 'D11' | 'D12' | 'D13');
export type ItemId = EthicsId | DisciplineId;
export type Group = 'ethics' | 'discipline';

/** What a person did, before the law names it. One kind has one item on each side of the dividing line, or the same. */
export type ActKind =
  | 'display-devices'
  | 'social-media-campaign'
  | 'attend-with-support'
  | 'post-like-follow'
  | 'photo'
  | 'join-campaign'
  | 'spouse-campaign'
  | 'seek-candidacy'
  | 'party-member'
  | 'partisan-activity'
  | 'campaign-team'
  | 'identity-card-support'
  | 'decision'
  | 'other';

/**
 * `moral`: code of ethics. `ringan`, `sedang`, `berat`: PP 94/2021 Pasal 8. `ptdh`: dismissal under the law on ASN, which
 * is no level of PP 94. `contract`: graduated, up to the end of the contract; for people outside PP 94.
 */
export type Level = 'moral' | 'ringan' | 'sedang' | 'berat' | 'ptdh' | 'contract';

/** One level as somebody states it. Two different ones in an item are a conflict of sources. */
export interface LevelClaim extends Stated {
  readonly level: Level;
}

/**
 * What an item rests on in one instrument. Prohibition and sanction number the same act differently (PP 94/2021 Pasal 5
 * huruf n angka 5 is Pasal 14 huruf i angka 3), so they are two fields. Absent: not known.
 */
export interface Basis extends Stated {
  readonly instrument: string;
  readonly prohibition?: ArticleRef;
  readonly sanction?: ArticleRef;
  /** As a source prints it, where that cannot be right. */
  readonly printed?: string;
}

/** One item of the list in the joint decree of 2022 (Lampiran II as agencies and press reprint it). */
export interface Violation extends Stated {
  readonly id: ItemId;
  readonly group: Group;
  readonly kind: ActKind;
  readonly gist: Text;
  /** For whom or what the act is done: before determination `prospective`, from then on `candidate`. */
  readonly concerns: readonly ('prospective' | 'candidate' | 'party')[];
  readonly levels: readonly LevelClaim[];
  readonly bases: readonly Basis[];
  readonly disputes: readonly Dispute[];
}

/** As in the roster; a candidate's husband or wife is a staff member of one of these who has that trait besides. */
export type StaffCategory = 'pns' | 'cpns' | 'pppk' | 'pppk-pw' | 'non-asn';
export type BoundPerson = StaffCategory | 'spouse';

/** By which instrument a person is bound, and how. */
export interface Binding extends Stated {
  readonly person: BoundPerson;
  readonly group: Group;
  readonly instrument: string;
  readonly refs: readonly ArticleRef[];
  readonly text: Text;
}

/** The election law beside discipline: who may be punished for it, in which kind of election. */
export interface CriminalSide extends Stated {
  readonly items: readonly ItemId[];
  readonly election: 'pemilu' | 'pemilihan';
  readonly instrument: string;
  readonly ref?: ArticleRef;
  readonly punishes: 'asn' | 'official' | 'executor' | 'candidate' | 'state-official' | 'village-head';
  readonly text: Text;
}
