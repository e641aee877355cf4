/** The one place through which the guide reads violations: what the law calls an act, on which side of the line. */
export {
  type Act,
  type ActKind,
  type Basis,
  BINDINGS,
  type Classification,
  classify,
  type ElectionLine,
  findViolation,
  type ItemId,
  type Level,
  SIDES,
  type StaffCategory,
  type Violation,
} from '../law/index.ts';
