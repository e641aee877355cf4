export { parseCategory } from './category.ts';
export { type IdCode, ROSTER_CODES, type RosterCode, type UnitCode } from './codes.ts';
export { type Columns, findHeader, type Header, readHeader } from './columns.ts';
export { explain, messageKey, type RosterMessageKey, type RosterMessages } from './explain.ts';
export {
  formatNip,
  type IdNumber,
  type IdOptions,
  type IdRefusal,
  parseIdNumber,
  type RawId,
  type Sex,
} from './nip.ts';
export { parseOne, type TypedPerson } from './one.ts';
export { type ParsedRoster, type ParseOptions, parseRoster } from './parse.ts';
export { MAX_NAME, parseName } from './person-name.ts';
export { planImport } from './plan.ts';
export type {
  Change,
  ChangedField,
  CurrentPerson,
  CurrentUnit,
  ImportPlan,
  NewUnit,
  PersonValues,
  PlanOptions,
  PlanRow,
  UnitQuestion,
  UnitRef,
} from './plan-types.ts';
export { parsePost } from './post.ts';
export { parseRank } from './rank.ts';
export { parseRegionCode, type RegionCode, type RegionLevel, type RegionRefusal } from './region-code.ts';
export { parseRow, readEmail } from './row.ts';
export { TEMPLATE_COLUMNS, templateCsv, templateXlsx } from './template.ts';
export {
  type Category,
  type IdKind,
  isUsable,
  type ParsedRow,
  type PersonStatus,
  type PostStatus,
  type Problem,
  type ProblemCode,
  type RosterValues,
  refuse,
  type Severity,
  type UsableRow,
} from './types.ts';
export {
  checkMove,
  checkTree,
  checkUnitRegion,
  inTreeOrder,
  pathTo,
  type TreeUnit,
  UNIT_KINDS,
  type UnitKind,
  type UnitProblem,
} from './unit-tree.ts';
export { nameKey } from './words.ts';
