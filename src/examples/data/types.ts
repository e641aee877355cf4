import type { NewAgency } from '../../agencies/index.ts';
import type { DraftAudience, DraftElection } from '../../campaigns/index.ts';

type Category = 'pns' | 'cpns' | 'pppk' | 'pppk-pw' | 'non-asn';

/** A unit of an example institution with its invented staff. */
export interface ExampleUnit {
  name: string;
  kind: 'opd' | 'section' | 'kecamatan' | 'kelurahan' | 'school' | 'other';
  regionCode?: string;
  /** The institution that employs them, where it is not the organiser. */
  employer?: string;
  /** Posts that lead the unit, filled first. */
  posts: readonly string[];
  /** How many people by category, those with posts included (they are PNS). */
  staff: Partial<Record<Category, number>>;
}

export interface ExampleOfficer {
  role: 'leader' | 'speaker' | 'witness' | 'signer';
  name: string;
  office: string;
  officeStatus: 'definitive' | 'plt' | 'plh' | 'pj' | 'pjs';
  employer: string;
}

export interface ExampleParticipation {
  fact: 'attended' | 'read' | 'witnessed' | 'symbolic' | 'signed';
  who: string;
  employer: string | null;
  number: number | null;
  qualifier: 'exact' | 'at-least' | 'about' | 'some' | 'all' | 'unknown';
}

export interface Example {
  agency: Omit<NewAgency, 'isExample'>;
  rootKind: 'province' | 'kabupaten' | 'kota';
  units: readonly ExampleUnit[];
  campaign: {
    id: string;
    title: string;
    electionId: string;
    text: readonly [DraftElection, DraftAudience];
    circular: { number: string; date: string; issuer: string } | null;
    bases: readonly string[];
    /** Invented: no report states one. Null: sixty days after loading, so that signing can be tried. */
    deadline: string | null;
  };
  ceremony: {
    id: string;
    title: string;
    heldOn: string | null;
    heldOnStatus: 'stated' | 'derived' | 'unknown';
    heldOnNote: string;
    place: string | null;
    organiser: string;
    officers: readonly ExampleOfficer[];
    participations: readonly ExampleParticipation[];
  };
  source: { title: string; publisher: string; body: string };
  /** What the invented staff did, by post or everyone. */
  did: {
    signed: 'everyone' | readonly string[];
    symbolic: readonly string[];
    attended: 'everyone';
    read: boolean;
  };
}

/** The joint decree as its five numbers stand in its title. */
export const SKB_2_2022 =
  'Keputusan Bersama Menteri PANRB Nomor 2 Tahun 2022, Menteri Dalam Negeri Nomor 800-5474 Tahun 2022, Kepala BKN Nomor 246 Tahun 2022, Ketua KASN Nomor 30 Tahun 2022, dan Ketua Bawaslu Nomor 1447.1/PM.01/K.1/09/2022, tanggal 22 September 2022';
