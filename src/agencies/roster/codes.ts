/** What can be wrong with an identity number. */
const ID_CODES = [
  'id.missing',
  'id.exponent',
  'id.precision',
  'id.rounded',
  'id.length',
  'id.not-digits',
  'id.old-nip',
  'id.nik',
  'id.npwp',
  'id.phone',
  'id.birth-date',
  'id.start-month',
  'id.sex',
  'id.age',
  'id.future',
  'id.looks-like-pppk',
  'id.looks-like-pns',
  'id.local-shape',
  'id.local-missing',
  'id.is-date',
  'id.formula',
] as const;

/** What can be wrong with a row apart from its number. */
const ROW_CODES = [
  'name.missing',
  'name.too-long',
  'name.formula',
  'name.no-letter',
  'name.number',
  'name.cleaned',
  'category.missing',
  'category.unknown',
  'category.inferred',
  'rank.unknown',
  'post.too-long',
  'unit.missing',
  'unit.too-long',
  'unit.formula',
  'email.invalid',
  'status.unknown',
  'cell.formula',
  'cell.error',
  'text.unprintable',
  'row.example',
  'agency.missing',
  'agency.unknown',
  'duplicate.id',
  'duplicate.name-unit',
] as const;

/** What can be wrong with the table as a whole. */
const TABLE_CODES = [
  'columns.no-header',
  'columns.missing',
  'columns.ambiguous',
  'sheet.others-ignored',
  'rows.none',
  'rows.without-person',
  'reading.interrupted',
] as const;

/** What only shows when the file is held against the roster that we have. */
const PLAN_CODES = ['unit.similar', 'unit.ambiguous', 'person.ambiguous'] as const;

/** What is wrong with a unit tree or a region code. */
const UNIT_CODES = [
  'unit.own-parent',
  'unit.cycle',
  'unit.parent-missing',
  'unit.id-twice',
  'region.shape',
  'region.range',
  'region.kind',
] as const;

export const ROSTER_CODES = [
  ...ID_CODES,
  ...ROW_CODES,
  ...TABLE_CODES,
  ...PLAN_CODES,
  ...UNIT_CODES,
] as const;

export type IdCode = (typeof ID_CODES)[number];
export type UnitCode = (typeof UNIT_CODES)[number];
export type RosterCode = (typeof ROSTER_CODES)[number];
