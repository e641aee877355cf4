import { field } from '../../platform/http/form.ts';
import type { PledgeText } from '../../verify/index.ts';
import type { TextKind } from '../campaign.ts';
import { type DraftAudience, type DraftElection, draftTexts } from '../draft-texts.ts';
import { pastedPoints, writtenPoints } from '../paste-points.ts';
import { tidyLine, tidyLines } from '../tidy.ts';

/** A text as its form holds it: the points in one box. */
export interface TextForm {
  title: string;
  opener: string;
  points: string;
  closing: string;
  language: string;
  source: string;
  /** 'yes', 'no', or empty before the officer has said */
  official: string;
}

export function readTextForm(body: Record<string, unknown>): TextForm {
  const names = ['title', 'opener', 'points', 'closing', 'language', 'source', 'official'] as const;
  return Object.fromEntries(names.map((name) => [name, field(body, name)])) as Record<keyof TextForm, string>;
}

export function textOfForm(form: TextForm): PledgeText {
  return {
    title: tidyLine(form.title),
    opener: tidyLines(form.opener),
    points: pastedPoints(form.points),
    closing: tidyLines(form.closing),
    language: form.language === 'en' ? 'en' : 'id',
  };
}

export function formOfText(text: PledgeText, source: string, official: '' | 'yes' | 'no'): TextForm {
  const { title, opener, closing, language } = text;
  return { title, opener, points: writtenPoints(text.points), closing, language, source, official };
}

export const DRAFTS = {
  'pemilu.asn': ['pemilu', 'asn'],
  'pemilu.asn-non-asn': ['pemilu', 'asn-non-asn'],
  'pilkada.asn': ['pilkada', 'asn'],
  'pilkada.asn-non-asn': ['pilkada', 'asn-non-asn'],
  'both.asn': ['both', 'asn'],
  'both.asn-non-asn': ['both', 'asn-non-asn'],
} as const satisfies Record<string, readonly [DraftElection, DraftAudience]>;

/** The draft of that name; an unknown name gives the one for ASN and Non-ASN at the given election. */
export function draftNamed(name: string, kind: TextKind, election: DraftElection): PledgeText {
  const known = Object.hasOwn(DRAFTS, name) ? DRAFTS[name as keyof typeof DRAFTS] : null;
  const [about, who] = known ?? ([election, 'asn-non-asn'] as const);
  return draftTexts(about, who)[kind];
}
