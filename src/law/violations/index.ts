export { type Act, type Classification, classify } from './classify.ts';
export { BINDINGS } from './data/bindings.ts';
export { CRIMINAL } from './data/criminal.ts';
export { explainReason } from './explain.ts';
export { type ElectionLine, type Line, type Side, sideOf } from './line.ts';
export type { Person } from './person.ts';
export type { Reason, ReasonCode } from './reason.ts';
export { type Dispute, holdsOn, type Stated, type Text, weakest } from './stated.ts';
export type {
  ActKind,
  Basis,
  Binding,
  BoundPerson,
  CriminalSide,
  Group,
  ItemId,
  Level,
  LevelClaim,
  StaffCategory,
  Violation,
} from './types.ts';
export { ACT_KINDS, criminalSideOf, findViolation, SIDES, VIOLATIONS } from './violations.ts';
