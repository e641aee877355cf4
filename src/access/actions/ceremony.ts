import type { Action } from '../action.ts';

/** The day of a ceremony: planning, the door, the screen, photos, minutes, what follows. */
export const CEREMONY = {
  'ceremony.read': {
    at: [
      ['GET', 'ceremonies'],
      ['GET', 'ceremony'],
      ['GET', 'ceremonyPlan'],
      ['GET', 'ceremonyCascade'],
      ['GET', 'ceremonyInvitation'],
      ['GET', 'ceremonyRunSheet'],
    ],
    who: ['officer', 'leader', 'operator', 'auditor', 'inspector'],
  },
  'ceremony.plan': {
    at: [
      ['GET', 'ceremonyNew'],
      ['POST', 'ceremonyNew'],
      ['GET', 'ceremonyFromText'],
      ['POST', 'ceremonyFromText'],
      ['POST', 'ceremony'],
      ['POST', 'ceremonyPlan'],
      ['GET', 'ceremonyCorrect'],
      ['POST', 'ceremonyCorrect'],
    ],
    who: ['officer'],
    whole: true,
  },
  'ceremony.order.read': { at: [['GET', 'ceremonyOrder']], who: ['officer', 'leader'], whole: true },
  'ceremony.order.set': { at: [['POST', 'ceremonyOrder']], who: ['officer'], whole: true },
  'symbolic.read': { at: [['GET', 'ceremonySymbolic']], who: ['officer', 'leader', 'operator'] },
  'symbolic.record': { at: [['POST', 'ceremonySymbolic']], who: ['officer', 'operator'] },
  'attendance.record': {
    at: [
      ['GET', 'ceremonyAttendance'],
      ['POST', 'ceremonyAttendance'],
    ],
    who: ['officer', 'operator'],
  },
  'door.keep': {
    at: [
      ['GET', 'ceremonyDoor'],
      ['POST', 'ceremonyDoor'],
      ['GET', 'ceremonyGuests'],
      ['POST', 'ceremonyGuests'],
      ['GET', 'ceremonySheet'],
    ],
    who: ['officer', 'operator'],
  },
  'screen.open': {
    at: [
      ['GET', 'ceremonyScreens'],
      ['POST', 'ceremonyScreens'],
    ],
    who: ['officer', 'operator'],
  },
  'photos.see': {
    at: [
      ['GET', 'ceremonyPhotos'],
      ['GET', 'ceremonyPhoto'],
    ],
    who: ['officer', 'leader', 'operator'],
  },
  'photos.change': { at: [['POST', 'ceremonyPhotos']], who: ['officer', 'operator'] },
  'minutes.read': {
    at: [
      ['GET', 'ceremonyMinutes'],
      ['GET', 'minutesPdf'],
    ],
    who: ['officer', 'leader', 'operator', 'auditor', 'inspector'],
  },
  'minutes.absent': { at: [['GET', 'absentPdf']], who: ['officer', 'leader', 'operator'] },
  'minutes.make': { at: [['POST', 'ceremonyMinutes']], who: ['officer'], whole: true },
  'follow.plan': {
    at: [
      ['GET', 'ceremonyMakeUp'],
      ['POST', 'ceremonyMakeUp'],
      ['POST', 'ceremonyCascade'],
    ],
    who: ['officer', 'operator'],
  },
  'check.read': { at: [['GET', 'ceremonyCheck']], who: ['officer', 'leader', 'auditor', 'inspector'] },
  'check.source': { at: [['POST', 'ceremonyCheck']], who: ['officer'] },
} as const satisfies Readonly<Record<string, Action>>;
