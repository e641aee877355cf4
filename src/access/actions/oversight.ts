import type { Action } from '../action.ts';

/**
 * Reports and cases. A role opens the door of these pages; what is in a case is seen by whoever was given access to that
 * case (oversight/cases), and read by whoever unlocks their key.
 */
export const OVERSIGHT = {
  'cases.list': {
    at: [
      ['GET', 'oversight'],
      ['GET', 'oversightDue'],
    ],
    who: ['inspector', 'leader'],
  },
  'clocks.set': { at: [['POST', 'oversightDue']], who: ['inspector', 'leader'], whole: true, fresh: true },
  'oversight.key': {
    at: [
      ['GET', 'oversightKeys'],
      ['GET', 'oversightKeyData'],
      ['POST', 'oversightKeyData'],
    ],
    who: ['inspector', 'leader'],
  },
  'recipients.read': {
    at: [['GET', 'oversightRecipients']],
    who: ['inspector', 'leader', 'officer', 'auditor'],
  },
  'recipients.change': {
    at: [['POST', 'oversightRecipients']],
    who: ['inspector'],
    whole: true,
    fresh: true,
  },
  'channel.read': { at: [['GET', 'oversightChannel']], who: ['inspector', 'leader', 'officer', 'auditor'] },
  'channel.set': { at: [['POST', 'oversightChannel']], who: ['inspector'], whole: true, fresh: true },
  'oversight.figures': {
    at: [
      ['GET', 'oversightFigures'],
      ['GET', 'oversightFiguresFile'],
    ],
    who: ['inspector', 'leader', 'officer', 'auditor'],
    whole: true,
  },
  'papers.texts': { at: [['GET', 'oversightPapers']], who: ['inspector', 'leader', 'auditor'] },
  'papers.setText': {
    at: [['POST', 'oversightPapers']],
    who: ['inspector'],
    whole: true,
    fresh: true,
  },
  'finding.open': {
    at: [
      ['GET', 'findingNew'],
      ['POST', 'findingNew'],
    ],
    who: ['inspector'],
  },
  'case.read': {
    at: [
      ['GET', 'caseFile'],
      ['GET', 'caseContent'],
      ['GET', 'casePart'],
      ['GET', 'caseAccess'],
      ['GET', 'caseClocks'],
      ['GET', 'caseDocuments'],
      ['GET', 'caseDocument'],
      ['GET', 'caseHandOff'],
      ['GET', 'caseKeeping'],
    ],
    who: ['inspector', 'leader'],
  },
  'case.work': {
    at: [
      ['POST', 'caseFile'],
      ['POST', 'caseContent'],
      ['POST', 'caseFileNew'],
      ['POST', 'caseAccess'],
      ['POST', 'caseClocks'],
      ['POST', 'caseDocuments'],
      ['POST', 'caseHandOff'],
    ],
    who: ['inspector', 'leader'],
  },
  'case.keep': { at: [['POST', 'caseKeeping']], who: ['inspector'], fresh: true },
} as const satisfies Readonly<Record<string, Action>>;
