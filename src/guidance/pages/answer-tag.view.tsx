import type { VNode } from 'preact';
import type { Confidence } from '../../law/index.ts';
import { Tag, type Tone } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { t } from '../messages.ts';
import type { Answer } from '../topic.ts';

export const ANSWER_TONE: Record<Answer, Tone> = {
  forbidden: 'bad',
  allowed: 'good',
  depends: 'warn',
  disputed: 'warn',
};

export function AnswerTag({ lang, answer }: { lang: Lang; answer: Answer }): VNode {
  return <Tag tone={ANSWER_TONE[answer]}>{t(lang)(`guidance.answer.${answer}`)}</Tag>;
}

const SURE_TONE: Record<Confidence, Tone> = {
  verified: 'good',
  inferred: 'info',
  recalled: 'warn',
  conflict: 'bad',
};

export function SureTag({ lang, confidence }: { lang: Lang; confidence: Confidence }): VNode {
  return <Tag tone={SURE_TONE[confidence]}>{t(lang)(`guidance.sure.${confidence}`)}</Tag>;
}
