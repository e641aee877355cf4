import type { ActKind, ArticleRef, Confidence, PartialDate, Source, StaffCategory } from '../law/index.ts';

/** `disputed`: sources of standing say opposite things; the guide never gives a bare yes then. */
export type Answer = 'forbidden' | 'allowed' | 'depends' | 'disputed';

export const GROUPS = ['rights', 'online', 'campaign', 'family', 'office', 'party', 'roles'] as const;
export type Group = (typeof GROUPS)[number];

/** Whom a rule binds. `spouse`: staff whose husband or wife is a candidate. */
export const CATEGORIES: readonly StaffCategory[] = ['pns', 'cpns', 'pppk', 'pppk-pw', 'non-asn'];
export type Who = StaffCategory | 'spouse';
export const WHO: readonly Who[] = [...CATEGORIES, 'spouse'];

export interface Both {
  readonly id: string;
  readonly en: string;
}

/** A place in the register of law: its source, confidence and dates are read from there, never repeated here. */
export interface Cited {
  readonly instrument: string;
  readonly ref?: ArticleRef;
}

/** One side of a disputed matter, as it was said, when, and where that was seen. */
export interface Side {
  readonly says: Both;
  readonly date: PartialDate;
  readonly cited?: Cited;
  readonly source: Source;
}

export interface TopicAnswer {
  readonly answer?: Answer;
  readonly note: Both;
  readonly cited?: readonly Cited[];
}

/** A question of the understanding check. The options stand in the order written; exactly one is right. */
export interface Quiz {
  readonly ask: Both;
  readonly options: readonly Both[];
  readonly right: number;
  readonly because: Both;
  /** Only these are asked; everybody where absent. */
  readonly only?: readonly Who[];
  /** Asked of those who lead a unit, before the others. */
  readonly heads?: true;
}

export interface Topic {
  /** Part of the address that people share: never changed once released. */
  readonly id: string;
  readonly group: Group;
  readonly answer: Answer;
  readonly title: Both;
  /** The answer in one to three sentences of our own. */
  readonly short: Both;
  /** The acts of the joint decree's list that it is, or comes nearest to; the register of law classifies them by date. */
  readonly acts: readonly ActKind[];
  /** Beside the bases of those acts. */
  readonly cited: readonly Cited[];
  /** No item names the act: the articles are the nearest ones, and the answer sends to whoever decides. */
  readonly nearest?: true;
  readonly allowed: readonly Both[];
  readonly who?: Partial<Record<Who, TopicAnswer>>;
  readonly sides?: readonly Side[];
  readonly sources: readonly Source[];
  /** Of the answer as a whole: how directly the sources say it. */
  readonly confidence: Confidence;
  /** Concepts of the search and their weight: `LIKE:3 POST:1`. */
  readonly words: string;
  readonly quiz?: Quiz;
}

/** The day on which the answers were last compared with the register. */
export const CHECKED_ON = '2026-11-21';

/** Both languages of one text. */
export function both(id: string, en: string): Both {
  return { id, en };
}
