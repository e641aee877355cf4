export {
  addDays,
  type CalendarOptions,
  isWorkingDay,
  knows,
  restOn,
  WEEKENDS_ONLY,
  type WorkCalendar,
  workCalendar,
} from './calendar.ts';
export { HOLIDAY_YEARS, holidaysOf } from './holidays.ts';
export type { Holiday, HolidayKind, HolidayYear } from './types.ts';
export { addWorkingDays, type CountedDay, workingDaysBetween } from './working-days.ts';
