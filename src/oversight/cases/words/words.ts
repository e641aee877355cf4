import type { Lang } from '../../../platform/i18n.ts';
import type { Stage, What } from '../stages.ts';
import { t } from './messages.ts';

export function stageText(lang: Lang, stage: Stage): string {
  return t(lang)(`cases.stage.${stage}`);
}

export function whatText(lang: Lang, what: What): string {
  return t(lang)(`cases.what.${what}`);
}
