export {
  type Agency,
  type AgencyName,
  agenciesOf,
  agencyIds,
  agencyOn,
  createAgency,
  type NewAgency,
} from './agency.ts';
export { readByToken, rosterApi, unitsOfCaller } from './api.ts';
export { eventsApi } from './api-events.ts';
export { institutionOf } from './institution.ts';
export { agencyPages } from './pages/index.ts';
export {
  addPeople,
  CATEGORIES,
  categoryCounts,
  type ListedPerson,
  type PeopleFilter,
  type Person,
  peopleOf,
} from './person.ts';
export {
  explain,
  formatNip,
  inTreeOrder,
  type ParsedRoster,
  type Problem,
  type ProblemCode,
  parseRank,
  parseRoster,
  UNIT_KINDS,
  type UnitKind,
} from './roster/index.ts';
export { startRosterLoads } from './stream/round.ts';
export { addUnit, type NewUnit, type Unit, unitsBelow, unitsOf } from './unit.ts';
