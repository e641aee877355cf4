import type { Category, IdKind, PersonStatus, PostStatus, Problem } from './types.ts';

/** A person as the roster has them now. */
export type CurrentPerson = {
  id: string;
  idKind: IdKind | null;
  idNumber: string | null;
  name: string;
  category: Category;
  rank: string | null;
  post: string | null;
  postStatus: PostStatus;
  unitId: string;
  email: string | null;
  status: PersonStatus;
};

export type CurrentUnit = { id: string; name: string; code: string | null; parentId: string | null };

/** A unit that exists, or the key of one in `ImportPlan.newUnits`. */
export type UnitRef = { kind: 'known'; id: string } | { kind: 'new'; key: string };

export type PersonValues = Omit<CurrentPerson, 'id' | 'unitId'> & { unit: UnitRef; unitName: string };

export type ChangedField =
  | 'idNumber'
  | 'name'
  | 'category'
  | 'rank'
  | 'post'
  | 'postStatus'
  | 'unit'
  | 'email'
  | 'status';

/** Before and after as stored values; for `unit` they are names. Null is "not known". */
export type Change = { field: ChangedField; before: string | null; after: string | null };

export type PlanRow =
  | { kind: 'add'; rowNumber: number; values: PersonValues; notes: Problem[] }
  | {
      kind: 'change';
      rowNumber: number;
      personId: string;
      values: PersonValues;
      changes: Change[];
      notes: Problem[];
    }
  | { kind: 'same'; rowNumber: number; personId: string; notes: Problem[] }
  | { kind: 'refuse'; rowNumber: number; name: string; reasons: Problem[]; notes: Problem[] };

/** `similarTo` names another new unit of the same file that may be the same one, misspelt. */
export type NewUnit = {
  key: string;
  name: string;
  code: string | null;
  people: number;
  similarTo: string | null;
};

/** Asked, not guessed: is `name` a slip of the known unit? Its rows stay refused until there is an answer. */
export type UnitQuestion = { key: string; name: string; suggested: CurrentUnit; people: number };

export type ImportPlan = {
  rows: PlanRow[];
  newUnits: NewUnit[];
  unitQuestions: UnitQuestion[];
  /** On the roster, not in the file. Listed for the officer; an import never removes anybody. */
  missing: { personId: string; name: string; unitId: string }[];
  counts: Readonly<Record<'add' | 'change' | 'same' | 'refuse' | 'missing', number>>;
};

export type PlanOptions = {
  /** Answers to `unitQuestions`, by key: an existing unit's id, or 'create'. */
  unitAnswers?: Readonly<Record<string, { use: string } | 'create'>>;
  /** Count as missing everybody absent; otherwise only people of the units that the file names. */
  wholeAgency?: boolean;
};
