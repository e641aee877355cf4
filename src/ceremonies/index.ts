export { addOfficer, addParticipation, addSource, type NewSource, SOURCE_LIMIT } from './add-line.ts';
export {
  ATTENDANCE_FACTS,
  type AttendanceFact,
  type Ceremony,
  type CeremonyHead,
  type CeremonySource,
  DATE_STATUSES,
  FACTS,
  type Fact,
  KINDS,
  OFFICE_STATUSES,
  OFFICER_ROLES,
  type Officer,
  type Participation,
  QUALIFIERS,
  type Qualifier,
} from './ceremony.ts';
export {
  type CeremonyValues,
  checkCeremony,
  checkOfficer,
  checkParticipation,
  type OfficerValues,
  type ParticipationValues,
} from './check-ceremony.ts';
export { correctCeremony, type NewCorrection } from './correct-ceremony.ts';
export { createCeremony, type NewCeremony } from './create-ceremony.ts';
export { type ExpectedPerson, expectedByUnit, expectedPeople } from './expected.ts';
export { attendanceOf, ceremoniesOf, ceremonyHead, ceremonyOf } from './find-ceremony.ts';
export { ceremonyValues, officerValues, participationValues, type Typed } from './pages/form.ts';
export { ceremonyPages } from './pages/pages.ts';
export { deriveOrder, ORDER_LIMIT } from './plan/sign-order.ts';
export { siteUnits, unitsAt } from './plan/site-units.ts';
export { endTime, stepTimes } from './plan/times.ts';
export {
  NO_PLAN,
  type OutsideWitness,
  PLAN_ROLES,
  type Plan,
  type PlanOfficer,
  planOf,
  RUN_STEPS,
  type RunStep,
  type Site,
  savePlan,
} from './plan.ts';
export {
  type Mark,
  type Marking,
  PRESENCE_WAYS,
  type Presence,
  type PresenceWay,
  presenceHistory,
  presenceOf,
  recordPresence,
  STANDINGS,
  type Standing,
} from './presence.ts';
export { type Attendance, recordAttendance } from './record-attendance.ts';
export { createSmallCeremony, type SmallCeremony } from './small-ceremony.ts';
export { recordSymbolic, type Symbolic, type SymbolicSigning, symbolicOf } from './symbolic.ts';
