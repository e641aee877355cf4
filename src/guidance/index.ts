import type { App } from '../platform/http/visit.ts';
import type { Platform } from '../platform/platform.ts';
import { guidePage } from './pages/guide.page.tsx';
import { topicPage } from './pages/topic.page.tsx';

export { type AnswerOn, answerOn, type Circumstances } from './answer-on.ts';
export { checkStanding, type Standing, type Taker } from './check/gate.ts';
export { type Asker, type Question, questionsFor } from './check/questions.ts';
export { aggregate, recordAnswers, type Together } from './check/results.ts';
export { checkSetting, MODES, type Mode, setCheck } from './check/setting.ts';
export { type Addresses, answerCheck, showCheck } from './check/take.page.tsx';
export { CheckNotice } from './check/take.view.tsx';
export { type CampaignTitle, checkPage } from './pages/check.page.tsx';
export { type Found, search } from './search/search.ts';
export type { Answer, Topic, Who } from './topic.ts';
export { findTopic, TOPICS } from './topics/index.ts';

/** The public guide: no sign-in, no script. */
export function guidancePages(app: App, platform: Platform): void {
  guidePage(app, platform);
  topicPage(app, platform);
}
