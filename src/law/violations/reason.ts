/** Why an act was classified so: a code for `violations.why.<code>` and its parameters (dates as `YYYY-MM-DD`). */
export interface Reason {
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string>>;
}

export type ReasonCode =
  | 'before'
  | 'onTheDay'
  | 'after'
  | 'between'
  | 'lineUnknown'
  | 'notHeld'
  | 'bothSides'
  | 'party'
  | 'taskForce'
  | 'noTwin'
  | 'joining'
  | 'spouseAfter'
  | 'spouseOnLeave'
  | 'spouse'
  | 'listNotYet'
  | 'oldDiscipline'
  | 'noRule'
  | 'levelOpen'
  | 'cpns'
  | 'pppk'
  | 'pppkPartTime'
  | 'nonAsn';

export const reason = (code: ReasonCode, params: Readonly<Record<string, string>> = {}): Reason => ({
  code,
  params,
});
