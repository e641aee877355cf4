import type { Action } from '../action.ts';

/** The institution itself: its people, units, accounts, trail and rights. */
export const INSTITUTION = {
  'agency.enter': {
    at: [['GET', 'agency']],
    who: ['officer', 'leader', 'operator', 'auditor', 'inspector'],
  },
  'roster.view': { at: [['GET', 'roster']], who: ['officer', 'auditor'] },
  'roster.plan': {
    at: [
      ['GET', 'rosterPlan'],
      ['GET', 'rosterTemplate'],
    ],
    who: ['officer', 'auditor'],
    whole: true,
  },
  'roster.import': {
    at: [
      ['GET', 'rosterImport'],
      ['POST', 'rosterImport'],
      ['POST', 'rosterPlan'],
    ],
    who: ['officer'],
    whole: true,
  },
  'roster.streamed': { at: [['GET', 'rosterStreamed']], who: ['officer', 'auditor'], whole: true },
  'roster.stream': {
    at: [
      ['GET', 'rosterStream'],
      ['POST', 'rosterStream'],
      ['POST', 'rosterStreamed'],
    ],
    who: ['officer'],
    whole: true,
  },
  'moves.view': { at: [['GET', 'moves']], who: ['officer', 'auditor'], whole: true },
  'moves.decide': { at: [['POST', 'moves']], who: ['officer'], whole: true },
  'person.change': {
    at: [
      ['GET', 'personNew'],
      ['POST', 'personNew'],
      ['GET', 'person'],
      ['POST', 'person'],
    ],
    who: ['officer'],
    whole: true,
  },
  'units.view': { at: [['GET', 'units']], who: ['officer', 'auditor'] },
  'units.change': { at: [['POST', 'units']], who: ['officer'], whole: true },
  'accounts.view': {
    at: [
      ['GET', 'accounts'],
      ['GET', 'account'],
    ],
    who: ['officer'],
    whole: true,
  },
  'accounts.manage': {
    at: [
      ['POST', 'accounts'],
      ['POST', 'account'],
    ],
    who: ['officer'],
    whole: true,
    fresh: true,
  },
  'matrix.read': {
    at: [['GET', 'accessMatrix']],
    who: ['officer', 'leader', 'operator', 'auditor', 'inspector'],
  },
  'approvals.read': {
    at: [
      ['GET', 'approvals'],
      ['GET', 'approval'],
    ],
    who: ['officer', 'inspector'],
    whole: true,
  },
  'approvals.decide': {
    at: [
      ['POST', 'approvals'],
      ['POST', 'approval'],
    ],
    who: ['officer', 'inspector'],
    whole: true,
    fresh: true,
  },
  'tokens.read': { at: [['GET', 'tokens']], who: ['officer', 'auditor', 'inspector'], whole: true },
  'tokens.change': { at: [['POST', 'tokens']], who: ['officer'], whole: true, fresh: true },
  'hooks.read': {
    at: [
      ['GET', 'hooks'],
      ['GET', 'hook'],
    ],
    who: ['officer', 'auditor', 'inspector'],
    whole: true,
  },
  'hooks.change': {
    at: [
      ['POST', 'hooks'],
      ['POST', 'hook'],
    ],
    who: ['officer'],
    whole: true,
    fresh: true,
  },
  'accounts.ways': {
    at: [
      ['GET', 'accountWays'],
      ['POST', 'accountWays'],
    ],
    who: ['officer'],
    whole: true,
    fresh: true,
  },
  'privacy.read': {
    at: [['GET', 'privacyWork']],
    who: ['officer', 'auditor', 'inspector'],
    whole: true,
  },
  'privacy.decide': { at: [['POST', 'privacyWork']], who: ['officer'], whole: true, fresh: true },
  'incident.read': {
    at: [
      ['GET', 'incidents'],
      ['GET', 'incident'],
    ],
    who: ['officer', 'leader', 'auditor', 'inspector'],
    whole: true,
  },
  'incident.write': {
    at: [
      ['POST', 'incidents'],
      ['POST', 'incident'],
    ],
    who: ['officer', 'leader'],
    whole: true,
  },
  'audit.read': { at: [['GET', 'audit']], who: ['officer', 'auditor', 'inspector'], whole: true },
  'publication.read': { at: [['GET', 'publicFigures']], who: ['officer', 'leader', 'auditor', 'inspector'] },
  'publication.decide': { at: [['POST', 'publicFigures']], who: ['officer'], whole: true },
  'witnesses.read': { at: [['GET', 'witnessesWork']], who: ['officer', 'leader', 'auditor', 'inspector'] },
} as const satisfies Readonly<Record<string, Action>>;
