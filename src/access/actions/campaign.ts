import type { Action } from '../action.ts';

/** A campaign from its texts to its figures: preparing, signing, who is left, what is published. */
export const CAMPAIGN = {
  'campaign.read': {
    at: [
      ['GET', 'campaigns'],
      ['GET', 'campaign'],
    ],
    who: ['officer', 'leader', 'operator', 'auditor', 'inspector'],
  },
  'campaign.create': {
    at: [
      ['GET', 'campaignNew'],
      ['POST', 'campaignNew'],
    ],
    who: ['officer'],
    whole: true,
  },
  'campaign.text.read': { at: [['GET', 'campaignText']], who: ['officer', 'leader', 'auditor', 'inspector'] },
  'campaign.text.change': { at: [['POST', 'campaignText']], who: ['officer'], whole: true },
  'campaign.open': {
    at: [
      ['GET', 'campaignOpen'],
      ['POST', 'campaignOpen'],
    ],
    who: ['officer'],
    whole: true,
  },
  'campaign.close': {
    at: [
      ['GET', 'campaignClose'],
      ['POST', 'campaignClose'],
    ],
    who: ['officer'],
    whole: true,
  },
  'difference.view': { at: [['GET', 'difference']], who: ['officer', 'leader', 'auditor'], whole: true },
  'difference.settle': { at: [['POST', 'difference']], who: ['officer'], whole: true },
  'understanding.read': {
    at: [['GET', 'understanding']],
    who: ['officer', 'leader', 'auditor'],
    whole: true,
  },
  'understanding.change': { at: [['POST', 'understanding']], who: ['officer'], whole: true },
  'ways.read': { at: [['GET', 'ways']], who: ['officer', 'leader', 'auditor'], whole: true },
  'ways.change': { at: [['POST', 'ways']], who: ['officer'], whole: true },
  'slips.print': {
    at: [
      ['GET', 'slips'],
      ['POST', 'slips'],
    ],
    who: ['officer', 'operator'],
  },
  'tablet.open': {
    at: [
      ['GET', 'tabletOpen'],
      ['POST', 'tabletOpen'],
    ],
    who: ['officer', 'operator'],
  },
  'devices.manage': {
    at: [
      ['GET', 'devices'],
      ['POST', 'devices'],
    ],
    who: ['officer', 'operator'],
  },
  'paper.collect': {
    at: [
      ['GET', 'scans'],
      ['GET', 'scanPerson'],
      ['POST', 'scanPerson'],
      ['GET', 'scanBlank'],
      ['GET', 'scanSheets'],
      ['POST', 'scanSheets'],
      ['GET', 'scanSheet'],
      ['POST', 'scanSheet'],
      ['GET', 'scanSheetPaper'],
      ['GET', 'scan'],
      ['POST', 'scan'],
      ['GET', 'scanFile'],
    ],
    who: ['officer', 'operator'],
  },
  'standing.read': {
    at: [['GET', 'standing']],
    who: ['officer', 'leader', 'operator', 'auditor', 'inspector'],
  },
  'standing.decide': { at: [['POST', 'standing']], who: ['officer', 'operator'] },
  'coverage.read': {
    at: [
      ['GET', 'coverage'],
      ['GET', 'coverageUnit'],
      ['GET', 'coverageCompare'],
      ['GET', 'coverageFile'],
      ['GET', 'recapXlsx'],
    ],
    who: ['officer', 'leader', 'operator', 'auditor', 'inspector'],
  },
  'coverage.paper': { at: [['GET', 'recapPdf']], who: ['officer', 'leader', 'auditor', 'inspector'] },
  'recount.read': {
    at: [['GET', 'coverageRecount']],
    who: ['officer', 'leader', 'auditor', 'inspector'],
    whole: true,
  },
  'recount.repair': { at: [['POST', 'coverageRecount']], who: ['officer'], whole: true },
  'pacts.export': { at: [['GET', 'unitZip']], who: ['officer', 'leader', 'operator', 'auditor'] },
  'remaining.read': {
    at: [
      ['GET', 'remaining'],
      ['GET', 'untilDeadline'],
    ],
    who: ['officer', 'leader', 'operator'],
  },
  'reminders.view': { at: [['GET', 'reminders']], who: ['officer', 'leader', 'operator', 'auditor'] },
  'reminders.byHand': { at: [['GET', 'remindersByHand']], who: ['officer', 'leader', 'operator'] },
  'reminders.set': { at: [['POST', 'reminders']], who: ['officer'], whole: true, fresh: true },
  'release.write': {
    at: [
      ['GET', 'releaseEdit'],
      ['POST', 'releaseEdit'],
    ],
    who: ['officer'],
  },
} as const satisfies Readonly<Record<string, Action>>;
