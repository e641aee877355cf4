import type { FileCode } from '../../platform/files/index.ts';
import type { RosterCode } from './codes.ts';

/** Employment categories. `pppk-pw` is PPPK paruh waktu (part-time); `non-asn` is PPNPN, honorer, THL, outsourcing. */
export type Category = 'pns' | 'cpns' | 'pppk' | 'pppk-pw' | 'non-asn';

/** How a person holds a post: definitive, or acting (pelaksana tugas, pelaksana harian, penjabat, penjabat sementara). */
export type PostStatus = 'definitive' | 'plt' | 'plh' | 'pj' | 'pjs';

export type PersonStatus =
  | 'active'
  | 'leave'
  | 'study'
  | 'seconded'
  | 'suspended'
  | 'retired'
  | 'moved'
  | 'dismissed'
  | 'deceased';

/** `nip` and `ni-pppk` are the 18-digit national numbers; `local` is the office's own number for non-ASN. */
export type IdKind = 'nip' | 'ni-pppk' | 'local';

export type Severity = 'refuse' | 'warn';
export type ProblemCode = RosterCode | FileCode;
/** `params` fill the message of `code`. They never hold an identity number. */
export type Problem = {
  code: ProblemCode;
  params: Readonly<Record<string, string | number>>;
  severity: Severity;
};

/** What a roster says of one person. Absent means that the file does not say. */
export type RosterValues = {
  idKind?: IdKind;
  idNumber?: string;
  name: string;
  category: Category;
  rank?: string;
  post?: string;
  postStatus: PostStatus;
  unitName: string;
  unitCode?: string;
  email?: string;
  status?: PersonStatus;
};

/** One row of the file. With a `refuse` among its problems the values are only what could be read, for showing. */
export type ParsedRow = Omit<RosterValues, 'category'> & {
  rowNumber: number;
  category: Category | null;
  problems: Problem[];
};

export type UsableRow = ParsedRow & { category: Category };

export function isUsable(row: ParsedRow): row is UsableRow {
  return row.category !== null && !row.problems.some((problem) => problem.severity === 'refuse');
}

export function refuse(code: ProblemCode, params: Problem['params'] = {}): Problem {
  return { code, params, severity: 'refuse' };
}

export function warn(code: ProblemCode, params: Problem['params'] = {}): Problem {
  return { code, params, severity: 'warn' };
}
