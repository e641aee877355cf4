import {
  determinationOf,
  ELECTIONS,
  type Election,
  electionsFor,
  isHeldIn,
  type Phase,
  stageOn,
} from '../elections/index.ts';
import {
  type Article,
  type Classification,
  type Confidence,
  classify,
  type ElectionLine,
  type Instrument,
  type IsoDate,
  inForce,
  type Register,
  type StaffCategory,
  type Standing,
  standingConfidence,
} from '../law/index.ts';
import { type Answer, type Cited, type Topic, type TopicAnswer, WHO, type Who } from './topic.ts';

/** For whom the act is done, where the visitor says so: it decides the side without a calendar. */
export const TARGETS = ['bakal-calon', 'calon'] as const;
export type Target = (typeof TARGETS)[number];

export interface Circumstances {
  readonly on: IsoDate;
  readonly who: Who | null;
  /** Kemendagri code; null: not said. */
  readonly region: string | null;
  readonly target: Target | null;
}

/** A place in the register as it stood on the day. */
export interface Ground {
  readonly cited: Cited;
  readonly instrument: Instrument;
  readonly article: Article | null;
  readonly standing: Standing;
  readonly confidence: Confidence;
}

export interface RunningElection {
  readonly election: Election;
  readonly phase: Phase;
  readonly confidence: Confidence;
  /** The topic's acts as the law calls them on that day, in that election. */
  readonly acts: readonly Classification[];
}

export interface AnswerOn {
  readonly topic: Topic;
  readonly answer: Answer;
  readonly own: TopicAnswer | null;
  readonly grounds: readonly Ground[];
  /** What the acts are before candidates are determined, and from that day on. */
  readonly before: readonly Classification[];
  readonly after: readonly Classification[];
  readonly running: readonly RunningElection[];
  /** False on a day on which the joint decree was not (or no longer) surely in force. */
  readonly listed: boolean;
}

/** The answer to a topic on one day, for one category of staff, out of the register as it is here. */
export function answerOn(topic: Topic, { on, who, region }: Circumstances, register: Register): AnswerOn {
  const own = (who && topic.who?.[who]) || null;
  const person = personOf(who);
  const under = (election: ElectionLine) =>
    topic.acts.map((what) => classify({ what, date: on, election, person }, register));
  const decree = register.findInstrument('skb-netralitas-2022');
  return {
    topic,
    own,
    answer: own?.answer ?? topic.answer,
    grounds: [...topic.cited, ...(own?.cited ?? [])].flatMap((cited) => groundOn(cited, on, register)),
    before: under(lineAt('9999-12-31')),
    after: under(lineAt('0001-01-01')),
    running: electionsAround(on, region).map((election) => ({
      election,
      ...stageOn(election, on, region ?? undefined),
      acts: under(lineOf(election, region)),
    })),
    listed: decree !== undefined && inForce(decree, on) === 'in-force',
  };
}

/**
 * Those under way; in a region also those of the same year whose programme has no known beginning, as a re-run, so that
 * the days before its determination are not taken for days without an election.
 */
function electionsAround(on: IsoDate, region: string | null): readonly Election[] {
  const underWay = electionsFor(on, region ?? undefined);
  if (region === null) return underWay;
  const ahead = ELECTIONS.filter((election) => {
    const vote = election.stages.find((stage) => stage.kind === 'vote');
    const near =
      !election.opens && on.startsWith(String(election.year)) && vote !== undefined && on <= vote.to;
    return near && isHeldIn(election, region) && !underWay.includes(election);
  });
  return [...underWay, ...ahead];
}

/** A determination far ahead or long past: what the act would be on either side of one. */
function lineAt(from: IsoDate): ElectionLine {
  return { kind: 'pemilu', held: true, lines: [{ from, confidence: 'verified', sources: [] }] };
}

function lineOf(election: Election, region: string | null): ElectionLine {
  const where = region ?? undefined;
  return {
    kind: election.kind,
    held: where === undefined || isHeldIn(election, where),
    lines: election.contests.map((contest) => determinationOf(election, where, contest) ?? null),
  };
}

function personOf(who: Who | null): { category: StaffCategory; spouse?: 'no-leave' } {
  if (who === 'spouse') return { category: 'pns', spouse: 'no-leave' };
  return { category: who ?? 'pns' };
}

/** Empty where the register holds no such instrument. */
export function groundOn(cited: Cited, on: IsoDate, register: Register): Ground[] {
  const instrument = register.findInstrument(cited.instrument);
  if (!instrument) return [];
  const article = cited.ref ? (register.findArticle(cited.instrument, cited.ref) ?? null) : null;
  return [
    {
      cited,
      instrument,
      article,
      standing: inForce(instrument, on),
      confidence: article?.confidence ?? standingConfidence(instrument, on),
    },
  ];
}

export function isWho(text: string | undefined): text is Who {
  return WHO.includes(text as Who);
}
